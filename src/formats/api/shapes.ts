import { z } from 'zod';
import { contribution, madeBy, referencePath } from '../json/document-schema.ts';
import { name } from '../json/record-schema.ts';
import { block, blocks, inlineElement, inlines, note, pageMark, redaction } from '../json/text-schema.ts';
import { attestation, cataloguedDate, identifier, langText, rights, title } from '../json/values.ts';
import * as archive from './archive.ts';
import * as listed from './listed.ts';
import { problemDetails, wrongPart } from './problem.ts';
import { quotation, quotationAsked } from './quotation.ts';
import { edition, editionList, form, RECORDS, rendition, withheld } from './record.ts';
import * as search from './search.ts';
import * as text from './text.ts';

/** Every shape of an answer that has a name, by that name. The names are kept. */
export const SHAPES: Readonly<Record<string, z.ZodType>> = {
  Archive: archive.archive,
  Named: listed.named,
  Dated: listed.dated,
  Listed: listed.listed,
  List: listed.list,
  Document: RECORDS.document,
  Collection: RECORDS.collection,
  Agent: RECORDS.agent,
  Place: RECORDS.place,
  Subject: RECORDS.subject,
  Term: RECORDS.term,
  Event: RECORDS.event,
  Repository: RECORDS.repository,
  Unit: RECORDS.unit,
  RecordKind: listed.kind,
  Title: title,
  LangText: langText,
  Name: name,
  Identifier: identifier,
  Attestation: attestation,
  CataloguedDate: cataloguedDate,
  Contribution: contribution,
  ReferencePath: referencePath,
  Rights: rights,
  MadeBy: madeBy,
  Edition: edition,
  EditionList: editionList,
  Withheld: withheld,
  Form: form,
  Rendition: rendition,
  Block: block,
  Blocks: blocks,
  Inline: inlineElement,
  Inlines: inlines,
  Note: note,
  PageMark: pageMark,
  Redaction: redaction,
  TextList: text.textList,
  Text: text.documentText,
  TextPage: text.textPage,
  TextBlock: text.textBlock,
  Branch: archive.branch,
  Branches: archive.branches,
  CollectionTree: archive.collectionTree,
  SourceLevel: archive.sourceLevel,
  AccountList: archive.accountList,
  Hit: listed.hit,
  Passage: listed.passage,
  SearchAnswer: search.searchAnswer,
  Facet: search.facet,
  FacetValue: search.facetValue,
  FacetList: search.facetList,
  YearCount: search.yearCount,
  SuggestionList: search.suggestionList,
  Change: archive.change,
  ChangeList: archive.changeList,
  Quotation: quotation,
  QuotationAsked: quotationAsked,
  Problem: problemDetails,
  WrongPart: wrongPart,
};

/** A JSON Schema, as far as it is looked into here. */
export interface JsonSchema {
  readonly [member: string]: unknown;
}

/**
 * The JSON Schemas (2020-12) of all named shapes, each naming the others by `#/components/schemas/Name`. `strict`:
 * an answer has no other members, for our own tests; those who read it shall expect that more may come.
 */
export function schemasOfShapes(how: 'strict' | 'open' = 'open'): Readonly<Record<string, JsonSchema>> {
  const registry = z.registry<{ id: string }>();
  for (const [name, shape] of Object.entries(SHAPES)) registry.add(shape, { id: name });
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri: addressOfShape });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _schema, $id: _id, id: _name, ...schema }]) => [
      name,
      how === 'strict' ? rewritten(schema, []) : rewritten(schema, ['additionalProperties']),
    ]),
  );
}

export const addressOfShape = (name: string): string => `#/components/schemas/${name}`;

/** The name under which a shape is known; undefined for one that has none. */
export const nameOfShape = (shape: z.ZodType): string | undefined =>
  Object.entries(SHAPES).find(([, one]) => one === shape)?.[0];

function rewritten(schema: JsonSchema, closed: readonly string[]): JsonSchema {
  return Object.fromEntries(
    Object.entries(schema).flatMap(([member, value]): readonly [string, unknown][] =>
      (closed.includes(member) && value === false) || isBoundless(member, value)
        ? []
        : [[member, rewrittenValue(value, closed)]],
    ),
  );
}

/** That a whole number is one that JavaScript can count to says nothing of it. */
const isBoundless = (member: string, value: unknown): boolean =>
  /^(?:minimum|maximum)$/.test(member) && Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER;

function rewrittenValue(value: unknown, closed: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => rewrittenValue(one, closed));
  return isSchema(value) ? rewritten(value, closed) : value;
}

export const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
