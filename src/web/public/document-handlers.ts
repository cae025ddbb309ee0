import type { RecordPage } from '../../actions/pages.ts';
import { parseId } from '../../core/id.ts';
import { addressOf, addressOfForm as addressOfExport } from '../addresses.ts';
import { found, moved, type Answer } from '../answer.ts';
import type { Visit } from '../site.ts';
import { documentPage } from './document.ts';
import { inForm } from './document-forms.ts';
import { portionPage, wayToPlace } from './document-portion.ts';
import { ofKind, pageNumber, read } from './handlers.ts';
import { signsOf } from './metadata.ts';
import { linksetOf } from '../../formats/signposting/sign-links.ts';

type Said = Promise<Answer | undefined>;

/** Endings that mean another's: the document is there under the shorter one. */
const OTHER_ENDINGS: ReadonlyMap<string, string> = new Map([
  ['tei.xml', 'tei'],
  ['xml', 'tei'],
  ['tei.txt', 'tei'],
  ['markdown', 'md'],
  ['text', 'txt'],
  ['html', ''],
  ['htm', ''],
]);

export async function document(visit: Visit): Said {
  const { site, room, params } = visit;
  const asked = params['asked'] ?? '';
  if (asked.includes('.')) return otherForm(visit, asked);
  const reading = await read(visit, 'document');
  if (reading.kind === 'answer') return reading.answer;
  const page = ofKind(reading.page, 'document');
  return page && found(documentPage(site, page, { related: await room.related(page.label.id) }));
}

/** A further part of a document that is too long for one page. */
export async function documentPart(visit: Visit): Said {
  const number = pageNumber(visit.params['page']);
  if (number === undefined) return undefined;
  const reading = await read(visit, 'document');
  if (reading.kind === 'answer') return reading.answer;
  const page = ofKind(reading.page, 'document');
  const shown = page && portionPage(visit.site, page, number);
  return shown && found(shown);
}

/** A passage or page image of a document, wherever it stands in it. */
export async function documentPlace(visit: Visit): Said {
  const reading = await read(visit, 'document');
  if (reading.kind === 'answer') return reading.answer;
  const page = ofKind(reading.page, 'document');
  return page && wayToPlace(visit.site, page, visit.params['place'] ?? '');
}

/** The signposts of a document as an answer of their own. */
const LINKSET = 'linkset.json';
const linkset = ({ site }: Visit, page: RecordPage): Answer => ({
  kind: 'text',
  mediaType: 'application/linkset+json',
  body: `${JSON.stringify(linksetOf(site.settings.address + addressOf({ prefix: '' }, page.label), signsOf(site, page)), undefined, 1)}\n`,
});

async function otherForm(visit: Visit, asked: string): Said {
  const { site } = visit;
  const dot = asked.indexOf('.');
  const id = parseId(asked.slice(0, dot));
  const suffix = asked.slice(dot + 1).toLowerCase();
  const shorter = OTHER_ENDINGS.get(suffix);
  const form = site.exports.get(shorter ?? suffix);
  const reading = await read(visit, 'document', { suffix: shorter ?? suffix });
  if (reading.kind === 'answer') return reading.answer;
  if (id !== undefined && shorter === '') return moved(addressOf(site, reading.page.label));
  if (id !== undefined && suffix === LINKSET) return linkset(visit, reading.page);
  if (form === undefined) return undefined;
  if (id !== undefined && (shorter !== undefined || asked !== `${id}.${suffix}`))
    return moved(addressOfExport(site, id, form.suffix));
  const page = ofKind(reading.page, 'document');
  return page && inForm(visit, page, form);
}

export async function edition(visit: Visit): Said {
  const text = visit.params['edition'] ?? '';
  if (!/^[1-9]\d{0,6}$/.test(text)) return undefined;
  const reading = await read(visit, 'document', { edition: Number(text) });
  if (reading.kind === 'answer') return reading.answer;
  const page = ofKind(reading.page, 'document');
  return (
    page &&
    found(
      documentPage(visit.site, page, {
        edition: Number(text),
        related: await visit.room.related(page.label.id),
      }),
    )
  );
}
