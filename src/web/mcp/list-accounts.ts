import { z } from 'zod';
import type { RecordPage } from '../../actions/pages.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import type { HistoricalEvent } from '../../core/event.ts';
import type { RecordId } from '../../core/id.ts';
import { addressOfComparison } from '../addresses.ts';
import { shortDate } from './dates.ts';
import { readAsked } from './read-asked.ts';
import { describedById, entryOf, knowOf, linkOf } from './records.ts';
import { LETTERS, shortened } from './shorten.ts';
import { tool, type Asking, type ToolAnswer } from './tool.ts';

const MOST_ACCOUNTS = 20;
const MOST_EVENTS = 3;
const MOST_ITEMS = 20;
/** So many are set beside each other. */
const MOST_COMPARED = 4;

/** The accounts of one event: each from its side. */
export const listAccounts = tool({
  name: 'list_accounts',
  title: 'List the accounts of an event',
  about:
    'Lists the documents that tell of one meeting, visit, conference or crisis, each with the side it was written on, so that no one side is taken for the whole. Asked with a document, the events it is an account of.',
  input: z.strictObject({
    id: z
      .string()
      .min(1)
      .max(500)
      .describe('The id of an event, or of a document that is an account of one.'),
  }),
  async answer(asking, given): Promise<ToolAnswer> {
    const reading = await readAsked<'event' | 'document'>(asking, given.id, ['event', 'document']);
    if ('refused' in reading) return reading.refused;
    const { page } = reading;
    if (isEvent(page)) {
      return { said: {}, material: await eventOf(asking, page) };
    }
    const events = await eventsOfDocument(asking, page);
    return {
      said: {
        events: events.length,
        ...(events.length === 0 ? { wayOut: 'This document is listed as the account of no event.' } : {}),
      },
      material: { ...linkOf(asking, page.label), events },
    };
  },
});

const isEvent = (page: RecordPage): page is RecordPage<HistoricalEvent> => page.view.record.kind === 'event';

async function eventOf(
  asking: Asking,
  { view, label, labels }: RecordPage<HistoricalEvent>,
): Promise<object> {
  const { record } = view;
  return {
    ...linkOf(asking, label),
    edition: view.edition.number,
    know: knowOf(view),
    dates: record.dates.slice(0, 5).map(shortDate),
    places: record.places.slice(0, 10).flatMap((id) => {
      const place = labels.get(id);
      return place === undefined ? [] : [linkOf(asking, place)];
    }),
    participants: record.participants.slice(0, 30).map(({ role, name, agent }) => {
      const person = agent && labels.get(agent);
      return { role, name: shortened(name, LETTERS.name), person: person && linkOf(asking, person) };
    }),
    notes: record.notes.slice(0, 3).map(({ text, lang }) => ({ text: shortened(text, LETTERS.note), lang })),
    ...(await accountsOf(
      asking,
      // A document that was merged stands for the one it was merged into.
      record.accounts.map(({ document, side }) => ({ document: labels.get(document)?.id ?? document, side })),
      record.agenda,
    )),
  };
}

/** Of an event read by way of its document. */
async function eventsOfDocument(
  asking: Asking,
  { events = [] }: Pick<RecordPage<ArchiveDocument>, 'events'>,
): Promise<readonly object[]> {
  const read: object[] = [];
  for (const { event, accounts, agenda } of events.slice(0, MOST_EVENTS)) {
    const named = accounts.map(({ row, side }) => ({ document: row.label.id, side }));
    read.push({ ...linkOf(asking, event), ...(await accountsOf(asking, named, agenda)) });
  }
  return read;
}

async function accountsOf(
  asking: Asking,
  accounts: HistoricalEvent['accounts'],
  agenda: HistoricalEvent['agenda'] = [],
): Promise<object> {
  const described = await describedById(
    asking,
    accounts.slice(0, MOST_ACCOUNTS).map(({ document }) => document),
  );
  const listed = accounts.slice(0, MOST_ACCOUNTS).flatMap(({ document, side }) => {
    const one = described.get(document);
    return one === undefined ? [] : [{ side: shortened(side, LETTERS.name), ...entryOf(asking, one) }];
  });
  const isPublic = (id: RecordId): boolean => described.has(id);
  const [first, ...others] = [...described.keys()].slice(0, MOST_COMPARED);
  return {
    accounts: listed,
    ...(agenda.length === 0
      ? {}
      : {
          agenda: agenda.slice(0, MOST_ITEMS).map(({ title, passages }) => ({
            title: shortened(title, LETTERS.title),
            passages: passages
              .filter(({ document }) => isPublic(document))
              .map(({ document, blocks }) => ({ document, blocks: blocks.slice(0, 10) })),
          })),
        }),
    ...(first === undefined || others.length === 0
      ? {}
      : { sideBySide: asking.settings.address + addressOfComparison({ prefix: '' }, first, others) }),
  };
}
