import type { ReadAnswer, RecordPage } from '../../actions/pages.ts';
import { parseId, type RecordKind } from '../../core/id.ts';
import type { ArchiveRecord } from '../../core/record.ts';
import { ofKind } from '../public/handlers.ts';
import { linkOf } from './records.ts';
import { refusal, type Asking, type ToolAnswer } from './tool.ts';

/** How an assistant names a record: an id, a former number, or an address that has either. */
export interface Named {
  readonly asked: string;
  readonly edition?: number;
}

/**
 *   "dk4m7q2zxh", "12345", "https://archive.example/document/dk4m7q2zxh/v/2#b5", "ark:/12345/dk4m7q2zxh"
 */
export function namedBy(text: string): Named {
  const steps = text.trim().split(/[/#?.\s]+/);
  const at = steps.findIndex((step) => parseId(step) !== undefined);
  const asked = steps[at] ?? steps.findLast((step) => /^\d{1,18}$/.test(step)) ?? '';
  const edition = at >= 0 && steps[at + 1] === 'v' ? steps[at + 2] : undefined;
  return edition !== undefined && /^[1-9]\d{0,6}$/.test(edition)
    ? { asked, edition: Number(edition) }
    : { asked };
}

type OfKind<K extends ArchiveRecord['kind']> = RecordPage<Extract<ArchiveRecord, { kind: K }>>;

export type Reading<K extends ArchiveRecord['kind']> =
  { readonly page: OfKind<K> } | { readonly refused: ToolAnswer };

/** The record that is asked for, of one of some kinds; or why there is none. Who was merged leads to the other. */
export async function readAsked<K extends ArchiveRecord['kind']>(
  asking: Asking,
  text: string,
  kinds: readonly K[],
  edition?: number,
): Promise<Reading<K>> {
  const named = namedBy(text);
  const number = edition ?? named.edition;
  const first = await asking.room.read(named.asked, number === undefined ? {} : { edition: number });
  const answer = first.kind === 'moved' ? await asking.room.read(first.to.id) : first;
  if (answer.kind !== 'found') return { refused: notThere(asking, answer, kinds) };
  for (const kind of kinds) {
    const page = ofKind(answer.page, kind);
    if (page !== undefined) return { page };
  }
  return {
    refused: refusal(
      `That is of another kind: ${answer.page.view.record.kind}, not ${kinds.join(' or ')}.`,
      `Ask for it by ${TOOL_OF[answer.page.view.record.kind]}.`,
    ),
  };
}

/** By which tool a record of a kind is read. */
const TOOL_OF: Readonly<Record<RecordKind, string>> = {
  document: 'read_document',
  collection: 'browse_collection',
  agent: 'read_person',
  place: 'read_place',
  event: 'list_accounts',
  subject: 'search, with the filter subject',
  term: 'search',
  repository: 'search, with the filter archive',
  unit: 'search, with the filter unit',
  theme: 'search',
};

/** The same that the site says with 404 and 410. */
function notThere(
  asking: Asking,
  answer: Exclude<ReadAnswer, { kind: 'found' }>,
  kinds: readonly RecordKind[],
): ToolAnswer {
  const { edges, reasons } = asking.words;
  switch (answer.kind) {
    case 'unknown':
    case 'moved':
      return refusal(
        `No public record has this id: no ${kinds.join(' or ')} was found.`,
        'Search for it; ids are ten letters and digits, as search gives them.',
        { status: 404 },
      );
    case 'gone':
      return refusal(edges.closedSays, 'Nothing of it can be read or quoted here today.', {
        status: 410,
        id: answer.id,
        reason: answer.reason === undefined ? edges.embargoed : reasons[answer.reason],
        until: answer.until,
      });
    case 'withdrawn':
      return refusal(
        edges.withdrawnSays,
        answer.replacement === undefined
          ? 'Do not quote it from elsewhere as if it stood here.'
          : 'Read what takes its place.',
        { status: 410, id: answer.id, withdrawn: answer.at },
        {
          reason: answer.reason,
          ...(answer.replacement === undefined ? {} : { replacement: linkOf(asking, answer.replacement) }),
        },
      );
  }
}
