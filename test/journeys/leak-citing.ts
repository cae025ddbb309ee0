import { NAAN } from '../support/temp-archive.ts';
import { digestOf, idOf, NAMES, OPEN, secret, type Name } from './leak-names.ts';
import { TWIN } from './leak-records.ts';

/** Where a document is cited and checked, and its key. */
export const citingOf = (id: string): readonly string[] => [
  ...['cite', 'v/1/cite', 'v/2/cite'].flatMap((cite) =>
    ['', '/b1', '/b2', '/b3', '/b1-b2', '/btn1'].map((place) => `/document/${id}/${cite}${place}`),
  ),
  `/document/${id}/cite/scan/s1/1`,
  ...NAMES.flatMap(heldBack).map((words) => `/document/${id}/check/b2/${signOf(words)}`),
  ...['', '?info', '.v1', '/b2'].map((rest) => `/ark:/${NAAN}/${id}${rest}`),
];
/** The words of a passage that is held back in part of the documents. */
export function heldBack(name: Name): readonly string[] {
  return [`No: ${secret(name)}`, `No: ${secret(name)} ${TWIN}`];
}
/** What a citation of these words bears. */
export const signOf = (text: string): string => digestOf(new TextEncoder().encode(text)).slice(0, 10);

/** Quotations whose document, or passage, may not be seen: what stands beside them would be shown. */
export const quotesFor = (name: Name): readonly string[] =>
  [
    { text: `Text sought${name} again`, reference: idOf(name) },
    { text: `Text sought${name} wrong twin1 twin2`, reference: '' },
    { text: `No: sought${name} again`, reference: `/document/${OPEN.document}` },
    {
      text: `No: sought${name} again`,
      reference: `${idOf(name)}/v/1#b2 [b2 ${signOf(`No: ${secret(name)}`)}]`,
    },
    { text: `it is said sought${name}`, reference: `leak ark:/${NAAN}/${idOf(name)}` },
  ].map((asked) => `/quote?${new URLSearchParams(asked).toString()}`);
