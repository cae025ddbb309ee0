import { addressOf } from '../addresses.ts';
import { found, type Answer } from '../answer.ts';
import type { Visit } from '../site.ts';
import { documentPage } from './document.ts';
import { portionPage, wayToPlace } from './document-portion.ts';
import { isForm, ofKind, pageNumber, read } from './handlers.ts';
import { signsOf } from './metadata.ts';
import { otherForm } from './other-form.ts';
import { linksetOf } from '../../formats/signposting/sign-links.ts';

type Said = Promise<Answer | undefined>;

export async function document(visit: Visit): Said {
  const { site, room, params } = visit;
  const asked = params['asked'] ?? '';
  if (isForm(visit)) return asked.endsWith(LINKSET) ? linkset(visit) : otherForm(visit, 'document');
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
const LINKSET = '.linkset.json';

async function linkset(visit: Visit): Said {
  const { site } = visit;
  const reading = await read(visit, 'document', { suffix: LINKSET.slice(1) });
  if (reading.kind === 'answer') return reading.answer;
  const address = site.settings.address + addressOf({ prefix: '' }, reading.page.label);
  return {
    kind: 'text',
    mediaType: 'application/linkset+json',
    body: `${JSON.stringify(linksetOf(address, signsOf(site, reading.page)), undefined, 1)}\n`,
  };
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
