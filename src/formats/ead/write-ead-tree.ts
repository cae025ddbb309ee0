import type { Collection } from '../../core/collection.ts';
import type { Repository, Unit } from '../../core/repository.ts';
import type { ReferenceStep } from '../../core/source.ts';
import type { Described } from '../fields/described.ts';
import { descriptionLanguageOf, isOf, paragraphsOf, warningsOf } from '../fields/said-of-forms.ts';
import { printAttributes, printElement, printWords } from '../xml/print-xml.ts';
import { termElement } from './terms.ts';
import type { TreeStep } from './tree-step.ts';
import { controlElement, EAD_NAMESPACES } from './write-control.ts';
import { repositoryElement } from './write-ead.ts';
import { itemParts } from './write-item.ts';
import { levelOf } from './write-level.ts';

/**
 * An archive's whole tree, or a collection with its documents, in EAD3, piece by piece: each level, then its
 * documents as digital objects under their addresses, those known and not held with the reason.
 * An archive is no unit of description: its `archdesc` has the level "repository", and what is in it is the outermost.
 */
export async function* writeEadTree(
  described: Described<Repository | Collection>,
  steps: AsyncIterable<TreeStep>,
): AsyncGenerator<string> {
  const root = `<ead${printAttributes(EAD_NAMESPACES)}>${controlElement(described)}`;
  yield root + (isOf(described, 'collection') ? collectionHead(described) : repositoryHead(described));
  yield '<dsc>';
  let isEmpty = true;
  for await (const step of steps) {
    isEmpty = false;
    yield printed(step);
  }
  if (isEmpty) yield printElement('p', {}, 'Nothing that is public.');
  yield '</dsc></archdesc></ead>';
}

function printed(step: TreeStep): string {
  switch (step.kind) {
    case 'open':
      return `<c${printAttributes(levelOf(step.step.level))}>${unitParts(step.step, step.unit)}`;
    case 'document':
      return `${printElement('c', { level: 'item' }, itemParts(step.document, step.path === undefined ? {} : { path: step.path }))}\n`;
    case 'close':
      return '</c>\n';
  }
}

function unitParts(step: ReferenceStep, unit: Described<Unit> | undefined): string {
  const record = unit?.view.record;
  const did = [
    printWords('unitid', { label: step.label }, step.code),
    ...(record?.titles ?? []).map(({ text, lang }) => printWords('unittitle', { lang }, text)),
    printWords('unitdate', { normal: record?.edtf }, record?.dateWords ?? record?.edtf),
    printWords('physdesc', {}, record?.extent),
  ].join('');
  const elements = (record?.elements ?? []).map(({ element, text }) => termElement(element, text)).join('');
  const said = [...(unit === undefined ? [] : warningsOf(unit)), record?.accessWords]
    .map((words) => printWords('p', {}, words))
    .join('');
  return (
    printElement('did', {}, did) + (said === '' ? '' : printElement('accessrestrict', {}, said)) + elements
  );
}

const paragraphs = (words: readonly string[]): string =>
  words.map((one) => printWords('p', {}, one)).join('');

function repositoryHead({ view, label, url }: Described): string {
  const { record } = view;
  const notes = record.kind === 'repository' ? record.notes.map(({ text }) => text) : [];
  const did =
    repositoryElement(label.title) +
    printWords('unittitle', { lang: label.lang }, label.title) +
    printWords('unitid', { identifier: url }, view.id);
  const said = [...warningsOf({ view }), ...notes];
  return (
    `<archdesc${printAttributes({ level: 'otherlevel', otherlevel: 'repository' })}>` +
    printElement('did', {}, did) +
    (said.length === 0 ? '' : printElement('odd', {}, paragraphs(said)))
  );
}

function collectionHead(described: Described<Collection>): string {
  const { view, label, url, archive } = described;
  const { record } = view;
  const titles = record.titles.map(({ text, lang, titleKind }) =>
    printWords('unittitle', { lang, localtype: titleKind }, text),
  );
  const did =
    repositoryElement(archive.name) +
    (titles.join('') || printWords('unittitle', {}, label.title)) +
    printWords('unitid', { identifier: url }, view.id) +
    printWords('unitdate', { normal: record.period }, record.period);
  const rights = [record.rights.words, record.rights.uri].filter((one) => one !== undefined);
  const told = paragraphs(paragraphsOf(record));
  const said = [...warningsOf(described), ...record.notes.map(({ text }) => text)];
  return (
    `<archdesc${printAttributes({ level: 'collection' })}>` +
    printElement('did', {}, did) +
    (told === '' ? '' : printElement('scopecontent', { lang: descriptionLanguageOf(record) }, told)) +
    (rights.length === 0 ? '' : printElement('userestrict', {}, paragraphs(rights))) +
    (said.length === 0 ? '' : printElement('odd', {}, paragraphs(said)))
  );
}
