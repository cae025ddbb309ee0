import type { QuoteAnswer, QuotePlace, ReferenceReading } from '../../actions/quote-page.ts';
import { printPlace } from '../../core/citation/passage.ts';
import type { Comparison, Stretch } from '../../core/quotation/compare.ts';
import { addressOf, addressOfCiting, addressOfPage, addressWithin } from '../addresses.ts';
import { attributes, html, nothing, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { verdict as signVerdict } from './cite-page.ts';
import { inLanguage, linkTo } from './entry.ts';
import type { Page } from './layout.ts';
import { trail } from './trail.ts';
import { timeHtml } from './when.ts';

export const QUOTE_PATH = '/quote';

export interface QuoteForm {
  readonly text: string;
  readonly reference: string;
}

/** The form, and above it what was found of the quotation that was sent. `fault`: why nothing was looked for. */
export function quotePage(
  site: Site,
  form: QuoteForm,
  most: number,
  said: { readonly answer?: QuoteAnswer; readonly fault?: string } = {},
): Page {
  const { quoting } = site.words;
  return {
    title: quoting.title,
    description: quoting.lede,
    ...(said.answer === undefined && said.fault === undefined
      ? { canonical: addressOfPage(site, QUOTE_PATH) }
      : {}),
    body: html`<div class="frame">
${trail(site, [], quoting.title)}
<header class="page-head"><h1>${quoting.title}</h1><p class="lede">${quoting.lede}</p></header>
${said.fault !== undefined && html`<p class="problems" role="alert">${said.fault}</p>`}
${said.answer && answerHtml(site, said.answer)}
${formHtml(site, form, most)}
</div>`,
  };
}

function formHtml(site: Site, { text, reference }: QuoteForm, most: number): Html {
  const { quoting } = site.words;
  return html`<form class="quote-form" method="post"${attributes({ action: addressOfPage(site, QUOTE_PATH) })}>
<label for="quote-text">${quoting.text}</label><p class="small quiet" id="quote-text-hint">${quoting.textHint(most)}</p><textarea id="quote-text" name="text" rows="7" aria-describedby="quote-text-hint"${attributes({ maxlength: most })}>${text}</textarea>
<label for="quote-reference">${quoting.reference}</label><p class="small quiet" id="quote-reference-hint">${quoting.referenceHint}</p><textarea id="quote-reference" name="reference" rows="2" aria-describedby="quote-reference-hint"${attributes({ maxlength: most })}>${reference}</textarea>
<p><button class="primary">${quoting.check}</button></p></form>`;
}

function answerHtml(site: Site, answer: QuoteAnswer): Html {
  const { quoting } = site.words;
  const [best, ...others] = answer.places;
  const wasLooked = answer.refused === undefined && answer.asked.text.trim() !== '';
  const heading = wasLooked ? quoting.verdicts[best?.comparison.verdict ?? 'notFound'] : quoting.signOnly;
  return html`<section class="section quote-answer" aria-labelledby="answer"><h2 class="verdict" id="answer"${attributes({ 'data-verdict': wasLooked ? (best?.comparison.verdict ?? 'not-found') : undefined })}>${heading}</h2>
${readingHtml(site, answer.reading, wasLooked)}
${wasLooked && (best === undefined ? notFound(site, answer) : placeHtml(site, answer, best))}
${others.length > 0 && html`<h3 class="others">${quoting.others}</h3><ul class="rows">${others.map((one) => html`<li class="small">${linkTo(site, one.label)} · ${quoting.share(one.comparison.same, one.comparison.words)}</li>`)}</ul>`}
</section>`;
}

function readingHtml(site: Site, reading: ReferenceReading, wasLooked: boolean): Html {
  const { quoting } = site.words;
  switch (reading.kind) {
    case 'none':
      return nothing;
    case 'not-here':
      return html`<p class="small">${quoting.referenceNotHere}${wasLooked && ` ${quoting.lookedEverywhere}`}</p>`;
    case 'file':
      return html`<p class="small">${quoting.referenceFile(reading.words, reading.documents)}</p>`;
    case 'document': {
      const { sign } = reading;
      return html`<p class="small">${quoting.referenceRead} ${linkTo(site, reading.label)}</p>${
        sign &&
        html`<p class="sign"${attributes({ 'data-verdict': sign.check.kind })}>${quoting.sign(`[${sign.place} ${sign.digest}]`)} ${signVerdict(site, sign.check, sign.place)}</p>`
      }`;
    }
  }
}

const notFound = ({ words }: Site, { questions, compared }: QuoteAnswer): Html =>
  html`<p class="small">${words.quoting.looked(questions, compared)}</p>`;

function placeHtml(site: Site, answer: QuoteAnswer, place: QuotePlace): Html {
  const { quoting, citing } = site.words;
  const { comparison, label, edition, newest, rendition } = place;
  const isReferenceRead = answer.reading.kind === 'document';
  const forgiven = [...comparison.forgiven].map((kind) => html`<li>${quoting.forgiven[kind]}</li>`);
  const inEdition =
    edition === newest ? addressOf(site, label) : addressWithin(site, label, 'v', String(edition));
  const where = printPlace(comparison);
  const kind = rendition.kind === 'transcription' ? quoting.inText : quoting.inTranslation;
  return html`<h3>${linkTo(site, label)}</h3><p class="small">${place.date && html`${timeHtml(site, place.date)} · `}${kind}, ${site.words.languageName(rendition.language)} · <a${attributes({ href: `${inEdition}#${comparison.first}` })}>${quoting.read}</a>${edition === newest && html` · <a${attributes({ href: addressOfCiting(site, label.id, where), rel: 'nofollow' })}>${quoting.citeIt}</a>`}</p>
${edition !== newest && html`<p class="small">${quoting.inEarlier(edition, newest)} <a${attributes({ href: addressOf(site, label) })}>${citing.readEdition(newest)}</a></p>`}
${isReferenceRead && html`<p class="small">${place.isReferred ? quoting.isReferred : quoting.notReferred}</p>`}
<blockquote class="cited"${inLanguage(site, rendition.language)}><p><span class="around">${comparison.before}</span>${stretchesHtml(site, comparison)}<span class="around">${comparison.after}</span></p></blockquote>
${comparison.verdict === 'differs' && html`<p class="small">${quoting.share(comparison.same, comparison.words)} ${quoting.legend}</p>`}
${forgiven.length > 0 && html`<p class="small">${quoting.forgivenHead}</p><ul class="small listed">${forgiven}</ul>`}
${speltHtml(site, comparison)}
<p class="small quiet">${answer.questions === 0 ? quoting.comparedOnly(answer.compared) : quoting.looked(answer.questions, answer.compared)}</p>`;
}

const SPELT_SHOWN = 20;

/** Words that are the same in both and written otherwise, one by one. */
function speltHtml({ words: { quoting } }: Site, { spelt }: Comparison): Html {
  if (spelt.length === 0) return nothing;
  const shown = spelt
    .slice(0, SPELT_SHOWN)
    .map(({ quote, text }) => html`<li>${quoting.speltBeside(quote, text)}</li>`);
  const more = spelt.length - shown.length;
  return html`<p class="small">${quoting.spelt}</p><ul class="small listed">${shown}${more > 0 && html`<li>${quoting.speltMore(more)}</li>`}</ul>`;
}

/** The quotation as the document has it, with what differs marked, and said for those who do not see it. */
function stretchesHtml({ words }: Site, { stretches }: Comparison): Html {
  const { quoting } = words;
  const said = (says: string): Html => html`<span class="visually-hidden"> ${says} </span>`;
  const one = ({ kind, quote, text }: Stretch): Html => {
    if (kind === 'same') return html`<mark>${text === '' ? quote : text}</mark>`;
    if (quote === '…') return html` <span class="gap">…</span> `;
    const removed = quote.trim() === '' ? nothing : html`<del>${said(quoting.onlyQuote)}${quote}</del>`;
    const there = text.trim() === '' ? nothing : html`<ins>${said(quoting.onlyText)}${text}</ins>`;
    return html`${removed}${there}`;
  };
  return html`${stretches.map(one)}`;
}
