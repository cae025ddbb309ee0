import { BLANK_DOCUMENT } from '../../core/blank-document.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import type { Draft, Read, SourceKey } from '../../core/draft.ts';
import { sourceKey } from '../../core/draft.ts';
import { parseEdtf } from '../../core/date/edtf.ts';
import type { LanguageTag } from '../../core/language.ts';
import type { Unit } from '../../core/repository.ts';
import { childrenOf } from '../xml/xml-node.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import { lineOf, linesOfElement } from './element-text.ts';
import { isInternal } from './unit-parts.ts';
import type { FindingAid } from './unit-parts.ts';

interface OnUnit {
  readonly unit: Unit<SourceKey>;
  readonly key: SourceKey;
  readonly repository: Draft;
  readonly lang: LanguageTag;
  readonly aid: FindingAid;
}

/** The digital objects of a unit, each a document with the unit's path and date; where it lies is kept. */
export function* digitalObjects(parts: readonly XmlElement[], on: OnUnit): Generator<Read> {
  let nth = 0;
  for (const part of parts) {
    if (part.name === 'dao') yield documentOf(part, [part], on, nth++);
    if (part.name === 'daoset')
      for (const dao of childrenOf(part, 'dao')) yield documentOf(dao, [dao, part], on, nth++);
    if (part.name === 'daogrp') yield documentOf(part, [...childrenOf(part, 'daoloc'), part], on, nth++);
  }
}

/** An attribute with or without the prefix of XLink. */
const linkOf = (element: XmlElement, name: string): string | undefined =>
  element.attributes[`xlink:${name}`] ?? element.attributes[name] ?? element.attributes[`ns2:${name}`];

function documentOf(dao: XmlElement, sources: readonly XmlElement[], on: OnUnit, nth: number): Read {
  const { unit, key: unitKey, repository, lang } = on;
  const addresses = sources.flatMap((source) => linkOf(source, 'href')?.trim() || []);
  const [address] = addresses;
  const described = descriptionsOf(dao, sources);
  const stated = linkOf(dao, 'title') ?? linkOf(dao, 'linktitle') ?? described[0]?.split('\n')[0];
  const title = stated?.trim() || unit.titles[0]?.text || address;
  const repositoryName =
    repository.record.kind === 'repository' ? (repository.record.names[0]?.form ?? '') : '';
  const text = lineOf(dao);
  const summary = described.filter((one) => one !== title).join('\n');
  const own = { scheme: 'ead', value: `${unitKey.slice('ead:'.length)}/dao${nth + 1}` };
  const isTextElsewhere = text === '' || described.length > 0 || text === title;
  const record: ArchiveDocument<SourceKey> = {
    ...BLANK_DOCUMENT,
    identifiers: [own, ...addresses.map((value) => ({ scheme: 'url', value }))],
    titles: title === undefined ? [] : [{ text: title, lang, titleKind: 'supplied' }],
    summaries: summary === '' ? [] : [{ text: summary, lang }],
    dates: datesOfUnit(unit),
    source: {
      original: { repositoryName, repository: unit.repository, steps: unit.path },
      ...(address ? { edition: { words: address, url: address } } : {}),
    },
    ...(isTextElsewhere ? {} : { otherFields: [{ name: 'digital object', value: text }] }),
  };
  return {
    kind: 'draft',
    draft: { key: sourceKey(own.scheme, own.value), record, joins: 'whole', line: dao.line },
  };
}

/** What is said of an object, and of the set it is in. */
function descriptionsOf(dao: XmlElement, sources: readonly XmlElement[]): readonly string[] {
  const said = [dao, ...sources]
    .flatMap((source) => [...childrenOf(source, 'daodesc'), ...childrenOf(source, 'descriptivenote')])
    .filter((one) => !isInternal(one))
    .map((one) => linesOfElement(one))
    .filter(Boolean);
  return [...new Set(said)];
}

function datesOfUnit(unit: Unit<SourceKey>): ArchiveDocument['dates'] {
  if (unit.dateWords === undefined) return [];
  const edtf = unit.edtf === undefined ? undefined : parseEdtf(unit.edtf);
  const inferredFrom = 'the unit that it belongs to';
  return [
    {
      kind: 'created',
      words: unit.dateWords,
      ...(edtf ? { edtf } : {}),
      inferredFrom,
      isCatalogueDate: true,
    },
  ];
}
