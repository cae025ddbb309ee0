import type { SearchPage } from '../../actions/search-page.ts';
import type { QuestionReading } from '../../actions/read-question.ts';
import { addressOfPage } from '../addresses.ts';
import { attributes, html, nothing, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { linkTo } from './entry.ts';

/** How parts of a question were read, what it could also mean, and where the language is explained. */
export function readingsHtml(
  site: Site,
  found: Pick<SearchPage, 'readings' | 'offers'>,
  address: (change: { readonly q: string }) => string,
): Html {
  const { asking } = site.words;
  const offers = found.offers.map(
    ({ words, instead }) =>
      html`<p><a${attributes({ href: address({ q: instead }), rel: 'nofollow' })}>${asking.dated(words)}</a></p>`,
  );
  const said = [...found.readings.map((one) => readingHtml(site, one, address)), ...offers];
  return html`${said.length > 0 && html`<div class="readings small" role="status">${said}</div>`}<p class="small how-to"><a${attributes({ href: addressOfPage(site, '/help/search') })}>${asking.howTo}</a></p>`;
}

function readingHtml(
  site: Site,
  reading: QuestionReading,
  address: (change: { readonly q: string }) => string,
): Html {
  const { asking, fields } = site.words;
  switch (reading.kind) {
    case 'reference': {
      const href = address({ q: `"${reading.words.replaceAll('"', ' ')}"` });
      return html`<p>${asking.reference(reading.words, reading.files)} <a${attributes({ href, rel: 'nofollow' })}>${asking.asWords}</a></p>`;
    }
    case 'value':
      return html`<p>${asking.noValue(fields[reading.field], reading.words)}</p>`;
    case 'name': {
      const { bearers, more, words, field } = reading;
      if (bearers.length === 0) return html`<p>${asking.nobody(fields[field], words)}</p>`;
      const says =
        bearers.length + more === 1 ? asking.bears(words) : asking.bear(words, bearers.length + more);
      const names = bearers.map((one, at) => html`${at > 0 && '; '}${linkTo(site, one)}`);
      return html`<p>${says} ${names}${more > 0 ? ` ${asking.more(more)}` : nothing}</p>`;
    }
  }
}
