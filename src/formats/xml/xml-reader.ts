import { SaxesParser } from 'saxes';
import { problem, type Problem } from '../../core/problem.ts';
import { ENTITIES } from './entities.ts';
import { createMender } from './mend.ts';

/** What a reader of XML is told, in document order. Broken places are reported, and reading goes on behind them. */
export interface XmlHandler {
  /** `depth` counts from 1 at the root. */
  readonly open: (name: string, attributes: Readonly<Record<string, string>>, line: number) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string, line: number) => void;
  readonly problem: (problem: Problem) => void;
}

/** Beyond this depth an element's tags are passed over and its text goes to the last element within. */
export const MAX_DEPTH = 200;
/** So many broken places of one file are listed one by one; the rest are counted. */
export const MAX_BROKEN = 40;
const WRITE_SIZE = 1 << 16;

/** A parser that is fed text and calls its handler; `end` must be called once, after the last text. */
export interface XmlReader {
  readonly write: (text: string) => void;
  readonly end: () => void;
}

function refuseDeclarations(
  doctype: string,
  file: string,
  line: number,
  handler: XmlHandler,
): ReadonlySet<string> {
  const declared = new Set<string>();
  handler.problem(problem('xml-doctype-ignored', { file, line }, { value: doctype.trim() }));
  for (const [, parameter, name] of doctype.matchAll(/<!ENTITY\s+(%\s+)?([^\s"'>]+)/g)) {
    if (name === undefined || declared.size >= MAX_BROKEN) continue;
    declared.add(name);
    handler.problem(
      problem('xml-entity-refused', { file, line }, { value: `${parameter ? '%' : '&'}${name};` }),
    );
  }
  return declared;
}

/** The prefixes that mean the root's own namespace: "tei:TEI", or xmlns:tei beside the same xmlns. */
function prefixesOf(root: string, attributes: Readonly<Record<string, string>>): readonly string[] {
  const own = root.includes(':') ? root.slice(0, root.indexOf(':')) : undefined;
  const namespace = attributes[own === undefined ? 'xmlns' : `xmlns:${own}`];
  return Object.entries(attributes).flatMap(([name, value]) =>
    name.startsWith('xmlns:') && value === namespace ? [`${name.slice('xmlns:'.length)}:`] : [],
  );
}

/**
 * A streaming reader of XML that no input can make grow or reach outside: entities other than HTML's characters
 * are refused and stay as written ("&bomb;"), a DOCTYPE is noted and not followed, depth is bounded, and what is
 * not well-formed is a problem with its line behind which reading goes on.
 *
 * Elements of the root's namespace lose its prefix ("tei:date"); those of others keep theirs ("frus:attachment").
 */
export function createXmlReader(file: string, handler: XmlHandler): XmlReader {
  const parser = new SaxesParser({ position: false, xmlns: false });
  let declared: ReadonlySet<string> = new Set();
  const prefixes: string[] = [];
  let depth = 0;
  let broken = 0;
  let isTooDeepReported = false;
  const unknown = new Set<string>();
  const where = (field?: string) => ({ file, line: parser.line, ...(field ? { field } : {}) });
  const bare = (name: string): string => {
    for (const prefix of prefixes) if (name.startsWith(prefix)) return name.slice(prefix.length);
    return name;
  };

  const sayBroken = (what: string): void => {
    broken++;
    if (broken <= MAX_BROKEN) handler.problem(problem('xml-broken', where(), { value: what }));
  };
  parser.ENTITIES = knownEntities((name) => {
    const value = `&${name};`;
    if (declared.has(name) || unknown.has(value) || unknown.size >= MAX_BROKEN) return;
    unknown.add(value);
    handler.problem(problem('xml-entity-unknown', where(), { value }));
  });
  parser.on('doctype', (text) => {
    declared = refuseDeclarations(text, file, parser.line, handler);
  });
  parser.on('opentag', (tag) => {
    depth++;
    if (depth === 1) prefixes.push(...prefixesOf(tag.name, tag.attributes));
    if (broken > 0)
      for (const value of swallowedIn(tag.attributes))
        handler.problem(problem('text-without-place', where(tag.name), { value }));
    if (depth <= MAX_DEPTH) return handler.open(bare(tag.name), tag.attributes, parser.line);
    if (isTooDeepReported) return;
    isTooDeepReported = true;
    handler.problem(problem('xml-too-deep', where(), { value: tag.name, facts: { limit: MAX_DEPTH } }));
  });
  parser.on('closetag', (tag) => {
    if (depth <= MAX_DEPTH) handler.close(bare(tag.name));
    depth--;
  });
  parser.on('text', (text) => handler.text(text, parser.line));
  parser.on('cdata', (text) => handler.text(text, parser.line));
  parser.on('error', (error) => sayBroken(error.message));
  return mendedReader(parser, sayBroken, () => {
    if (broken <= MAX_BROKEN) return;
    const more = { value: `+${broken - MAX_BROKEN}`, facts: { count: broken } };
    handler.problem(problem('xml-broken', { file }, more));
  });
}

function mendedReader(
  parser: Pick<SaxesParser, 'write' | 'close'>,
  mended: (what: string) => void,
  ended: () => void,
): XmlReader {
  const pass = (text: string): void => {
    parser.write(text);
  };
  const mender = createMender({ pass, mended });
  return {
    write: (text) => {
      for (let at = 0; at < text.length; at += WRITE_SIZE) mender.write(text.slice(at, at + WRITE_SIZE));
    },
    end: () => {
      mender.write('', true);
      parser.close();
      ended();
    },
  };
}

/** Entities by name: HTML's are their characters, any other stays as it is written and is told. */
const knownEntities = (tell: (name: string) => void): Record<string, string> =>
  new Proxy<Record<string, string>>(
    {},
    {
      get: (_, name) => {
        const known = ENTITIES.get(String(name));
        if (known === undefined) tell(String(name));
        return known ?? `&${String(name)};`;
      },
    },
  );

/** A value that a missing quotation mark made swallow tags: its text has no place, and is said. */
function* swallowedIn(attributes: Readonly<Record<string, string>>): Generator<string> {
  for (const value of Object.values(attributes))
    if (value.includes('<')) for (let at = 0; at < value.length; at += 200) yield value.slice(at, at + 200);
}
