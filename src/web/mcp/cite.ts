import { z } from 'zod';
import type { RecordPage } from '../../actions/pages.ts';
import type { CitedPassage } from '../../core/citation/citation.ts';
import { parsePlace, passageAt, printPlace, type Passage } from '../../core/citation/passage.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import { plainRuns } from '../../formats/csl/runs.ts';
import { addressOfCheck, addressOfCiting } from '../addresses.ts';
import { CITED_FORMS, writtenCitations } from '../public/citation.ts';
import { translatorOf } from '../public/cite-handlers.ts';
import { citationOf, referenceOf } from './describe-document.ts';
import { readAsked } from './read-asked.ts';
import { urlInEdition } from './records.ts';
import { LETTERS, shortened } from './shorten.ts';
import { refusal, tool, type Asking, type ToolAnswer } from './tool.ts';
import { pieceWith, readText, textsOf } from './units.ts';

type DocumentPage = RecordPage<ArchiveDocument>;

/** A citation, ready to be set under what was quoted. */
export const cite = tool({
  name: 'cite',
  title: 'Cite a document or passage',
  about:
    'How a document, or a passage of it, is cited in a style. The citation of a passage bears a sign of its words ([b5 3f9a0c71e2]), by which anybody can check later that they still stand so.',
  input: z.strictObject({
    id: z.string().min(1).max(500).describe('The id of a document, or its address in this archive.'),
    block: z
      .string()
      .max(40)
      .optional()
      .describe('A block ("b5"), or all from one to another ("b5-b9"). Without it, the whole document.'),
    style: z
      .enum([...CITED_FORMS, 'all'])
      .default('all')
      .describe('note and bibliography are Chicago’s; archival is the archive’s own.'),
    edition: z.int().min(1).max(9_999_999).optional().describe('An earlier edition; otherwise the newest.'),
  }),
  async answer(asking, given): Promise<ToolAnswer> {
    const place = given.block === undefined ? undefined : parsePlace(given.block);
    if (given.block !== undefined && place === undefined)
      return refusal('That names no block.', 'A block is named as read_document gives it: "b5", "b5-b9".');
    const reading = await readAsked(asking, given.id, ['document'], given.edition);
    if ('refused' in reading) return reading.refused;
    const { page } = reading;
    const passage = place && passageAt(page.view.record, place);
    if (place !== undefined && passage === undefined)
      return refusal(
        'This document has no such passage.',
        'Read the document, and cite a block that it has.',
      );
    const cited = passage && citedPassage(asking, page, passage);
    const written = await writtenCitations(
      { site: { words: asking.words, mode: 'live' }, room: asking.room },
      citationOf(asking, page, cited),
    );
    const chosen = written.filter(({ form }) => given.style === 'all' || form === given.style);
    return {
      said:
        chosen.length === 0
          ? { problem: 'This document is of no volume that is cited so: other styles can.' }
          : {},
      material: {
        ...referenceOf(asking, page),
        ...(passage === undefined || cited?.digest === undefined
          ? {}
          : {
              block: printPlace(passage),
              digest: cited.digest,
              url: cited.address,
              check:
                asking.settings.address +
                addressOfCheck({ prefix: '' }, page.label.id, printPlace(passage), cited.digest),
              words: shortened(passage.text, LETTERS.note),
            }),
        citing:
          asking.settings.address +
          addressOfCiting(
            { prefix: '' },
            page.label.id,
            ...(passage === undefined ? [] : [printPlace(passage)]),
          ),
        citations: chosen.map(({ form, runs, inText }) => ({
          style: form,
          words: plainRuns(runs),
          inText: inText && plainRuns(inText),
        })),
      },
    };
  },
});

function citedPassage(asking: Asking, page: DocumentPage, passage: Passage): CitedPassage {
  return {
    place: printPlace(passage),
    ...numberOf(asking, page, passage),
    digest: asking.room.passageDigest(passage.text),
    ...translatorOf(page, passage.rendition),
    address: urlInEdition(asking, page.view, passage.first),
  };
}

/** The number that readers see beside a block, or beside that which has it within. */
function numberOf(asking: Asking, { view }: DocumentPage, passage: Passage): Pick<CitedPassage, 'number'> {
  const rendition = textsOf(view.record).find(({ key }) => key === passage.rendition);
  if (rendition === undefined) return {};
  const { numbers, pieces } = readText(view.record, rendition, asking.words);
  const of = (block: string): number | undefined => {
    const piece = pieces[pieceWith(pieces, block)];
    return piece && numbers.get(piece.block.id);
  };
  const [first, last] = [of(passage.first), of(passage.last)];
  if (first === undefined || last === undefined) return {};
  return { number: { kind: 'paragraph', words: first === last ? String(first) : `${first}–${last}` } };
}
