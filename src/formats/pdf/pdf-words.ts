/** A number as PDF writes it: at most three places, never an exponent. */
export function pdfNumber(value: number): string {
  if (!Number.isFinite(value)) return '0';
  const text = value.toFixed(3).replace(/\.?0+$/, '');
  return text === '-0' || text === '' ? '0' : text;
}

/** Text as a string of a PDF, in UTF-16 with its mark: "<FEFF0041>". */
export const pdfText = (text: string): string => `<FEFF${utf16Hex(text)}>`;

/** The code units of a text, four hexadecimal digits each. */
export function utf16Hex(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at++) out += hex4(text.charCodeAt(at));
  return out;
}

export const hex4 = (value: number): string => value.toString(16).toUpperCase().padStart(4, '0');

/** An ISO instant as PDF dates it: "D:20261123134500Z"; undefined if it is none. */
export function pdfDate(iso: string): string | undefined {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)/.exec(iso) ?? [];
  return year === undefined ? undefined : `(D:${year}${month}${day}${hour}${minute}${second}Z)`;
}
