import type { RecordPage } from '../../actions/pages.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import { addressOf } from '../addresses.ts';
import type { Answer } from '../answer.ts';
import type { PrintedForm } from '../exports.ts';
import { attributes, html } from '../html.ts';
import type { Site, Visit } from '../site.ts';
import { inLanguage } from './entry.ts';
import type { Page } from './layout.ts';

/** A document set in type. */
export async function printedForm(
  { site, room }: Pick<Visit, 'site' | 'room'>,
  page: RecordPage<ArchiveDocument>,
  form: PrintedForm,
): Promise<Answer> {
  const fileName = `${page.label.id}.${form.suffix}`;
  const { mediaType } = form;
  const printed = await room.print(form.handout(site, page));
  if (printed.ok) return { kind: 'made', mediaType, body: printed.value, fileName };
  return printed.problem.code === 'handout-busy'
    ? { kind: 'busy', says: site.words.handout.busy }
    : { kind: 'page', status: 404, page: tooLongPage(site, page) };
}

/** There is no such form of it, and what there is instead. */
function tooLongPage(site: Site, { label }: RecordPage<ArchiveDocument>): Page {
  const { tooLong, tooLongSays } = site.words.handout;
  return {
    title: tooLong,
    hasSearch: true,
    body: html`<div class="frame"><section class="edge"><p class="code">404</p><h1>${tooLong}</h1><p class="say">${tooLongSays}</p><p><a class="button primary"${attributes({ href: addressOf(site, label) })}${inLanguage(site, label.lang)}>${label.title}</a></p></section></div>`,
  };
}
