import type { CompareColumn, Comparison, ComparePage } from '../../actions/compare-page.ts';
import { catalogueDate } from '../../core/document.ts';
import { addressOf, addressWithin } from '../addresses.ts';
import { attributes, html, nothing, type Child, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { inLanguage, linkTo, shortTitle } from './entry.ts';
import { stamp } from './marks.ts';
import { dateWords } from './when.ts';

/** What tells a column from those beside it, in few words. */
export function nameOf(
  site: Site,
  kind: Comparison,
  { name, page, text, release, side }: CompareColumn,
): string {
  const { words } = site;
  if (kind === 'accounts') return side ?? shortTitle(page.label.title, 40);
  if (release !== undefined) return words.compare.shortRelease(release.date?.slice(0, 4), release.key);
  if (kind === 'editions' || /^v\d+$/.test(name)) return words.compare.edition(page.view.edition.number);
  if (text !== undefined && kind === 'texts')
    return text.kind === 'translation' && text.by !== undefined
      ? `${words.languageName(text.language)}, ${text.by}`
      : words.languageName(text.language);
  return side ?? shortTitle(page.label.title, 40);
}

/** The head of a column: what it is, and what is known of how it came to be. */
export function whoHtml(site: Site, page: ComparePage, column: CompareColumn, at: number): Html {
  const silent = column.text === undefined && html`<p>${site.words.compare.noText[page.kind]}</p>`;
  return html`<div${attributes({ class: `who at-${at + 1}` })}>${headOf(site, page, column, at)}${silent}</div>`;
}

function headOf(site: Site, page: ComparePage, column: CompareColumn, at: number): Html {
  if (column.release !== undefined) return releaseHead(site, page, column, column.release, at);
  if (page.kind === 'editions' || /^v\d+$/.test(column.name)) return editionHead(site, column);
  if (page.kind === 'texts') return textHead(site, column);
  return accountHead(site, column);
}

function accountHead(site: Site, { page, text, side }: CompareColumn): Html {
  const date = catalogueDate(page.view.record);
  const facts = [
    side,
    page.view.record.genre,
    date === undefined ? undefined : dateWords(site, date),
    languageOf(site, text),
  ];
  return html`<h2>${linkTo(site, page.label)}</h2><p>${facts.filter(Boolean).join(' · ')}</p>`;
}

const languageOf = ({ words }: Site, text: CompareColumn['text']): string | undefined =>
  text === undefined
    ? undefined
    : text.kind === 'translation'
      ? words.compare.translated(words.languageName(text.language))
      : words.compare.transcribed(words.languageName(text.language));

function releaseHead(
  site: Site,
  page: ComparePage,
  column: CompareColumn,
  release: NonNullable<CompareColumn['release']>,
  at: number,
): Html {
  const { words } = site;
  const heading =
    release.date === undefined
      ? words.compare.undatedRelease
      : words.compare.releaseOf(words.date(release.date));
  const facts = [
    release.authority,
    release.caseNumber === undefined ? undefined : words.document.caseNumber(release.caseNumber),
    release.exemptions.length === 0 ? undefined : words.document.exemptions(release.exemptions),
    release.words?.replace(/\.$/, ''),
  ];
  const counts = page.counts[at] ?? { held: 0, opened: 0 };
  return html`${stamp(words, release.outcome === 'full' ? 'open' : release.outcome === 'part' ? 'part' : 'closed')}<h2>${heading}</h2><p>${facts.filter(Boolean).join('. ')}.</p>${column.text === undefined ? nothing : html`<p>${words.compare.heldIn(counts.held)}${counts.opened > 0 && ` ${words.compare.openedIn(counts.opened)}`}</p>`}`;
}

function editionHead(site: Site, { page }: CompareColumn): Html {
  const { words } = site;
  const { edition, editions } = page.view;
  const isNewest = edition.number === editions.at(-1)?.number;
  const address = isNewest
    ? addressOf(site, page.label)
    : addressWithin(site, page.label, 'v', String(edition.number));
  const facts: Child[] = [words.instant(edition.at)];
  if (edition.why !== undefined) facts.push(` · ${edition.why}`);
  if (isNewest) facts.push(` · ${words.compare.asNow}`);
  return html`<h2><a${attributes({ href: address })}>${words.compare.edition(edition.number)}</a></h2><p>${facts}</p>`;
}

function textHead(site: Site, { text, page }: CompareColumn): Html {
  const { words } = site;
  if (text === undefined) return html`<h2>${page.label.title}</h2>`;
  const kind = text.kind === 'transcription' ? words.document.transcription : words.document.translation;
  return html`<h2${inLanguage(site, undefined)}>${words.languageName(text.language)}</h2><p>${[kind, text.by].filter(Boolean).join(' · ')}</p>`;
}
