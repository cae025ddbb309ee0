import type { RecordPage } from '../../actions/pages.ts';
import { catalogueDate } from '../../core/document.ts';
import { parseId } from '../../core/id.ts';
import { parsePlace, printPlace } from '../../core/citation/passage.ts';
import { saidOf } from '../../formats/fields/said-of-record.ts';
import { arkOf } from '../../core/canonical-path.ts';
import { addressOf, addressWithin } from '../addresses.ts';
import { moved, type Answer } from '../answer.ts';
import type { Site, Visit } from '../site.ts';
import { away } from './edges.ts';

type Said = Promise<Answer | undefined>;

/** An archival resource key, taken apart: the record, the edition, the passage. */
interface ArkAsked {
  readonly id: string;
  readonly edition?: number;
  readonly place?: string;
}

/**
 * Reads what follows the number of the archive. Hyphens mean nothing in a key, capitals are forgiven; our ids
 * end in a check character, so that a key with one wrong letter is none.
 *
 *   "dk4m7q2zxh"       -> the record
 *   "dk4m-7q2z-xh.v3"  -> its third edition
 *   "dk4m7q2zxh/b5"    -> a passage of it; of an edition "dk4m7q2zxh.v3/b5"
 *
 * Source: J. Kunze and E. Bermès, "The ARK Identifier Scheme", draft-kunze-ark-39, read 2026-11-23.
 */
export function readArk(name: string, qualifier: string | undefined): ArkAsked | undefined {
  const [, plain = '', edition] = /^([0-9a-z-]+?)(?:\.v([1-9]\d{0,6}))?$/i.exec(name) ?? [];
  const id = parseId(plain.replaceAll('-', ''));
  const place = qualifier === undefined ? undefined : parsePlace(qualifier);
  if (id === undefined || (qualifier !== undefined && place === undefined)) return undefined;
  return {
    id,
    ...(edition === undefined ? {} : { edition: Number(edition) }),
    ...(place === undefined ? {} : { place: printPlace(place) }),
  };
}

/** A key leads to what it names; with "?info" it says in plain text what that is and how long it is kept. */
export async function ark({ site, room, url, params }: Visit): Said {
  const { naan } = site.settings;
  if (naan === undefined || params['naan']?.toLowerCase() !== naan) return undefined;
  const asked = readArk(params['asked'] ?? '', params['place']);
  if (asked === undefined) return undefined;
  const answer = await room.read(asked.id, asked.edition === undefined ? {} : { edition: asked.edition });
  switch (answer.kind) {
    case 'unknown':
      return undefined;
    case 'gone':
    case 'withdrawn':
      return away(site, answer);
    case 'moved':
      return moved(addressOf(site, answer.to));
    case 'found':
      return url.searchParams.has('info') || url.search === '??'
        ? { kind: 'text', mediaType: 'text/plain; charset=utf-8', body: infoOf(site, answer.page) }
        : moved(placeOf(site, answer.page, asked));
  }
}

function placeOf(site: Site, { label }: RecordPage, { edition, place }: ArkAsked): string {
  const base =
    edition === undefined ? addressOf(site, label) : addressWithin(site, label, 'v', String(edition));
  return place === undefined ? base : `${base}#${place.split('-')[0] ?? ''}`;
}

/** What is not known, in the words that the scheme has for it. */
const UNKNOWN = '(:unkn)';
const line = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/** Kernel metadata: who, what, when, where; and the same of the promise to keep it. */
function infoOf(site: Site, page: RecordPage): string {
  const { settings, words } = site;
  const { view, label, labels } = page;
  const said = saidOf({ view, url: '', nameOf: (id) => labels.get(id)?.title });
  const authors = said.people.filter(
    ({ role }) => role === 'author' || role === 'sender' || role === 'creator',
  );
  const date = view.record.kind === 'document' ? catalogueDate(view.record) : undefined;
  const key = arkOf(settings, view.id) ?? '';
  const fields = [
    ['erc', ''],
    ['who', authors.map(({ name }) => name).join('; ') || UNKNOWN],
    ['what', label.title],
    ['when', date?.edtf ?? date?.words ?? said.years ?? UNKNOWN],
    ['where', `${settings.address}/${key}`],
    ...(said.invented === undefined ? [] : [['note', said.invented]]),
    ['erc-support', ''],
    ['who', settings.name],
    ['what', words.citing.kept],
    ['when', view.edition.at.slice(0, 10)],
    ['where', settings.address + addressOf(site, label)],
  ];
  return `${fields.map(([name = '', value = '']) => `${name}: ${line(value)}`.trimEnd()).join('\n')}\n`;
}
