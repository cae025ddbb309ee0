import { placeOfLink } from '../../core/links.ts';
import { directionOf } from '../../core/language.ts';
import type { Redaction } from '../../core/redaction.ts';
import { impossible } from '../../core/result.ts';
import type { EditorialMark, EmphasisStyle, Inline, LinkTarget, PageMark } from '../../core/text.ts';
import { escapeHtml, escapeText } from '../html.ts';
import { fragmentOf, namedBySource } from './source-places.ts';
import type { TextContext } from './text.ts';

/** What stands within a block, as markup. */
export function inlineMarkup(content: readonly Inline[], context: TextContext): string {
  let out = '';
  for (const part of content)
    out += typeof part === 'string' ? stringMarkup(part, context) : partMarkup(part, context);
  return out;
}

const stringMarkup = (words: string, { pen }: TextContext): string =>
  pen === undefined ? escapeText(words) : pen.write(words);

function partMarkup(part: Exclude<Inline, string>, context: TextContext): string {
  switch (part.kind) {
    case 'emphasis':
      return wrap(EMPHASIS[part.style], inlineMarkup(part.content, context));
    case 'name':
      return nameMarkup(part, context);
    case 'date':
      return dateMarkup(part, context);
    case 'link':
      return linkMarkup(part.to, inlineMarkup(part.content, context), context);
    case 'note-mark':
      return context.pen === undefined ? noteMark(part.note, part.label, context) : '';
    case 'page-mark':
      return ` <span class="page-mark"${leafOf(part.page, context)}${namedBySource(part.page.sourceId, context)}><span class="visually-hidden">${escapeHtml(context.words.text.pageWord)} </span>${escapeHtml(part.page.label)}</span> `;
    case 'line-break':
      context.pen?.pass(' ');
      return '<br>';
    case 'redaction':
      return redactionMarkup(part.redaction, context, false);
    case 'mark':
      return markMarkup(part.mark, part.note, inlineMarkup(part.content, context), context);
    case 'span': {
      const direction = part.dir ?? (part.lang === undefined ? undefined : directionOf(part.lang));
      const lang = part.lang === undefined ? '' : ` lang="${escapeHtml(part.lang)}"`;
      const dir = direction === undefined ? '' : ` dir="${direction}"`;
      return `<span${lang}${dir}>${inlineMarkup(part.content, context)}</span>`;
    }
    default:
      return impossible(part);
  }
}

/** Which page image begins here, for what turns the scan with the text. */
function leafOf(page: PageMark, context: TextContext): string {
  context.used?.add('page');
  const leaf = context.leafOf?.(page);
  return leaf === undefined ? '' : ` data-leaf="${escapeHtml(leaf.anchor)}"`;
}

const UNCERTAIN = /[?~%X]/;

/** A date that its reader was not sure of says so. */
function dateMarkup(part: Extract<Inline, { kind: 'date' }>, context: TextContext): string {
  const inner = inlineMarkup(part.content, context);
  if (part.date === undefined || !UNCERTAIN.test(part.date)) return inner;
  context.used?.add('uncertain-date');
  const { words } = context;
  return signed('uncertain', `${words.reading.uncertainDate}: ${words.date(part.date)}`, inner);
}

/** Something marked quietly: what it says of itself is there to be heard, and to be pointed at. */
const signed = (name: string, says: string, inner: string): string =>
  `<span class="${name}" title="${escapeHtml(says)}"><span class="visually-hidden">${escapeHtml(says)}: </span>${inner}</span>`;

type Wrapper = readonly [open: string, close: string];

const EMPHASIS: Readonly<Record<EmphasisStyle, Wrapper>> = {
  italic: ['<i>', '</i>'],
  bold: ['<b>', '</b>'],
  underline: ['<span class="underlined">', '</span>'],
  strikethrough: ['<s>', '</s>'],
  'small-caps': ['<span class="small-caps">', '</span>'],
  superscript: ['<sup>', '</sup>'],
  subscript: ['<sub>', '</sub>'],
  spaced: ['<span class="spaced">', '</span>'],
  roman: ['<span class="upright">', '</span>'],
  code: ['<code>', '</code>'],
};

const wrap = ([open, close]: Wrapper, inner: string): string => open + inner + close;

/** A link has words, and no other link within it. */
const canBeLink = (inner: string): boolean => inner.trim() !== '' && !inner.includes('<a ');

/** A name is the only link of a text without a class: there are many, and they are to be quiet. */
function nameMarkup(name: Extract<Inline, { kind: 'name' }>, context: TextContext): string {
  const inner = inlineMarkup(name.content, context);
  const label = name.key === undefined ? undefined : context.mention(name.key);
  return label === undefined || !canBeLink(inner)
    ? inner
    : `<a href="${context.address(label)}">${inner}</a>`;
}

/** Only these are ever made a link that leaves the archive. */
const WEB = /^(https?:\/\/|mailto:)[^\s]+$/i;

function linkMarkup(to: LinkTarget, inner: string, context: TextContext): string {
  if (!canBeLink(inner)) return inner;
  switch (to.kind) {
    case 'block':
      return context.pen === undefined
        ? `<a class="ref" href="#${escapeHtml(to.block)}">${inner}</a>`
        : inner;
    case 'web':
      return WEB.test(to.url)
        ? `<a class="ref" href="${escapeHtml(to.url)}" rel="noopener nofollow">${inner}</a>`
        : inner;
    case 'identifier':
    case 'number': {
      const place = placeOfLink(to);
      const label = place === undefined ? undefined : context.links.get(place);
      if (label === undefined) return inner;
      const block = label.block === undefined ? '' : `#${fragmentOf(label.block)}`;
      return `<a class="ref" href="${context.address(label)}${escapeHtml(block)}">${inner}</a>`;
    }
    default:
      return impossible(to);
  }
}

function noteMark(note: string, ownLabel: string, context: TextContext): string {
  const label = ownLabel || context.noteLabels?.get(note) || '*';
  const id = context.seen.has(note) ? '' : ` id="r-${escapeHtml(note)}"`;
  context.seen.add(note);
  return `<a class="noteref"${id} href="#${escapeHtml(note)}" aria-label="${escapeHtml(context.words.text.note(label))}">${escapeHtml(label)}</a>`;
}

/** Brackets are read aloud, and stand for themselves; `del`, `ins` and `abbr` are known to every reader. */
const MARKS: Readonly<Record<EditorialMark, Wrapper>> = {
  unclear: ['', ''],
  supplied: ['[', ']'],
  deleted: ['<del>', '</del>'],
  added: ['<ins>', '</ins>'],
  gap: ['<span class="gap">[', ']</span>'],
  sic: ['', ''],
  corrected: ['[', ']'],
  abbreviation: ['<abbr>', '</abbr>'],
  expansion: ['[', ']'],
  hand: ['', ''],
};

/** How marks look that have no element of their own. */
const LOOKS: Readonly<Partial<Record<EditorialMark, string>>> = {
  unclear: 'unclear',
  supplied: 'supplied',
  sic: 'sic',
  corrected: 'supplied',
  expansion: 'supplied',
  hand: 'hand',
};

/** An editor's mark, or the doubt of a machine. */
function markMarkup(
  mark: EditorialMark,
  note: string | undefined,
  inner: string,
  context: TextContext,
): string {
  const { words } = context;
  const isDoubt = mark === 'unclear' && context.isMachine === true;
  context.used?.add(isDoubt ? 'doubtful' : mark);
  const means = isDoubt ? words.reading.doubtful : words.text.marks[mark];
  const says = note === undefined ? means : `${means}: ${note}`;
  const shown = inner === '' && mark === 'gap' ? escapeHtml(note ?? words.text.gap) : inner;
  const [open, close] = MARKS[mark];
  const look = LOOKS[mark];
  if (look !== undefined) return signed(look, says, open + shown + close);
  return `${open.replace(/>/, ` title="${escapeHtml(says)}">`)}${shown}${close}`;
}

/** What an agency held back: a black bar with its words; or, if a later release showed it, what it showed. */
export function redactionMarkup(redaction: Redaction, context: TextContext, isBlock: boolean): string {
  const { words } = context;
  const why = [redaction.words, redaction.exemption].filter(Boolean).join(' · ');
  context.used?.add(redaction.shownLater === undefined ? 'redaction' : 'restored');
  context.pen?.pass(redaction.words);
  if (redaction.shownLater !== undefined && context.pen === undefined) {
    const { release, words: shown } = redaction.shownLater;
    const year = context.releaseYear?.(release);
    return `<ins class="restored" title="${escapeHtml(words.text.heldBackBefore(why))}">${escapeHtml(shown)}</ins> <span class="restored-tag">[${escapeHtml(words.text.opened(year))}]</span>`;
  }
  return `<span class="withheld${isBlock ? ' block' : ''}"><span class="visually-hidden">${escapeHtml(words.text.heldBack)}: </span>${escapeHtml(why)}</span>`;
}
