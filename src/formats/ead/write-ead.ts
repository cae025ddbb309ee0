import type { ArchiveDocument } from '../../core/document.ts';
import { unitSteps } from '../../core/source.ts';
import type { Described } from '../fields/described.ts';
import { repositoryOf } from '../fields/said-of-forms.ts';
import { printElement, printWords } from '../xml/print-xml.ts';
import { controlElement, EAD_NAMESPACES } from './write-control.ts';
import { itemParts } from './write-item.ts';
import { levelOf } from './write-level.ts';

/**
 * A document in EAD3: an item within its path, from the outermost unit down; known and not held as well. The whole
 * tree of an archive, or the documents of a collection, are written by {@link writeEadTree}.
 *
 *   <ead><control>…</control><archdesc level="fonds"><did>…</did><dsc><c level="file">… <c level="item">…
 *
 * Source: EAD3 1.1.2 of the Society of American Archivists, read 2026-11-23.
 */
export function eadElement(described: Described<ArchiveDocument>): string {
  const { record } = described.view;
  const { original } = record.source;
  const steps = original === undefined ? [] : unitSteps(original);
  const repository = repositoryElement(repositoryOf(record, described));
  const [outermost, ...inner] = steps;
  const item = itemParts(described, {
    ...(outermost === undefined ? { first: repository } : {}),
    ...(original === undefined ? {} : { path: original }),
  });
  if (outermost === undefined) return eadRoot(described, printElement('archdesc', { level: 'item' }, item));
  const nested = inner.reduceRight(
    (within, step) =>
      printElement('c', levelOf(step.level), didElement(unitId(step.code, step.label)) + within),
    printElement('c', { level: 'item' }, item),
  );
  const did = didElement(repository + unitId(outermost.code, outermost.label));
  return eadRoot(
    described,
    printElement('archdesc', levelOf(outermost.level), did + printElement('dsc', {}, nested)),
  );
}

const eadRoot = (described: Described, archdesc: string): string =>
  printElement('ead', EAD_NAMESPACES, controlElement(described) + archdesc);

const didElement = (content: string): string => printElement('did', {}, content);
const unitId = (code: string, label: string | undefined): string => printWords('unitid', { label }, code);

/** Who holds it: nothing where nobody knows. */
export const repositoryElement = (name: string | undefined): string =>
  name === undefined || name === ''
    ? ''
    : printElement('repository', {}, printElement('corpname', {}, printWords('part', {}, name)));
