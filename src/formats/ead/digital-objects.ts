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
  const described = [dao, ...sources]
    .flatMap((source) => [...childrenOf(source, 'daodesc'), ...childrenOf(source, 'descriptivenote')])
    .filter((one) => !isInternal(one))
    .map((one) => linesOfElement(one))
    .filter(Boolean);
  const stated = linkOf(dao, 'title') ?? linkOf(dao, 'linktitle') ?? described[0]?.split('\n')[0];
  const title = stated?.trim() || unit.titles[0]?.text || address;
  const edtf = unit.edtf === undefined ? undefined : parseEdtf(unit.edtf);
  const repositoryName =
    repository.record.kind === 'repository' ? (repository.record.names[0]?.form ?? '') : '';
  const text = lineOf(dao);
  const summary = [...new Set(described)].filter((one) => one !== title).join('\n');
  const own = { scheme: unitKey.slice(0, 3), value: `${unitKey.slice(4)}/dao${nth + 1}` };
  const record: ArchiveDocument<SourceKey> = {
    kind: 'document',
    identifiers: [own, ...addresses.map((value) => ({ scheme: 'url', value }))],
    titles: title === undefined ? [] : [{ text: title, lang, titleKind: 'supplied' }],
    summaries: summary === '' ? [] : [{ text: summary, lang }],
    dates:
      unit.dateWords === undefined
        ? []
        : [
            {
              kind: 'created',
              words: unit.dateWords,
              ...(edtf ? { edtf } : {}),
              inferredFrom: 'the unit that it belongs to',
              isCatalogueDate: true,
            },
          ],
    contributions: [],
    subjects: [],
    places: [],
    languages: [],
    marking: { handling: [] },
    numbers: [],
    source: {
      original: { repositoryName, repository: unit.repository, steps: unit.path },
      ...(address ? { edition: { words: address, url: address } } : {}),
    },
    rights: {},
    funders: [],
    releases: [],
    renditions: [],
    alignments: [],
    related: [],
    collections: [],
    mentions: [],
    holding: { kind: 'held' },
    ...(text && described.length === 0 && text !== title
      ? { otherFields: [{ name: 'digital object', value: text }] }
      : {}),
    attestations: [],
  };
  return {
    kind: 'draft',
    draft: { key: sourceKey(own.scheme, own.value), record, joins: 'whole', line: dao.line },
  };
}
