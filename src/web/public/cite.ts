import type { RecordPage } from '../../actions/pages.ts';
import type { Citation } from '../../core/citation/citation.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import { addressOf, addressOfCiting, addressOfForm, addressOfScans } from '../addresses.ts';
import { attributes, html, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { archivalCitation, CITED_FORMS, citationOfPage } from './citation.ts';
import { rightsHtml } from './rights.ts';

/**
 * How to cite the document, and every form in which it can be taken away. The archival form is our own, and
 * quickly written; those of the guides have a page of their own, so that this one waits for no program.
 */
export function citeHtml(site: Site, page: RecordPage<ArchiveDocument>): Html {
  const { words, settings } = site;
  const { view, label } = page;
  const { record, edition } = view;
  const { citing } = words;
  const citation = citationOfPage({ settings, language: words.language.tag }, page);
  const address = settings.address + addressOf({ prefix: site.prefix }, { ...label, slug: '' });
  const citingAddress = citingOf(site, page);
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
<p class="cite" data-form="archival">${archivalCitation(site, citation)}</p>
<cite-box${boxAttributes(site, citingAddress, citation)}><p class="cite-acts"><a class="button"${attributes({ href: citingAddress, rel: 'nofollow' })}>${citing.inStyles}</a></p><p class="said small" role="status"></p></cite-box>
<p class="forms" id="forms">${forms}${hasScans(record) && scans}<span class="quiet">${rightsHtml(site, record.rights)}</span>${report !== undefined && html` <a class="report"${attributes({ href: report })}>${words.document.report}</a>`}</p>
</section>`;
}

/** Where a document is cited, in the edition that is read; the blocks of its text follow after a slash. */
export function citingOf(site: Site, { view, label }: RecordPage<ArchiveDocument>): string {
  const { edition, editions } = view;
  return edition.number === editions.at(-1)?.number
    ? addressOfCiting(site, label.id)
    : `${addressOf(site, { ...label, slug: '' })}/v/${edition.number}/cite`;
}

/** What the module needs to put copying beside the link: where the forms are, and what everything is called. */
function boxAttributes({ words, mode }: Site, from: string, { volume }: Citation): Html {
  const { citing } = words;
  const forms = CITED_FORMS.filter((form) => form !== 'frus' || volume?.isFrus === true);
  return attributes(
    mode === 'static'
      ? {}
      : {
          'data-from': from,
          'data-forms': forms.map((form) => `${form}=${citing.styles[form]}`).join('|'),
          'data-style': citing.styleChosen,
          'data-copy': citing.copy,
          'data-copied': citing.copied('%'),
          'data-not-copied': citing.notCopied,
          'data-key': citing.byKey,
          'data-passage': citing.copyPassage,
          'data-quote': citing.copyQuote,
          'data-open': citing.citeThis,
        },
  );
}

const hasScans = ({ renditions }: ArchiveDocument): boolean =>
  renditions.some((one) => one.kind === 'facsimile' && one.pages.length > 0);

/** A letter that names the document and its edition, and leaves room for the passage. */
const reportAddress = (contact: string, subject: string, body: string): string =>
  /^https?:/.test(contact)
    ? contact
    : `mailto:${contact.replace(/^mailto:/, '')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
