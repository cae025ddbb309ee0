import { facsimilesOf, type NumberedPage } from '../../core/facsimile/page-of.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import type { Block, Inline, PageMark, Text } from '../../core/text.ts';
import { canvasId } from './canvas.ts';
import { languageMap } from './language-map.ts';
import type { Viewing } from './viewing.ts';

/** A heading, and the pages from the one on which it stands to the one on which the next does. */
interface Section {
  readonly title: string;
  readonly lang: string;
  readonly from: number;
}

const DEEPEST_HEADING = 3;

/**
 * The contents of a document by its pages, where its first text has headings and says where its pages
 * begin: each heading with the pages that its part stands on. Empty where that is not known.
 */
export function rangesOf(viewing: Viewing, document: ArchiveDocument): readonly object[] {
  const [facsimile] = facsimilesOf(document);
  const text = document.renditions.find((one) => one.kind === 'transcription');
  if (facsimile === undefined || text === undefined) return [];
  const pageNumber = (mark: PageMark): number | undefined => {
    const at = facsimile.pages.findIndex(
      ({ label, name }) => (mark.image !== undefined && name === mark.image) || label === mark.label,
    );
    return at < 0 ? undefined : at + 1;
  };
  const sections = sectionsOf(text.text, text.language, pageNumber);
  return sections.map((section, at) => {
    const last = Math.max(section.from, sections[at + 1]?.from ?? facsimile.pages.length);
    const pages: NumberedPage[] = facsimile.pages
      .slice(section.from - 1, last)
      .map((page, n) => ({ facsimile, page, number: section.from + n }));
    return {
      id: viewing.at('range', facsimile.key, String(at + 1)),
      type: 'Range',
      label: languageMap([{ text: section.title, lang: section.lang }]),
      items: pages.map((one) => ({ id: canvasId(viewing, one), type: 'Canvas' })),
    };
  });
}

function sectionsOf(
  { blocks }: Text,
  lang: string,
  pageNumber: (mark: PageMark) => number | undefined,
): readonly Section[] {
  const sections: Section[] = [];
  let page: number | undefined;
  const turn = (mark: PageMark): void => {
    page = pageNumber(mark) ?? page;
  };
  const walk = (all: readonly Block[]): void => {
    for (const block of all) {
      if (block.kind === 'page-break') turn(block.page);
      else if (block.kind === 'part' || block.kind === 'quote') walk(block.blocks);
      else if ('content' in block) {
        const from = page;
        marksIn(block.content, turn);
        const title =
          block.kind === 'heading' && block.level <= DEEPEST_HEADING ? wordsOf(block.content) : '';
        const stands = from ?? page;
        if (title !== '' && stands !== undefined)
          sections.push({ title, lang: block.lang ?? lang, from: stands });
      }
    }
  };
  walk(blocks);
  return sections;
}

function marksIn(content: readonly Inline[], turn: (mark: PageMark) => void): void {
  for (const inline of content) {
    if (typeof inline === 'string') continue;
    if (inline.kind === 'page-mark') turn(inline.page);
    else if ('content' in inline) marksIn(inline.content, turn);
  }
}

const wordsOf = (content: readonly Inline[]): string =>
  content
    .map((inline) =>
      typeof inline === 'string' ? inline : 'content' in inline ? wordsOf(inline.content) : ' ',
    )
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
