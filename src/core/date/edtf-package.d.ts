// The package brings no types. Only `shape.ts` imports it, and reads what it gives as unknown.
declare module 'edtf' {
  export function parse(text: string): unknown;
}
