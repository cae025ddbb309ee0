import { placesOf } from '../../core/block-ids.ts';
import { leavesOf, parsePlace, passageAt, printPlace, type PlaceAsked } from '../../core/citation/passage.ts';
import type { Rendition } from '../../core/rendition.ts';
import { textPages, type TextPage } from '../../core/text-pages.ts';
import { type Block, type Note, type Text } from '../../core/text.ts';

import { apiPath } from '../../formats/api/record-answer.ts';
import { documentText, textBlock, textList, textPage } from '../../formats/api/text.ts';
import type { Told } from '../../formats/api/told.ts';
import { z } from 'zod';
import { addressOf, addressOfCheck, addressOfCiting, addressOfImage, imageName } from '../addresses.ts';
import type { Answer } from '../answer.ts';
import { answered, findRecord, isOf, type DescribedOf } from './answered.ts';
import { endpoint, type Asked, type Endpoint } from './endpoint.ts';
import { pageNumber, place, recordId, textKey } from './parameters.ts';
import { toldLabel, within } from './told-rows.ts';

type ArchiveText = Exclude<Rendition, { kind: 'facsimile' }>;
type OfDocument = Pick<Asked, 'site' | 'room' | 'headers' | 'url'>;

/** Finds a public document with its texts, and tells of it. */
async function ofDocument(
  asked: OfDocument,
  id: string,
  tell: (document: DescribedOf<'document'>) => Promise<((version: Found) => Answer) | undefined>,
): Promise<Answer | undefined> {
  const found = await findRecord(
    asked,
    'document',
    id,
    async (one) => (await asked.room.describe([one], 'whole'))[0],
  );
  if (found.kind === 'answer') return found.answer;
  const told = isOf(found.value, 'document') ? await tell(found.value) : undefined;
  return told?.({ version: found.version });
}
type Found = Parameters<typeof answered>[2];

const pathOf = ({ label }: DescribedOf<'document'>, ...rest: readonly (string | number)[]): string =>
  [apiPath(label), 'texts', ...rest.map((one) => encodeURIComponent(String(one)))].join('/');

const about = (asked: OfDocument, document: DescribedOf<'document'>, one: Rendition) => ({
  key: one.key,
  kind: one.kind,
  ...(one.kind === 'facsimile' ? {} : { language: one.language, by: one.by }),
  ...(one.kind === 'translation' ? { of: one.of } : {}),
  madeBy: one.madeBy,
  self: within(asked.site, pathOf(document, one.key)),
});

const beside = (asked: OfDocument, document: DescribedOf<'document'>) => ({
  document: toldLabel(asked.site, document.label),
  edition: document.view.edition.number,
  ...(document.view.withheld.length === 0 ? {} : { withheld: document.view.withheld }),
  ...(document.view.record.invented === undefined ? {} : { invented: document.view.record.invented }),
});

const renditionOf = (document: DescribedOf<'document'>, key: string): Rendition | undefined =>
  document.view.record.renditions.find((one) => one.key === key);

const plainOf = (text: Text): string => [...leavesOf(text)].map((leaf) => leaf.text).join('\n');

const texts = endpoint({
  part: 'texts',
  path: '/api/v1/documents/{id}/texts',
  operation: 'texts',
  says: 'the texts and scans of a document, without their words',
  parameters: { id: recordId },
  answer: textList,
  isOfRecord: true,
  answerTo: (asked) =>
    ofDocument(asked, asked.values.id, async (document) => {
      const items = document.view.record.renditions.map((one) => ({
        ...about(asked, document, one),
        ...(one.kind === 'facsimile'
          ? { pages: one.pages.length }
          : { blocks: placesOf(one.text).length, pages: textPages(one.text).length }),
      }));
      return (found) => answered(textList, { ...beside(asked, document), items }, found);
    }),
});

const as = z
  .enum(['blocks', 'plain'])
  .default('blocks')
  .describe('blocks: as it is kept, with names, notes and marks. plain: its words, a block a line.');

const text = endpoint({
  part: 'texts',
  path: '/api/v1/documents/{id}/texts/{key}',
  operation: 'text',
  says: 'a text of a document, whole; of a scan, its pages',
  parameters: { id: recordId, key: textKey, as },
  answer: documentText,
  isOfRecord: true,
  answerTo: (asked) =>
    ofDocument(asked, asked.values.id, async (document) => {
      const one = renditionOf(document, asked.values.key);
      if (one === undefined) return undefined;
      const labels = one.kind === 'facsimile' ? one.pages : textPages(one.text);
      const told: Told<typeof documentText> = {
        ...beside(asked, document),
        ...about(asked, document, one),
        pages: labels.map(({ label }, at) => ({
          number: at + 1,
          label,
          self: within(asked.site, pathOf(document, one.key, 'pages', at + 1)),
        })),
        ...(one.kind === 'facsimile'
          ? {}
          : asked.values.as === 'plain'
            ? { plain: plainOf(one.text) }
            : { text: one.text }),
      };
      return (found) => answered(documentText, told, found);
    }),
});

const page = endpoint({
  part: 'texts',
  path: '/api/v1/documents/{id}/texts/{key}/pages/{page}',
  operation: 'textPage',
  says: 'one page of a text, as its marks divide it, or of a scan, with the words that were read on it',
  parameters: { id: recordId, key: textKey, page: pageNumber },
  answer: textPage,
  isOfRecord: true,
  answerTo: (asked) =>
    ofDocument(asked, asked.values.id, async (document) => {
      const one = renditionOf(document, asked.values.key);
      const told = one && (await pageAnswer(asked, document, one, asked.values.page));
      if (told === undefined) return undefined;
      return (found) => answered(textPage, told, found);
    }),
});

async function pageAnswer(
  asked: OfDocument,
  document: DescribedOf<'document'>,
  one: Rendition,
  number: number,
): Promise<Told<typeof textPage> | undefined> {
  const shared = { ...beside(asked, document), ...about(asked, document, one), number };
  const self = within(asked.site, pathOf(document, one.key, 'pages', number));
  if (one.kind !== 'facsimile') {
    const found: TextPage | undefined = textPages(one.text)[number - 1];
    return found && { ...shared, self, label: found.label, plain: found.text, blocks: found.blocks };
  }
  const scanned = one.pages[number - 1];
  if (scanned === undefined) return undefined;
  const read = await asked.room.pageText(document.view.id, one.key, number);
  return {
    ...shared,
    self,
    label: scanned.label,
    plain: read?.lines.map(({ words }) => words.map((word) => word.text).join(' ')).join('\n'),
    image: {
      service: within(asked.site, addressOfImage(imageName(document.view.id, one.key, number))),
      widthPx: scanned.image.widthPx,
      heightPx: scanned.image.heightPx,
      alt: scanned.alt,
    },
  };
}

const block = endpoint({
  part: 'texts',
  path: '/api/v1/documents/{id}/texts/{key}/blocks/{block}',
  operation: 'textBlock',
  says: 'a passage of a text: a block, or all from one to another, with the sign by which its words are checked',
  parameters: { id: recordId, key: textKey, block: place },
  answer: textBlock,
  isOfRecord: true,
  answerTo: (asked) =>
    ofDocument(asked, asked.values.id, async (document) => {
      const one = renditionOf(document, asked.values.key);
      const asWhere = parsePlace(asked.values.block);
      if (one === undefined || one.kind === 'facsimile' || asWhere === undefined) return undefined;
      const told = passageAnswer(asked, document, one, asWhere);
      return told && ((found) => answered(textBlock, told, found));
    }),
});

function passageAnswer(
  asked: OfDocument,
  document: DescribedOf<'document'>,
  one: ArchiveText,
  where: PlaceAsked,
): Told<typeof textBlock> | undefined {
  const { record, id } = document.view;
  const passage = passageAt({ ...record, renditions: [one] }, where);
  if (passage === undefined) return undefined;
  const { site, room } = asked;
  const name = printPlace(passage);
  const digest = room.passageDigest(passage.text);
  const blocks = blocksBetween(one.text.blocks, where) ?? notesBetween(one.text.notes, where);
  const marked = blocks === undefined ? undefined : notesOf(one.text, blocks);
  return {
    ...beside(asked, document),
    key: one.key,
    kind: one.kind,
    language: one.language,
    place: name,
    blocks,
    notes: marked === undefined || marked.length === 0 ? undefined : marked,
    plain: passage.text,
    digest,
    url: `${within(site, addressOf({ prefix: '' }, document.label))}#${passage.first}`,
    cite: within(site, addressOfCiting({ prefix: '' }, id, name)),
    check: within(site, addressOfCheck({ prefix: '' }, id, name, digest)),
  };
}

/** The blocks from one to another, where both lie in one list of blocks. */
function blocksBetween(blocks: readonly Block[], { first, last }: PlaceAsked): readonly Block[] | undefined {
  const from = blocks.findIndex(({ id }) => id === first);
  const to = blocks.findIndex(({ id }) => id === last);
  if (from !== -1 && to >= from) return blocks.slice(from, to + 1);
  for (const one of blocks) {
    const inner = innerLists(one).map((list) => blocksBetween(list, { first, last }));
    const found = inner.find((list) => list !== undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

const notesBetween = (notes: readonly Note[], where: PlaceAsked): readonly Block[] | undefined =>
  notes
    .map((note) =>
      note.id === where.first && note.id === where.last ? note.blocks : blocksBetween(note.blocks, where),
    )
    .find((blocks) => blocks !== undefined);

const innerLists = (block: Block): readonly (readonly Block[])[] =>
  block.kind === 'list'
    ? block.items.map(({ blocks }) => blocks)
    : block.kind === 'quote' || block.kind === 'part'
      ? [block.blocks]
      : [];

/** The notes that are marked in some blocks. */
function notesOf({ notes }: Text, blocks: readonly Block[]): readonly Note[] {
  const marked = new Set(
    [...JSON.stringify(blocks).matchAll(/"kind":"note-mark","note":"(b[0-9a-z]+)"/g)].map(([, id]) => id),
  );
  return notes.filter(({ id }) => marked.has(id));
}

export const textEndpoints: readonly Endpoint[] = [texts, text, page, block];
