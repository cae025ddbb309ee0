import { problem } from '../../core/problem.ts';
import type { Problem } from '../../core/problem.ts';
import type { Block, BlockId, Inline, ListItem } from '../../core/text.ts';
import { trimmed } from '../html/inlines.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import { isBlank } from '../xml/xml-node.ts';
import type { Becomes, XmlMapping } from './mapping.ts';
import { bestMatch, elementsAt, matches } from './paths.ts';
import type { Trail } from './paths.ts';

/** A text read by a mapping: its blocks, and the passages of each part that answers to one in another language. */
export interface MappedText {
  readonly blocks: readonly Block[];
  readonly units: ReadonlyMap<string, readonly BlockId[]>;
}

/** Reads the text below an element. Elements that the mapping does not name are shown as text, and said once. */
export function readMappedText(
  element: XmlElement,
  mapping: XmlMapping,
  mint: () => BlockId,
  say: (one: Problem) => void,
  file: string,
): MappedText {
  const reader = new TextByMapping(element, mapping, mint, say, file);
  const blocks = reader.blocksIn(element, [element.name]);
  return { blocks, units: reader.units };
}

/** Guards the part that is being read and what was said. */
class TextByMapping {
  readonly units = new Map<string, BlockId[]>();
  readonly #mapping: XmlMapping;
  readonly #mint: () => BlockId;
  readonly #say: (one: Problem) => void;
  readonly #file: string;
  readonly #said = new Set<string>();
  /** Elements whose words stand in a field: left out of the text, they are not lost. */
  readonly #fields: ReadonlySet<XmlElement>;
  #unit: string | undefined;

  constructor(
    root: XmlElement,
    mapping: XmlMapping,
    mint: () => BlockId,
    say: (one: Problem) => void,
    file: string,
  ) {
    this.#fields = new Set(mapping.fields.flatMap(([, path]) => elementsAt(root, path)));
    this.#mapping = mapping;
    this.#mint = mint;
    this.#say = say;
    this.#file = file;
  }

  /** Blocks within an element; words that stand between them are paragraphs. */
  blocksIn(parent: XmlElement, trail: Trail): Block[] {
    const blocks: Block[] = [];
    let inlines: Inline[] = [];
    const isMixed = this.#isMixed(parent, trail);
    const flush = (): void => {
      const content = trimmed(inlines);
      inlines = [];
      if (content.length > 0) blocks.push({ kind: 'paragraph', id: this.#passage(), content });
    };
    for (const child of parent.children) {
      if (typeof child === 'string') {
        inlines.push(spaced(child));
        continue;
      }
      const below = [...trail, child.name];
      const becomes = this.#becomes(child, below);
      if (isInline(becomes) || (becomes.kind === 'through' && isMixed))
        inlines.push(...this.#inline(child, below, becomes));
      else {
        flush();
        blocks.push(...this.#within(child, below, () => this.#blocksOf(child, below, becomes)));
      }
    }
    flush();
    return blocks;
  }

  /** Words beside elements, none of which is a block: then what is not named is part of a sentence. */
  #isMixed(parent: XmlElement, trail: Trail): boolean {
    const isBlock = (child: XmlElement): boolean => {
      const becomes = bestMatch(this.#mapping.blocks, [...trail, child.name]);
      return becomes !== undefined && becomes.kind !== 'through' && !isInline(becomes);
    };
    return (
      parent.children.some((child) => typeof child === 'string' && !isBlank(child)) &&
      !parent.children.some((child) => typeof child !== 'string' && isBlock(child))
    );
  }

  #blocksOf(element: XmlElement, trail: Trail, becomes: Becomes): readonly Block[] {
    const source = element.attributes['xml:id'] ?? element.attributes['id'];
    const base = source === undefined ? {} : { sourceId: source };
    switch (becomes.kind) {
      case 'heading':
        return [
          {
            kind: 'heading',
            level: becomes.level,
            id: this.#passage(),
            ...base,
            content: this.#inlinesIn(element, trail),
          },
        ];
      case 'paragraph':
        return [
          { kind: 'paragraph', id: this.#passage(), ...base, content: this.#inlinesIn(element, trail) },
        ];
      case 'list':
        return [
          {
            kind: 'list',
            id: this.#mint(),
            ...base,
            ordered: becomes.isOrdered,
            items: this.#itemsIn(element, trail),
          },
        ];
      case 'quote':
        return [{ kind: 'quote', id: this.#mint(), ...base, blocks: this.blocksIn(element, trail) }];
      case 'part':
        return [
          {
            kind: 'part',
            id: this.#mint(),
            ...base,
            role: element.name,
            blocks: this.blocksIn(element, trail),
          },
        ];
      default:
        return this.blocksIn(element, trail);
    }
  }

  #itemsIn(list: XmlElement, trail: Trail): readonly ListItem[] {
    const items: ListItem[] = [];
    const loose: XmlElement = { ...list, children: [] };
    for (const child of list.children) {
      const below = typeof child === 'string' ? trail : [...trail, child.name];
      const isItem = typeof child !== 'string' && this.#becomes(child, below).kind === 'item';
      if (isItem) items.push({ blocks: this.#within(child, below, () => this.blocksIn(child, below)) });
      else if (typeof child !== 'string' || child.trim() !== '') loose.children.push(child);
    }
    const rest = this.blocksIn(loose, trail);
    return rest.length === 0 ? items : [{ blocks: rest }, ...items];
  }

  #inlinesIn(parent: XmlElement, trail: Trail): Inline[] {
    return trimmed(
      parent.children.flatMap((child): readonly Inline[] => {
        if (typeof child === 'string') return [spaced(child)];
        const below = [...trail, child.name];
        return this.#inline(child, below, this.#becomes(child, below));
      }),
    );
  }

  #inline(element: XmlElement, trail: Trail, becomes: Becomes): readonly Inline[] {
    if (becomes.kind === 'line-break') return [{ kind: 'line-break' }];
    if (becomes.kind === 'left-out') {
      const value = this.#outsideFields(element);
      const where = { file: this.#file, line: element.line, field: element.name };
      if (value !== '') this.#say(problem('left-out', where, { value }));
      return [];
    }
    const content = this.#inlinesOf(element, trail);
    return becomes.kind === 'emphasis' ? [{ kind: 'emphasis', style: becomes.style, content }] : content;
  }

  /** The words of an element that stand in no field. */
  #outsideFields(element: XmlElement): string {
    if (this.#fields.has(element)) return '';
    const parts = element.children.map((child) =>
      typeof child === 'string' ? spaced(child) : this.#outsideFields(child),
    );
    return parts.join('').trim();
  }

  #inlinesOf(element: XmlElement, trail: Trail): Inline[] {
    return element.children.flatMap((child): readonly Inline[] => {
      if (typeof child === 'string') return [spaced(child)];
      const below = [...trail, child.name];
      return this.#inline(child, below, this.#becomes(child, below));
    });
  }

  /** What is not named: as text, within a paragraph or as one; said once for each name. */
  #becomes(element: XmlElement, trail: Trail): Becomes {
    const becomes = bestMatch(this.#mapping.blocks, trail);
    if (becomes !== undefined) return becomes;
    if (!this.#said.has(element.name)) {
      this.#said.add(element.name);
      this.#say(
        problem('element-not-understood', { file: this.#file, line: element.line }, { value: element.name }),
      );
    }
    return { kind: 'through' };
  }

  /** Reads a part that answers to one in another language, and gathers its passages under its name. */
  #within<T>(element: XmlElement, trail: Trail, read: () => T): T {
    const name = unitName(element, trail, this.#mapping);
    if (name === undefined) return read();
    const before = this.#unit;
    this.#unit = name;
    if (!this.units.has(name)) this.units.set(name, []);
    const value = read();
    this.#unit = before;
    return value;
  }

  #passage(): BlockId {
    const id = this.#mint();
    if (this.#unit !== undefined) this.units.get(this.#unit)?.push(id);
    return id;
  }
}

function unitName(element: XmlElement, trail: Trail, mapping: XmlMapping): string | undefined {
  for (const { path, attribute } of mapping.align) {
    if (!matches(path, trail)) continue;
    const value = attribute === undefined ? '' : element.attributes[attribute];
    if (value !== undefined) return `${path} ${value}`.trim();
  }
  return undefined;
}

const isInline = (becomes: Becomes): boolean =>
  becomes.kind === 'emphasis' || becomes.kind === 'line-break' || becomes.kind === 'left-out';

const spaced = (text: string): string => text.replace(/[ \t\r\n]+/g, ' ').normalize('NFC');
