import { SaxesParser } from 'saxes';

/** The references of a piece of TEI that have words, by the identifier that each asks for, with how often. */
export interface LinksInXml {
  readonly wanted: ReadonlyMap<string, number>;
  /** Whose words are a name that is itself a link: a link holds no other. */
  readonly aroundNames: number;
}

/**
 * Which identifiers a piece of a volume refers to, read without the reader that is tested.
 *
 *   in frus1950v06: '<ref target="#d12">Document 12</ref>'      -> "tei:frus1950v06#d12" once
 *   '<ref target="frus1949v07p1#pg_20">p. 20</ref>'             -> "page:frus1949v07p1#pg_20" once
 *   '<ref target="#d12fn3">', '<ref target="https://…">'        -> the document of the note; nothing
 */
export function linksInXml(volume: string, xml: string): LinksInXml {
  const wanted = new Map<string, number>();
  const open: { readonly target: string; words: string; hasInner: boolean }[] = [];
  let aroundNames = 0;
  const parser = new SaxesParser({ position: false });
  parser.on('opentag', ({ name, attributes }) => {
    const top = open.at(-1);
    const leads = String(attributes['target'] ?? attributes['corresp'] ?? '').trim();
    if (top && leads !== '') top.hasInner = true;
    if (name === 'ref') open.push({ target: leads, words: '', hasInner: false });
  });
  parser.on('text', (text) => {
    for (const one of open) one.words += text;
  });
  parser.on('closetag', ({ name }) => {
    const closed = name === 'ref' ? open.pop() : undefined;
    const identifier = closed && closed.words.trim() !== '' ? identifierOf(volume, closed.target) : undefined;
    if (closed?.hasInner === true) aroundNames += 1;
    else if (identifier !== undefined) wanted.set(identifier, (wanted.get(identifier) ?? 0) + 1);
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(/xmlns:frus=/.test(xml) ? xml : xml.replace(/^<(\w+)/, '<$1 xmlns:frus="frus"')).close();
  return { wanted, aroundNames };
}

function identifierOf(volume: string, target: string): string | undefined {
  const parts = /^(frus[\w-]*)?(?:#([\w.-]+))?$/.exec(target);
  if (target === '' || parts === null) return undefined;
  const file = parts[1] ?? volume;
  const id = parts[2];
  if (id === undefined) return `tei:${file}`;
  if (id.startsWith('pg_')) return `page:${file}#${id}`;
  return `tei:${file}#${id.replace(/^(d[\w.-]*?\d)fn.*$/, '$1')}`;
}
