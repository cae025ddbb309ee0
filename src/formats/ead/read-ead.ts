import type { Draft, Read, SourceKey } from '../../core/draft.ts';
import { sourceKey } from '../../core/draft.ts';
import type { LanguageTag } from '../../core/language.ts';
import { problem } from '../../core/problem.ts';
import type { Problem } from '../../core/problem.ts';
import type { Unit } from '../../core/repository.ts';
import type { ReferenceLevel, ReferenceStep } from '../../core/source.ts';
import { languageOfOptions } from '../csv/read-table.ts';
import { repositoryStub } from '../fields/authorities.ts';
import { readLanguage } from '../fields/languages.ts';
import type { TextSource } from '../format.ts';
import { readTree } from '../xml-mapping/read-tree.ts';
import { childOf, childrenOf, descendantsOf, pathOf } from '../xml/xml-node.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import { digitalObjects } from './digital-objects.ts';
import { lineOf, linesOfElement } from './element-text.ts';
import { accessOf, datesOf, describing, elementsOf, extentOf, isComponent } from './unit-parts.ts';
import type { FindingAid } from './unit-parts.ts';
import { ownLevelOf } from './write-level.ts';

/**
 * Reads a finding aid in EAD 2002 (with its namespace or without) or EAD3: the repository by name, each
 * unit from the fonds down to the item as a `unit` with its path, and each digital object as a document that
 * hangs on its unit. The header describes the finding aid, not the archive, and is not read; all other text
 * stands in an element of a unit or is a problem. What is marked as internal is said and left out.
 */
export async function* readEad(source: TextSource): AsyncGenerator<Read> {
  const { root, problems } = await readTree(source);
  for (const one of problems) yield { kind: 'problem', problem: one };
  const archdesc = childOf(root, 'archdesc');
  if (root === undefined || archdesc === undefined) {
    yield {
      kind: 'problem',
      problem: problem('xml-broken', { file: source.name }, { facts: { message: 'there is no archdesc' } }),
    };
    return;
  }
  yield* new AidReader(source, root).read(archdesc);
}

const LEVELS: ReadonlyMap<string, ReferenceLevel> = new Map<string, ReferenceLevel>([
  ['collection', 'collection'],
  ['fonds', 'fonds'],
  ['recordgrp', 'record-group'],
  ['series', 'series'],
  ['subseries', 'subseries'],
  ['subgrp', 'subseries'],
  ['subfonds', 'subseries'],
  ['class', 'series'],
  ['file', 'file'],
  ['item', 'item'],
]);

/** Guards the numbering of units and what was said. */
class AidReader {
  readonly #aid: FindingAid;
  readonly #problems: Problem[] = [];
  readonly #root: XmlElement;
  readonly #eadId: string;
  readonly #lang: LanguageTag;
  readonly #repository: Draft;
  readonly #keys = new Set<SourceKey>();
  #order = 0;

  constructor(source: TextSource, root: XmlElement) {
    const name = repositoryName(root);
    this.#aid = {
      file: source.name,
      repositoryName: name,
      say: (one) => this.#problems.push(one),
      said: new Set(),
    };
    this.#root = root;
    const id = lineOf(pathOf(root, 'eadheader', 'eadid') ?? pathOf(root, 'control', 'recordid'));
    this.#eadId = id.replace(/\.xml$/i, '') || source.name.replace(/^.*\//, '').replace(/\.\w+$/, '');
    this.#lang = languageOf(root) ?? languageOfOptions(source.options?.['language']);
    this.#repository = repositoryStub(name, undefined, root.line);
  }

  *read(archdesc: XmlElement): Generator<Read> {
    yield { kind: 'draft', draft: this.#repository };
    if (isArchive(archdesc)) {
      const below = new Set<string>();
      this.#sayOfArchive(archdesc);
      for (const component of componentsOf(archdesc)) yield* this.#unit(component, [], below);
    } else yield* this.#unit(archdesc, [], new Set());
    for (const child of this.#root.children)
      if (
        typeof child !== 'string' &&
        !['eadheader', 'control', 'archdesc', 'frontmatter'].includes(child.name)
      )
        this.#aid.say(
          problem(
            'text-without-place',
            { file: this.#aid.file, line: child.line, field: child.name },
            { value: lineOf(child) },
          ),
        );
    yield* this.#drain();
  }

  /** What a finding aid tells of the archive itself belongs to the archive's own record. */
  #sayOfArchive(archdesc: XmlElement): void {
    for (const part of describing(archdesc, this.#aid))
      if (!['repository', 'unittitle', 'unitid'].includes(part.name))
        this.#aid.say(
          problem(
            'left-out',
            { file: this.#aid.file, line: part.line, field: part.name },
            { value: lineOf(part) },
          ),
        );
  }

  *#drain(): Generator<Read> {
    for (const one of this.#problems.splice(0)) yield { kind: 'problem', problem: one };
  }

  *#unit(element: XmlElement, above: readonly ReferenceStep[], siblings: Set<string>): Generator<Read> {
    const order = this.#order++;
    const parts = describing(element, this.#aid);
    const level = element.attributes['level'] ?? element.attributes['otherlevel'] ?? 'file';
    const step = this.#step(
      parts,
      level === 'otherlevel' ? element.attributes['otherlevel'] : level,
      siblings,
    );
    const path = [...above, step];
    const key = this.#key(element, path);
    const titles = parts
      .filter((part) => part.name === 'unittitle')
      .map((part) => lineOf(part))
      .filter(Boolean);
    const { words, edtf } = datesOf(parts);
    const extent = extentOf(parts);
    const access = accessOf(parts, this.#aid);
    const front = above.length === 0 ? this.#frontMatter() : [];
    if (titles.length === 0)
      this.#aid.say(
        problem('title-missing', { file: this.#aid.file, line: element.line, field: element.name }),
      );
    const record: Unit<SourceKey> = {
      kind: 'unit',
      identifiers: [identifierOf(key)],
      repository: this.#repository.key,
      path,
      level: levelWords(element.attributes),
      titles: (titles.length > 0 ? titles : words === '' ? [] : [words]).map((text) => ({
        text,
        lang: this.#lang,
      })),
      ...(words ? { dateWords: words } : {}),
      ...(edtf ? { edtf } : {}),
      ...(extent ? { extent } : {}),
      elements: [...elementsOf(parts, this.#aid), ...front],
      ...(access ? { accessWords: access } : {}),
      order,
      attestations: [],
    };
    yield* this.#drain();
    yield { kind: 'draft', draft: { key, record, joins: 'whole', line: element.line } };
    yield* digitalObjects(parts, {
      unit: record,
      key,
      repository: this.#repository,
      lang: this.#lang,
      aid: this.#aid,
    });
    yield* this.#drain();
    const below = new Set<string>();
    for (const component of componentsOf(element)) yield* this.#unit(component, path, below);
  }

  /** A unit by its own code; one without is called by its place among its siblings. */
  #step(parts: readonly XmlElement[], level: string | undefined, siblings: Set<string>): ReferenceStep {
    const own = lineOf(parts.find((part) => part.name === 'unitid'));
    let code = own || String(siblings.size + 1);
    for (let nth = 2; siblings.has(code); nth++) code = `${own || siblings.size + 1} (${nth})`;
    siblings.add(code);
    return { level: LEVELS.get(level ?? '') ?? ownLevelOf(level) ?? 'file', code };
  }

  #key(element: XmlElement, path: readonly ReferenceStep[]): SourceKey {
    const id = element.attributes['id'] ?? '';
    const place = path
      .slice(1)
      .map((step) => step.code)
      .join('/');
    const value = path.length === 1 ? this.#eadId : `${this.#eadId}#${id || place}`;
    let key = sourceKey('ead', value);
    if (this.#keys.has(key)) key = sourceKey('ead', `${this.#eadId}#${place}`);
    this.#keys.add(key);
    return key;
  }

  #frontMatter(): Unit['elements'] {
    const front = childOf(this.#root, 'frontmatter');
    const text = front === undefined ? '' : linesOfElement(front);
    return text === '' ? [] : [{ element: 'Title page', text }];
  }
}

/** Whether what is described is the archive itself: then what it holds is the outermost. So we write it. */
const isArchive = ({ attributes }: XmlElement): boolean =>
  attributes['level'] === 'otherlevel' && attributes['otherlevel'] === 'repository';

const identifierOf = (key: SourceKey) => ({ scheme: 'ead', value: key.slice('ead:'.length) });

/** The components right below a unit, in its `dsc` or not, and those in further ones. */
function componentsOf(element: XmlElement): readonly XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    if (isComponent(child)) return [child];
    return child.name === 'dsc' ? componentsOf(child) : [];
  });
}

const levelWords = (attributes: XmlElement['attributes']): string => {
  const level = attributes['level'] ?? 'file';
  if (level === 'otherlevel') return attributes['otherlevel'] ?? 'file';
  return level === 'recordgrp' ? 'record group' : level === 'subgrp' ? 'subgroup' : level;
};

function repositoryName(root: XmlElement): string {
  const did = pathOf(root, 'archdesc', 'did', 'repository');
  const name = did && ([...descendantsOf(did, 'corpname')][0] ?? [...descendantsOf(did, 'name')][0]);
  const stated = lineOf(name) || lineOf(did);
  const publisher = pathOf(root, 'eadheader', 'filedesc', 'publicationstmt', 'publisher');
  const agency = pathOf(root, 'control', 'maintenanceagency', 'agencyname');
  return (stated || lineOf(agency) || lineOf(publisher) || 'unnamed repository')
    .replace(/ -- /g, ', ')
    .slice(0, 200);
}

/** The language that the finding aid is written in. */
function languageOf(root: XmlElement): LanguageTag | undefined {
  const usage =
    pathOf(root, 'eadheader', 'profiledesc', 'langusage') ?? pathOf(root, 'control', 'languagedeclaration');
  const named = childrenOf(usage, 'language')[0];
  return readLanguage(named?.attributes['langcode'] ?? lineOf(named ?? usage));
}
