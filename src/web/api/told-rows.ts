import type { Row } from '../../actions/pages.ts';
import type { Label } from '../../core/label.ts';
import { hit, listed, named } from '../../formats/api/listed.ts';
import { namedAnswer } from '../../formats/api/record-answer.ts';
import type { Told } from '../../formats/api/told.ts';
import { addressOf } from '../addresses.ts';
import type { Site } from '../site.ts';

/** Whole addresses, in the archive's first language. */
const FIRST = { prefix: '' };
export const pageOf = ({ settings }: Site, label: Label): string =>
  settings.address + addressOf(FIRST, label);
export const within = ({ settings }: Site, path: string): string => settings.address + path;

export const toldLabel = (site: Site, label: Label): Told<typeof named> =>
  namedAnswer(label, site.settings.address);

/** A row of any list. */
export const toldRow = (site: Site, row: Row): Told<typeof listed> => ({
  ...toldLabel(site, row.label),
  otherTitle: row.otherTitle && { text: row.otherTitle.text, lang: row.otherTitle.lang },
  date: row.date && { words: row.date.words, edtf: row.date.edtf },
  years: row.years,
  type: row.genre,
  summary: row.summary?.text,
  summaryLang: row.summary?.lang,
  held: row.holding && row.holding.kind === 'held',
  access: row.access,
  from: someOf(row.from),
  to: someOf(row.to),
  languages: someOf(row.languages),
  source: row.source,
  documents: row.documents,
  roles: row.stands?.map(({ role, name }) => ({ role, name })),
  invented: row.invented,
});

const someOf = <T>(values: readonly T[] | undefined): readonly T[] | undefined =>
  values === undefined || values.length === 0 ? undefined : values;

/** A row that a search found, with where its words stand. */
export const toldHit = (site: Site, row: Row): Told<typeof hit> => ({
  ...toldRow(site, row),
  passages: row.passages,
  as: row.as,
});
