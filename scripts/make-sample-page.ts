/** One page of the sample as it might have lain in its file: typed, stamped, numbered, a little crooked. */
import type { Redaction } from '../src/core/redaction.ts';
import type { Block, Inline } from '../src/core/text.ts';

export interface TypedPage {
  readonly blocks: readonly Block[];
  /** The leaf's number, in pencil at the top. */
  readonly leaf: string;
  readonly letterhead: readonly string[];
  readonly stamps: readonly Stamp[];
  /** What a later hand wrote beside the text. */
  readonly hand?: { readonly words: string; readonly topPx: number };
  /** Degrees by which the page lies askew on the glass. */
  readonly turn: number;
}

export interface Stamp {
  readonly words: string;
  readonly topPx: number;
  readonly leftPx: number;
  readonly turn: number;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function words(content: readonly Inline[]): string {
  return content
    .map((inline) => {
      if (typeof inline === 'string') return escape(inline);
      switch (inline.kind) {
        case 'line-break':
          return '<br>';
        case 'redaction':
          return bar(inline.redaction);
        case 'note-mark':
        case 'page-mark':
          return '';
        case 'emphasis':
          return `<span class="${inline.style}">${words(inline.content)}</span>`;
        case 'mark':
          return inline.mark === 'hand'
            ? `<span class="hand">${words(inline.content)}</span>`
            : words(inline.content);
        default:
          return words(inline.content);
      }
    })
    .join('');
}

/** A bar burnt into the page, about as long as what it covers: a name, part of a line, or lines of 40 strokes. */
function bar({ extent }: Redaction): string {
  const { amount = 3, unit = 'line', isApproximate = false } = extent ?? {};
  const strokes = unit === 'name' ? 18 : isApproximate ? 30 : Math.round(amount * 40);
  return `<span class="bar">${Array.from({ length: Math.ceil(strokes / 5) }, () => '█████').join('&#8203;')}</span>`;
}

function block(one: Block): string {
  const place = one.place ? ` class="${one.place}"` : '';
  switch (one.kind) {
    case 'heading':
      return `<h1>${words(one.content)}</h1>`;
    case 'opener':
    case 'closer':
    case 'paragraph':
      return `<p${place}>${words(one.content)}</p>`;
    case 'list':
      return `<div class="list">${one.caption ? `${words(one.caption)}:` : ''}${one.items.map((item) => `<div>— ${item.blocks.map(inner).join(' ')}</div>`).join('')}</div>`;
    case 'redaction':
      return `<p>${bar(one.redaction)}</p>`;
    default:
      return '';
  }
}
const inner = (one: Block): string => (one.kind === 'paragraph' ? words(one.content) : '');

/** The page as HTML of 1000 by 1414 px, with the typewriter's face given as data: URIs. */
export function pageHtml(page: TypedPage, faces: string): string {
  const stamps = page.stamps.map(
    ({ words: text, topPx, leftPx, turn }) =>
      `<div class="stamp" style="top:${topPx}px;left:${leftPx}px;transform:rotate(${turn}deg)">${escape(text)}</div>`,
  );
  const hand = page.hand
    ? `<div class="hand margin" style="top:${page.hand.topPx}px">${escape(page.hand.words)}</div>`
    : '';
  return `<!doctype html><meta charset="utf-8"><style>${faces}
*{box-sizing:border-box}body{margin:0;width:1000px;height:1414px;overflow:hidden;background:#cbcbcb;filter:grayscale(1)}
.sheet{position:absolute;inset:14px 16px;background:linear-gradient(97deg,#efece4,#f7f5ef 40%,#ebe7dd);transform:rotate(${page.turn}deg);padding:150px 110px 60px 150px;
font:400 21.5px/1.62 'IBM Plex Mono';color:#26242a}
.type{filter:url(#ink)}h1{font-size:24px;font-weight:400;letter-spacing:.14em;margin:0 0 1em;text-decoration:underline;text-underline-offset:6px}
p{margin:0 0 1em}.right{text-align:right}.center{text-align:center}.spaced{letter-spacing:.2em}.bold{text-decoration:underline}.underline{text-decoration:underline}
.list{margin:0 0 1em 1.4em;font-size:.94em}
.bar{color:#0b0b0c;background:#0b0b0c;line-height:1;word-break:break-all;-webkit-box-decoration-break:clone}
.hand{font:italic 400 27px/1.25 'STIX Two Text';color:#44424c}.margin{position:absolute;left:22px;width:122px;font-size:23px;transform:rotate(-7deg)}
.head{position:absolute;top:58px;left:150px;font-size:16px;line-height:1.4;letter-spacing:.06em;filter:url(#ink)}
.leaf{position:absolute;top:44px;right:70px;font:italic 400 38px 'STIX Two Text';color:#5b5963;transform:rotate(-5deg)}
.stamp{position:absolute;border:4px solid #55535b;border-radius:5px;padding:4px 16px;font-size:25px;letter-spacing:.16em;color:#55535b;opacity:.72;filter:url(#worn);white-space:pre;text-align:center}
.foot{position:absolute;bottom:26px;left:0;right:0;text-align:center;font-size:14px;color:#55535b;letter-spacing:.05em}
.hole{position:absolute;left:34px;width:30px;height:30px;border-radius:50%;background:#cbcbcb;box-shadow:inset 1px 2px 3px #8a877f}
.grain{position:absolute;inset:0;filter:url(#paper);opacity:.11;mix-blend-mode:multiply}</style>
<svg width="0" height="0"><filter id="ink"><feTurbulence baseFrequency=".5" numOctaves="2" seed="7"/><feDisplacementMap in="SourceGraphic" scale="1.3"/></filter>
<filter id="worn"><feTurbulence baseFrequency=".09" numOctaves="3" seed="11" result="n"/><feColorMatrix in="n" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 -6 3.6" result="m"/><feComposite in="SourceGraphic" in2="m" operator="in"/></filter>
<filter id="paper" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".022 .03" numOctaves="3" seed="3"/><feColorMatrix values="0 0 0 0 .3 0 0 0 0 .28 0 0 0 0 .25 1.6 0 0 0 -.45"/></filter></svg>
<div class="sheet"><div class="head">${page.letterhead.map(escape).join('<br>')}</div><div class="leaf">${escape(page.leaf)}</div>
<div class="hole" style="top:420px"></div><div class="hole" style="top:940px"></div>
<div class="type">${page.blocks.map(block).join('')}</div>${hand}${stamps.join('')}
<div class="foot">Invented for the sample archive</div></div><div class="grain"></div>`;
}
