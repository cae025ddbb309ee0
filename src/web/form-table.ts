import type { ReadingRoom, Settings } from '../actions/archive.ts';
import type { CslItem } from '../core/citation/csl-item.ts';
import type { ArchiveDocument } from '../core/document.ts';
import { RECORD_KINDS, type RecordKind } from '../core/id.ts';
import { writeBibtex } from '../formats/bibtex/write-bibtex.ts';
import { cslItemOf } from '../formats/csl/csl-item.ts';
import { writeCslJson } from '../formats/csl/write-csl-json.ts';
import { DC_NAMESPACE, oaiDcElement } from '../formats/dublin-core/write-dc.ts';
import { EAC_NAMESPACE, eacElement } from '../formats/eac/write-eac.ts';
import { EAD_NAMESPACE } from '../formats/ead/write-control.ts';
import { eadElement } from '../formats/ead/write-ead.ts';
import { writeEadTree } from '../formats/ead/write-ead-tree.ts';
import type { Described } from '../formats/fields/described.ts';
import { isOf } from '../formats/fields/said-of-forms.ts';
import type { LdForms } from '../formats/json-ld/document-ld.ts';
import { jsonLdOf } from '../formats/json-ld/json-ld.ts';
import { documentJson } from '../formats/json/document-json.ts';
import { writeMarkdown } from '../formats/markdown/write-markdown.ts';
import { writeRecordMarkdown } from '../formats/markdown/write-record-markdown.ts';
import { MODS_KINDS, modsElement } from '../formats/mods/write-mods.ts';
import { RIS_KINDS, writeRis } from '../formats/ris/write-ris.ts';
import { writeTei } from '../formats/tei/write-tei.ts';
import { writePlainText } from '../formats/text/write-plain-text.ts';
import { writeRecordText } from '../formats/text/write-record-text.ts';
import { addressOfRecordForm } from './addresses.ts';
import type { RecordForm, StreamedForm, WrittenForm } from './exports.ts';
import { citationOfDescribed } from './public/citation.ts';
import { handoutOf } from './public/handout.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
/** Everything that has a page, or is a level of an archive. */
const ALL = RECORD_KINDS.filter((kind) => kind !== 'theme');

const pdf: RecordForm = {
  suffix: 'pdf',
  mediaType: 'application/pdf',
  isContent: true,
  kinds: ['document'],
  handout: handoutOf,
};

const text: WrittenForm = {
  suffix: 'txt',
  mediaType: 'text/plain; charset=utf-8',
  isContent: true,
  kinds: ALL,
  write: (described) =>
    isOf(described, 'document')
      ? writePlainText(described.view, { url: described.url })
      : writeRecordText(described),
};

const markdown: WrittenForm = {
  suffix: 'md',
  mediaType: 'text/markdown; charset=utf-8',
  isContent: true,
  kinds: ALL,
  write: (described) =>
    isOf(described, 'document') ? writeMarkdown(described.view, described) : writeRecordMarkdown(described),
};

const tei: WrittenForm = {
  suffix: 'tei',
  mediaType: 'application/tei+xml; charset=utf-8',
  isContent: true,
  kinds: ['document'],
  write: (described) => (isOf(described, 'document') ? teiOf(described) : ''),
};

const teiOf = ({ view, url, archive, named }: Described<ArchiveDocument>): string =>
  writeTei(view, {
    url,
    archive: archive.name,
    nameOf: (id) => {
      const known = named(id);
      const kind = known?.label.agentKind;
      return known && { ref: known.url, isBody: kind !== undefined && kind !== 'person' };
    },
  });

const json: WrittenForm = {
  suffix: 'json',
  mediaType: 'application/json; charset=utf-8',
  kinds: ALL,
  write: ({ view, url }) => `${JSON.stringify(documentJson(view, url), undefined, 1)}\n`,
};

const jsonld: WrittenForm = {
  suffix: 'jsonld',
  mediaType: 'application/ld+json',
  kinds: ALL,
  write: (described) => `${JSON.stringify(jsonLdOf(described, contentOf(described)), undefined, 1)}\n`,
};

/** Where a document itself is had; nothing of what is not held. */
function contentOf({ view, label, archive }: Described): LdForms {
  const { record } = view;
  if (record.kind !== 'document' || record.renditions.length === 0) return {};
  return {
    forms: RECORD_FORMS.filter(({ isContent }) => isContent === true).map(({ suffix, mediaType }) => ({
      mediaType,
      url: archive.url + addressOfRecordForm({ prefix: '' }, label, suffix),
    })),
  };
}

const mods: WrittenForm = {
  suffix: 'mods',
  mediaType: 'application/mods+xml; charset=utf-8',
  kinds: MODS_KINDS,
  write: (described) => `${DECLARATION}${modsElement(described)}\n`,
};

const dc: WrittenForm = {
  suffix: 'dc',
  mediaType: 'application/xml; charset=utf-8',
  profile: DC_NAMESPACE,
  alsoAs: ['text/xml'],
  kinds: ALL,
  write: (described) => `${DECLARATION}${oaiDcElement(described)}\n`,
};

const eac: WrittenForm = {
  suffix: 'eac',
  mediaType: 'application/xml; charset=utf-8',
  profile: EAC_NAMESPACE,
  alsoAs: ['application/eac+xml'],
  kinds: ['agent'],
  write: (described) => (isOf(described, 'agent') ? `${DECLARATION}${eacElement(described)}\n` : ''),
};

const ead: StreamedForm = {
  suffix: 'ead',
  mediaType: 'application/xml; charset=utf-8',
  profile: EAD_NAMESPACE,
  alsoAs: ['application/ead+xml'],
  kinds: ['document', 'collection', 'repository'],
  stream: eadOf,
};

async function* eadOf(described: Described, room: ReadingRoom): AsyncGenerator<string> {
  yield DECLARATION;
  if (isOf(described, 'document')) yield eadElement(described);
  else if (isOf(described, 'collection') || isOf(described, 'repository'))
    yield* writeEadTree(described, (await room.tree(described.view.id)) ?? nothing());
  yield '\n';
}

async function* nothing(): AsyncGenerator<never> {}

const ris: WrittenForm = {
  suffix: 'ris',
  mediaType: 'application/x-research-info-systems; charset=utf-8',
  kinds: RIS_KINDS,
  write: (described, { name }) => writeRis([described], { archive: name }),
};

const itemsOf = (described: Described, settings: Settings): readonly CslItem[] =>
  isOf(described, 'document') ? [cslItemOf(citationOfDescribed(settings, described))] : [];

const bib: WrittenForm = {
  suffix: 'bib',
  mediaType: 'application/x-bibtex; charset=utf-8',
  alsoAs: ['text/x-bibtex', 'application/bibtex'],
  kinds: ['document'],
  write: (described, settings) => writeBibtex(itemsOf(described, settings)),
};

const csl: WrittenForm = {
  suffix: 'csl.json',
  mediaType: 'application/vnd.citationstyles.csl+json; charset=utf-8',
  kinds: ['document'],
  write: (described, settings) => writeCslJson(itemsOf(described, settings)),
};

/** Every form that a record can be had in, in the order in which they are offered. */
export const RECORD_FORMS: readonly RecordForm[] = [
  pdf,
  text,
  markdown,
  tei,
  json,
  jsonld,
  mods,
  dc,
  eac,
  ead,
  ris,
  bib,
  csl,
];

/** Those of one kind of record, by the suffix of their addresses. */
export const formsByKind: ReadonlyMap<RecordKind, ReadonlyMap<string, RecordForm>> = new Map(
  RECORD_KINDS.map((kind) => [
    kind,
    new Map(RECORD_FORMS.filter(({ kinds }) => kinds.includes(kind)).map((form) => [form.suffix, form])),
  ]),
);
