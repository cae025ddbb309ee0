import type { Unit } from '../../core/repository.ts';
import { parseEdtf } from '../../core/date/edtf.ts';
import { readDateWords } from '../../core/date/read-date-words.ts';
import type { SourceKey } from '../../core/draft.ts';
import { problem } from '../../core/problem.ts';
import type { Problem } from '../../core/problem.ts';
import { childOf, childrenOf, descendantsOf } from '../xml/xml-node.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import { lineOf, linesOfElement } from './element-text.ts';
import { saysTerm, termOf } from './terms.ts';

export type UnitElement = Unit<SourceKey>['elements'][number];

/** What holds for the whole finding aid while its units are read. */
export interface FindingAid {
  readonly file: string;
  readonly repositoryName: string;
  readonly say: (one: Problem) => void;
  /** Elements that were said not to be understood, each once. */
  readonly said: Set<string>;
}

/** Elements that only group others. */
const GROUPS = new Set('did descgrp dsc daogrp daoset dateset'.split(' '));
/** Elements that have a place of their own in a unit. */
const TAKEN = new Set(
  'unittitle unitdate unitdatestructured accessrestrict dao daogrp daoset daoloc thead'.split(' '),
);
const EXTENT = new Set(['physdesc', 'physdescstructured', 'physdescset']);

export const isComponent = (element: XmlElement): boolean => /^c(0[1-9]|1[0-2])?$/.test(element.name);

/** What is meant for the staff alone is left where it is, and said. */
export const isInternal = (element: XmlElement): boolean => element.attributes['audience'] === 'internal';

/** The elements that describe a unit, groups opened, components left out; what is internal is said. */
export function describing(unit: XmlElement, aid: FindingAid): readonly XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of unit.children) {
    if (typeof child === 'string') {
      if (child.trim() !== '')
        aid.say(
          problem(
            'text-without-place',
            { file: aid.file, line: unit.line, field: unit.name },
            { value: child.trim() },
          ),
        );
    } else if (isComponent(child)) continue;
    else if (isInternal(child)) saysInternal(child, aid);
    else if (GROUPS.has(child.name) && !TAKEN.has(child.name)) found.push(...describing(child, aid));
    else found.push(child);
  }
  return found;
}

/** Titles, dates and digital objects apart, all that a unit says under the terms of ISAD(G). */
export function elementsOf(parts: readonly XmlElement[], aid: FindingAid): readonly UnitElement[] {
  const elements: UnitElement[] = [];
  let hasCode = false;
  for (const part of parts) {
    if (TAKEN.has(part.name)) continue;
    if (part.name === 'unitid' && !hasCode) {
      hasCode = true;
      continue;
    }
    if (EXTENT.has(part.name) && isFirstExtent(parts, part)) continue;
    if (part.name === 'repository' && lineOf(part) === aid.repositoryName) continue;
    const term = termOf(part.name);
    if (term === undefined && !aid.said.has(part.name)) {
      aid.said.add(part.name);
      aid.say(problem('element-not-understood', { file: aid.file, line: part.line }, { value: part.name }));
    }
    elements.push(...ofPart(part, term ?? part.name, aid));
  }
  return elements;
}

const isFirstExtent = (parts: readonly XmlElement[], part: XmlElement): boolean =>
  parts.find((one) => EXTENT.has(one.name)) === part;

/** An element's words; those of the same kind within it stand beside it, since each has a term of its own. */
function ofPart(part: XmlElement, term: string, aid: FindingAid): UnitElement[] {
  const nested = childrenOfKind(part).filter((child) => !isInternal(child));
  const head = childOf(part, 'head');
  const heading = lineOf(head);
  const skip = new Set<XmlElement>([...childrenOfKind(part), ...internalWithin(part, aid)]);
  if (head !== undefined && saysTerm(heading, term)) skip.add(head);
  const text = part.name === 'container' ? containerText(part) : linesOfElement(part, skip);
  return [
    ...(text === '' ? [] : [{ element: term, text }]),
    ...nested.flatMap((child) => ofPart(child, termOf(child.name) ?? child.name, aid)),
  ];
}

/** What within an element is for the staff alone, each said. */
function internalWithin(part: XmlElement, aid: FindingAid): readonly XmlElement[] {
  const found = [...descendantsOf(part)].filter(isInternal);
  for (const inner of found) saysInternal(inner, aid);
  return found;
}

function saysInternal(element: XmlElement, aid: FindingAid): void {
  const where = { file: aid.file, line: element.line, field: element.name };
  aid.say(problem('left-out', where, { value: lineOf(element) }));
}

/** The conditions of access in words. */
export const accessOf = (parts: readonly XmlElement[], aid: FindingAid): string =>
  parts
    .filter((part) => part.name === 'accessrestrict')
    .map((part) => {
      const head = childOf(part, 'head');
      const isSaid = head !== undefined && saysTerm(lineOf(head), 'Conditions governing access');
      return linesOfElement(part, new Set([...internalWithin(part, aid), ...(isSaid ? [head] : [])]));
    })
    .filter(Boolean)
    .join('\n');

const NESTING = new Set(
  'accessrestrict userestrict scopecontent arrangement bioghist odd relatedmaterial separatedmaterial altformavail acqinfo processinfo custodhist appraisal otherfindaid controlaccess index bibliography'.split(
    ' ',
  ),
);

const childrenOfKind = (part: XmlElement): readonly XmlElement[] =>
  part.children.flatMap((child) =>
    typeof child !== 'string' && NESTING.has(child.name) && NESTING.has(part.name) && child.name !== part.name
      ? [child]
      : [],
  );

/** "Box 12": what it is may only stand in an attribute. */
function containerText(part: XmlElement): string {
  const words = lineOf(part);
  const kind = (part.attributes['localtype'] ?? part.attributes['type'] ?? '').trim();
  if (kind === '' || words.toLowerCase().startsWith(kind.toLowerCase())) return words;
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${words}`;
}

/** The extent in words: "12 linear feet (24 boxes)". */
export const extentOf = (parts: readonly XmlElement[]): string =>
  lineOf(parts.find((part) => EXTENT.has(part.name)));

/** A unit's dates in words, and what they mean where it is known. */
export function datesOf(parts: readonly XmlElement[]): { readonly words: string; readonly edtf?: string } {
  const plain = parts.filter((part) => part.name === 'unitdate');
  const inTitles = parts
    .filter((part) => part.name === 'unittitle')
    .flatMap((title) => childrenOf(title, 'unitdate'));
  const structured = parts.filter((part) => part.name === 'unitdatestructured');
  const stated = [...plain, ...inTitles];
  const words = [...new Set([...stated, ...structured].map(lineOf).filter(Boolean))];
  const normal = [...stated.map((date) => date.attributes['normal']), ...structured.map(normalOf)].find(
    Boolean,
  );
  const own =
    normal === undefined
      ? undefined
      : parseEdtf(normal.includes('/') && sameEnds(normal) ? (normal.split('/')[0] ?? '') : normal);
  const read = own === undefined && words[0] !== undefined ? readDateWords(words[0]) : undefined;
  const edtf = own ?? (read?.kind === 'date' ? read.edtf : undefined);
  return { words: words.join('; '), ...(edtf ? { edtf } : {}) };
}

const sameEnds = (normal: string): boolean => {
  const [from, to] = normal.split('/');
  return from === to;
};

function normalOf(structured: XmlElement): string | undefined {
  const range = [...descendantsOf(structured, 'daterange')][0];
  const one = (name: string): string | undefined => childOf(range, name)?.attributes['standarddate'];
  const single = [...descendantsOf(structured, 'datesingle')][0]?.attributes['standarddate'];
  const from = one('fromdate');
  const to = one('todate');
  return from && to ? `${from}/${to}` : single;
}
