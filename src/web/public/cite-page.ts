import type { PassageCheck } from '../../actions/check-passage.ts';
import type { RecordPage } from '../../actions/pages.ts';
import type { Citation } from '../../core/citation/citation.ts';
import type { Passage } from '../../core/citation/passage.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import { plainRuns, type Run } from '../../formats/csl/runs.ts';
import {
  addressOf,
  addressOfCheck,
  addressOfCiting,
  addressOfForm,
  addressOfPage,
  addressWithin,
} from '../addresses.ts';
import { attributes, html, nothing, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { signOf, type WrittenCitation } from './citation.ts';
import { inLanguage, linkTo } from './entry.ts';
import type { Page } from './layout.ts';
import { stepTo, trail } from './trail.ts';

type DocumentPage = RecordPage<ArchiveDocument>;

/** A citation of a document or of a place in it, in every form. */
export interface Cited {
  readonly page: DocumentPage;
  readonly citation: Citation;
  readonly written: readonly WrittenCitation[];
  /** The words that are cited. */
  readonly passage?: Passage;
  /** Numbers of its paragraphs with the addresses where each is cited; of a whole document. */
  readonly paragraphs?: readonly { readonly block: string; readonly number: number }[];
}

/** Forms for reference managers; the others are no citations. */
const FILES = ['bib', 'ris', 'csl.json'] as const;

export function citePage(site: Site, cited: Cited): Page {
  const { citing } = site.words;
  const { page, citation } = cited;
  const place = placeWords(site, citation);
  const heading = place === undefined ? citing.heading : citing.passageHeading(place);
  return {
    title: `${citing.title(page.label.title)}${place === undefined ? '' : `, ${place}`}`,
    description: citing.describe(page.label.title),
    section: 'collections',
    modules: ['cite'],
    body: html`<div class="frame">
${trail(site, [stepTo(site, page.label)], heading)}
<header class="page-head"><h1>${heading}</h1><p class="lede">${linkTo(site, page.label)}</p>${editionLine(site, cited)}</header>
${page.view.record.invented !== undefined && html`<p class="invented">${page.view.record.invented}</p>`}
${passageHtml(site, cited)}
${citationsHtml(site, cited.written)}
<p class="forms" id="files"><span>${citing.files}</span> ${FILES.map((suffix) => fileLink(site, cited, suffix))}</p>
<p class="small quiet">${site.mode === 'static' ? citing.notSaid : nothing}</p>
${paragraphsHtml(site, cited)}
</div>`,
  };
}

/** "b5", or the number that readers see: "paragraph 5". */
function placeWords({ words }: Site, { passage }: Citation): string | undefined {
  if (passage === undefined) return undefined;
  const { number } = passage;
  if (number === undefined) return passage.place;
  return number.kind === 'paragraph' ? words.citing.paragraph(number.words) : words.citing.page(number.words);
}

function editionLine({ words }: Site, { page }: Cited): Html {
  const { edition } = page.view;
  return html`<p class="small quiet">${words.citing.ofEdition(edition.number, words.instant(edition.at))}</p>`;
}

function fileLink(site: Site, { page }: Cited, suffix: string): Html {
  const form = site.exports.get(suffix);
  if (form === undefined) return nothing;
  const href = addressOfForm(site, page.label.id, suffix);
  return html`<a download${attributes({ href, type: form.mediaType })}>${site.words.forms(suffix)}</a> `;
}

export const runsHtml = (runs: readonly Run[]): Html =>
  html`${runs.map(({ text, isItalic }) => (isItalic ? html`<i>${text}</i>` : text))}`;

/** Each form with its name; the module puts a button beside each. What is copied is the text alone. */
function citationsHtml({ words }: Site, written: readonly WrittenCitation[]): Html {
  const { citing } = words;
  const one = ({ form, runs, inText }: WrittenCitation): Html =>
    html`<section class="citation"${attributes({ id: `cite-${form}` })}><h2>${citing.styles[form]}</h2><p class="small quiet">${citing.guides[form]}</p><p class="cite"${attributes({ 'data-form': form })}>${runsHtml(runs)}</p>${inText && html`<p class="small in-text">${citing.inText} <span>${runsHtml(inText)}</span></p>`}</section>`;
  return html`<cite-forms${attributes({
    'data-copy': citing.copy,
    'data-copy-of': citing.copyOf('%'),
    'data-copied': citing.copied('%'),
    'data-not-copied': citing.notCopied,
  })}><div class="citations">${written.map(one)}</div><p class="said small" role="status"></p></cite-forms>`;
}

function passageHtml(site: Site, { passage, citation, page }: Cited): Html {
  const { citing } = site.words;
  if (passage === undefined) return nothing;
  const sign = signOf(citation);
  const digest = citation.passage?.digest;
  const check =
    site.mode === 'live' && digest !== undefined
      ? addressOfCheck(site, page.label.id, citation.passage?.place ?? '', digest)
      : undefined;
  const back = `${addressWithin(site, page.label, 'v', String(citation.edition.number))}#${passage.first}`;
  return html`<section class="section" aria-labelledby="passage"><div class="section-head"><h2 id="passage">${citing.thePassage}</h2></div><blockquote class="cited"${inLanguage(site, passage.language)}>${passage.text.split('\n').map((line) => html`<p>${line}</p>`)}</blockquote><p class="small">${sign !== undefined && citing.digestSays(sign)} ${check !== undefined && html`<a${attributes({ href: check, rel: 'nofollow' })}>${citing.checkNow}</a> · `}<a${attributes({ href: back })}>${citing.backToPassage}</a> · <a${attributes({ href: `${addressOfPage(site, '/help/citing')}#signs` })}>${citing.howToCheck}</a></p></section>`;
}

function paragraphsHtml(site: Site, { paragraphs = [], page }: Cited): Html {
  const { citing } = site.words;
  if (paragraphs.length === 0) return nothing;
  const link = ({ block, number }: { readonly block: string; readonly number: number }): Html =>
    html`<li><a${attributes({ href: addressOfCiting(site, page.label.id, block), rel: 'nofollow', 'aria-label': citing.citePassage(number) })}>${number}</a></li>`;
  return html`<section class="section" aria-labelledby="passages"><div class="section-head"><h2 id="passages">${citing.paragraphs}</h2></div><ol class="number-list">${paragraphs.map(link)}</ol></section>`;
}

/** Whether the words of a citation still stand so. */
export function checkPage(
  site: Site,
  page: DocumentPage,
  asked: { readonly place: string; readonly block: string; readonly digest: string },
  check: PassageCheck,
): Page {
  const { citing } = site.words;
  const sign = `[${asked.place} ${asked.digest}]`;
  const inEdition = (number: number): Html =>
    html`<a${attributes({ href: `${addressWithin(site, page.label, 'v', String(number))}#${asked.block}` })}>${citing.readEdition(number)}</a>`;
  const links =
    check.kind === 'stands'
      ? html`<a${attributes({ href: `${addressOf(site, page.label)}#${asked.block}` })}>${citing.backToPassage}</a>`
      : check.kind === 'stood'
        ? html`${inEdition(check.edition)} · ${inEdition(check.newest)}`
        : html`<a${attributes({ href: addressOf(site, page.label) })}>${citing.backToDocument}</a>`;
  return {
    title: `${citing.checkOf(sign)}`,
    section: 'collections',
    body: html`<div class="frame">
${trail(site, [stepTo(site, page.label)], citing.checkOf(sign))}
<header class="page-head"><h1>${citing.checkOf(sign)}</h1><p class="lede">${linkTo(site, page.label)}</p></header>
<p class="verdict"${attributes({ 'data-verdict': check.kind })}>${verdict(site, check, asked.place)}</p><p class="small">${links}</p>
</div>`,
  };
}

export function verdict({ words }: Site, check: PassageCheck, place: string): string {
  const { verdicts } = words.citing;
  switch (check.kind) {
    case 'stands':
      return verdicts.stands(check.edition);
    case 'stood':
      return check.isThereStill
        ? verdicts.stood(check.edition, check.newest)
        : verdicts.stoodGone(check.edition, check.newest);
    case 'not-found':
      return verdicts.notFound(place, check.looked);
  }
}

/** A citation as it is pasted. */
export const pasted = ({ runs }: WrittenCitation): string => plainRuns(runs);
