import type { RecordPage } from '../../actions/pages.ts';
import { catalogueDate, type ArchiveDocument } from '../../core/document.ts';
import { addressOf, addressOfForm, addressOfScans } from '../addresses.ts';
import { attributes, html, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { referenceWords } from './description.ts';
import { inLanguage } from './entry.ts';
import { rightsHtml } from './rights.ts';
import { dateWords } from './when.ts';

/** How to cite the document, and every form in which it can be taken away. */
export function citeHtml(site: Site, page: RecordPage<ArchiveDocument>): Html {
  const { words, settings } = site;
  const { view, label } = page;
  const { record, edition } = view;
  const date = catalogueDate(record);
  const source =
    record.source.original === undefined ? record.source.verbatim : referenceWords(record.source.original);
  const before = [date === undefined ? words.list.undated : dateWords(site, date), source]
    .filter(Boolean)
    .join(', ');
  const address = settings.address + addressOf({ prefix: site.prefix }, { ...label, slug: '' });
  const forms = [...site.exports.values()].map(
    ({ suffix, mediaType }) =>
      html`<a download${attributes({ href: addressOfForm(site, label.id, suffix), type: mediaType })}>${words.forms(suffix)}</a> `,
  );
  const scans = html`<a download${attributes({ href: addressOfScans(site, label.id), type: 'application/pdf' })}>${words.handout.scansForm}</a> `;
  const report =
    settings.contact === undefined
      ? undefined
      : reportAddress(
          settings.contact,
          words.document.reportSubject(label.id, edition.number),
          words.document.reportBody(address),
        );
  return html`<section class="section" id="cite" aria-labelledby="cite-heading"><div class="section-head"><h2 id="cite-heading">${words.document.citeAndKeep}</h2></div>
<p class="cite">“<span${inLanguage(site, label.lang)}>${label.title}</span>,” ${before}. <i>${settings.name}</i>, ${words.document.citeEdition(label.id, edition.number)}. ${address}</p>
<p class="forms" id="forms">${forms}${hasScans(record) && scans}<span class="quiet">${rightsHtml(site, record.rights)}</span>${report !== undefined && html` <a class="report"${attributes({ href: report })}>${words.document.report}</a>`}</p>
</section>`;
}

const hasScans = ({ renditions }: ArchiveDocument): boolean =>
  renditions.some((one) => one.kind === 'facsimile' && one.pages.length > 0);

/** A letter that names the document and its edition, and leaves room for the passage. */
const reportAddress = (contact: string, subject: string, body: string): string =>
  /^https?:/.test(contact)
    ? contact
    : `mailto:${contact.replace(/^mailto:/, '')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
