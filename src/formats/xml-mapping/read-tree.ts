import { problem } from '../../core/problem.ts';
import type { Problem } from '../../core/problem.ts';
import type { TextSource } from '../format.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import { createXmlReader } from '../xml/xml-reader.ts';

/** A whole XML file as a tree; without a root where there was no element to read. */
export interface XmlTree {
  readonly root: XmlElement | undefined;
  readonly problems: readonly Problem[];
}

/** A tree is held whole, so a file that is read as one may have at most so many characters. */
const TREE_LIMIT = 100_000_000;

/** Reads a file as a tree, with what was broken in it as problems. For formats whose files are small. */
export async function readTree(source: TextSource): Promise<XmlTree> {
  const problems: Problem[] = [];
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  const reader = createXmlReader(source.name, {
    open: (name, attributes, line) => {
      const element: XmlElement = { name, attributes: { ...attributes }, children: [], line };
      open.at(-1)?.children.push(element);
      root ??= element;
      open.push(element);
    },
    close: () => {
      open.pop();
    },
    text: (text) => {
      const children = open.at(-1)?.children;
      const last = children?.at(-1);
      if (typeof last === 'string') children?.splice(-1, 1, last + text);
      else children?.push(text);
    },
    problem: (one) => problems.push(one),
  });
  let length = 0;
  for await (const chunk of source.chunks) {
    length += chunk.length;
    if (length > TREE_LIMIT) {
      problems.push(problem('too-large', { file: source.name }, { facts: { limit: TREE_LIMIT } }));
      return { root: undefined, problems };
    }
    reader.write(chunk);
  }
  reader.end();
  return { root, problems };
}
