import { segmentOfKind } from '../../core/canonical-path.ts';
import { parseId, type RecordId, type RecordKind } from '../../core/id.ts';
import type { Described } from '../../formats/fields/described.ts';
import { addressOf, addressOfRecordForm } from '../addresses.ts';
import { moved, type Answer, type Link } from '../answer.ts';
import type { RecordForm } from '../exports.ts';
import type { Site, Visit } from '../site.ts';
import { printedForm } from './document-forms.ts';
import { ofKind, read } from './handlers.ts';

type Said = Promise<Answer | undefined>;

/** Endings that mean another's: the record is there under the shorter one. */
const OTHER_ENDINGS: ReadonlyMap<string, string> = new Map([
  ['tei.xml', 'tei'],
  ['tei.txt', 'tei'],
  ['mods.xml', 'mods'],
  ['dc.xml', 'dc'],
  ['ead.xml', 'ead'],
  ['eac.xml', 'eac'],
  ['markdown', 'md'],
  ['text', 'txt'],
  ['html', ''],
  ['htm', ''],
]);

/** What ".xml" alone means: the form in which most of a record is said. */
const XML_OF: Readonly<Partial<Record<RecordKind, string>>> = {
  document: 'tei',
  collection: 'ead',
  repository: 'ead',
  agent: 'eac',
};

const endingFor = (kind: RecordKind, suffix: string): string | undefined =>
  suffix === 'xml' ? (XML_OF[kind] ?? 'dc') : OTHER_ENDINGS.get(suffix);

/**
 * A record in the form that the end of its address names. Like its page, it has one address: another id of the
 * same, another ending, capitals, or the segment of another kind of agent lead there.
 */
export async function otherForm(visit: Visit, kind: RecordKind): Said {
  const { site, room, params, url } = visit;
  const asked = params['asked'] ?? '';
  const dot = asked.indexOf('.');
  const id = parseId(asked.slice(0, dot));
  const suffix = asked.slice(dot + 1).toLowerCase();
  const shorter = endingFor(kind, suffix);
  const described = id === undefined ? undefined : await describedIn(visit, id, kind);
  if (described === undefined) {
    const reading = await read(visit, kind, { suffix: shorter ?? suffix });
    return reading.kind === 'answer' ? reading.answer : undefined;
  }
  const { label } = described;
  if (shorter === '') return moved(addressOf(site, label));
  const form = site.forms.get(kind)?.get(shorter ?? suffix);
  if (form === undefined) return undefined;
  const own = addressOfRecordForm(site, label, form.suffix);
  const segment = url.pathname.slice(site.prefix.length).split('/')[1];
  if (
    shorter !== undefined ||
    asked !== `${label.id}.${form.suffix}` ||
    segment !== segmentOfKind(label.kind, label.agentKind)
  )
    return moved(own);
  if (!('handout' in form)) return inForm(visit, described, form);
  const reading = await read(visit, kind, { suffix: form.suffix });
  if (reading.kind === 'answer') return reading.answer;
  const page = ofKind(reading.page, 'document');
  return page && printedForm({ site, room }, page, form);
}

function inForm(
  { site, room }: Visit,
  described: Described,
  form: Exclude<RecordForm, { readonly handout: unknown }>,
): Answer {
  const { mediaType, suffix, profile } = form;
  const links: readonly Link[] = profile === undefined ? [] : [{ rel: 'profile', address: profile }];
  const fileName = `${described.view.id}.${suffix}`;
  if ('write' in form)
    return { kind: 'text', mediaType, body: form.write(described, site.settings), fileName, links };
  return { kind: 'made', mediaType, body: bytesOf(form.stream(described, room)), fileName, links };
}

const LEAST_PIECE = 1 << 15;
const utf8 = new TextEncoder();

/** Words as bytes, many small pieces at a time. */
async function* bytesOf(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  let held = '';
  for await (const piece of pieces) {
    held += piece;
    if (held.length < LEAST_PIECE) continue;
    yield utf8.encode(held);
    held = '';
  }
  if (held !== '') yield utf8.encode(held);
}

/** The record if it is public and of that kind, under the address at which the site was asked. */
async function describedIn(
  { site, room }: Visit,
  id: RecordId,
  kind: RecordKind,
): Promise<Described | undefined> {
  const [described] = await room.describe([id]);
  return described?.view.record.kind === kind ? describedAt(site, described) : undefined;
}

/** With the addresses that it has where the site was asked for. */
function describedAt({ settings }: Site, described: Described): Described {
  const own = described.archive.url;
  const { address } = settings;
  if (own === address) return described;
  const there = (url: string): string => (url.startsWith(own) ? address + url.slice(own.length) : url);
  return {
    ...described,
    url: there(described.url),
    archive: { ...described.archive, url: address },
    named: (id) => {
      const named = described.named(id);
      return named && { ...named, url: there(named.url) };
    },
  };
}
