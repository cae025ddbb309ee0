import type { ArchiveDocument } from '../../core/document.ts';
import type { Identifier } from '../../core/id.ts';
import { childrenOf, descendantsOf, pathOf, plainOf, type XmlElement } from '../xml/xml-node.ts';
import type { Header } from './header.ts';
import type { TeiFile } from './text-state.ts';

/** What the header describes of the piece itself and no field holds, in its words. */
export function otherFields(header: Header, root: XmlElement): NonNullable<ArchiveDocument['otherFields']> {
  const fields: { name: string; value: string }[] = [];
  for (const [name, element] of [
    ['physical description', 'physDesc'],
    ['history', 'history'],
    ['series', 'seriesStmt'],
  ] as const)
    for (const one of descendantsOf(header.element, element))
      if (plainOf(one)) fields.push({ name, value: plainOf(one) });
  const shown = new Set([...descendantsOf(root, 'pb')].map((pb) => pb.attributes['facs']));
  for (const graphic of childrenOf(root, 'facsimile').flatMap((one) => [...descendantsOf(one, 'graphic')])) {
    const url = graphic.attributes['url'];
    if (url && !shown.has(url)) fields.push({ name: 'page image', value: url });
  }
  return fields;
}

const OBJECTS: Readonly<Record<string, string>> = {
  brief: 'Letter',
  karte: 'Card',
  postkarte: 'Postcard',
  telegramm: 'Telegram',
  widmung: 'Dedication',
};

/** What kind of thing it is, where the header says so. */
export function genreOf(header: Header): string | undefined {
  const object = [...descendantsOf(header.element, 'objectType')][0];
  const word = (plainOf(object) || object?.attributes['corresp']) ?? '';
  if (word !== '') return OBJECTS[word.toLowerCase()] ?? word;
  return pathOf(header.element, 'profileDesc', 'correspDesc') === undefined ? undefined : 'Letter';
}

/** By which names it is known: our own id and address are none of them. */
export function identifiersOf(file: TeiFile, header: Header): Identifier[] {
  const idnos = header.idnos.filter(
    (idno) => !header.isOwn || (idno.type !== 'unsealed' && idno.type !== 'URI'),
  );
  return [
    ...(header.isOwn ? [] : [{ scheme: 'tei', value: file.base }]),
    ...idnos.map((idno) => ({ scheme: idno.type, value: idno.value })),
  ];
}
