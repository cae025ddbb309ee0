import type { ArchiveDocument } from '../../core/document.ts';
import type { MadeBy, Rendition } from '../../core/rendition.ts';
import { childOf, childrenOf, descendantsOf, plainOf, type XmlElement } from '../xml/xml-node.ts';
import { printElement, printText } from '../xml/print-xml.ts';

/** What an engine is called in a header, for the texts that it read to point to: "engine-t-fr". */
export const engineId = ({ key }: Pick<Rendition, 'key'>): string => `engine-${key}`;

/**
 * The engines that read the texts of a document, as applications of its header; each text points to its own by
 * `resp`.
 *
 *   <application xml:id="engine-t-fr" ident="engine" version="5.3.0"><label>tesseract 5.3.0</label><desc>fra</desc>
 */
export const writeEngines = ({ renditions }: ArchiveDocument): string =>
  renditions.flatMap((one) => (one.kind === 'facsimile' ? [] : writeEngine(one))).join('');

function writeEngine(rendition: Rendition): readonly string[] {
  const { madeBy } = rendition;
  if (madeBy === undefined) return [];
  const version = /\d{1,9}(?:\.\d{1,9}){0,3}/.exec(madeBy.engine)?.[0] ?? '0';
  const label = printElement('label', {}, printText(madeBy.engine));
  const model = madeBy.model === undefined ? '' : printElement('desc', {}, printText(madeBy.model));
  return [
    printElement('application', { 'xml:id': engineId(rendition), ident: 'engine', version }, label + model),
  ];
}

/** The engines that a header names, by their id. */
export function readEngines(header: XmlElement): ReadonlyMap<string, MadeBy> {
  const engines = new Map<string, MadeBy>();
  for (const one of descendantsOf(header, 'application')) {
    const id = one.attributes['xml:id'];
    const [engine, model] = [plainOf(childOf(one, 'label')), plainOf(childrenOf(one, 'desc')[0])];
    if (id === undefined || one.attributes['ident'] !== 'engine' || engine === '') continue;
    engines.set(id, { engine, ...(model === '' ? {} : { model }) });
  }
  return engines;
}
