import type { CataloguedDate } from '../../core/date/catalogued-date.ts';
import { parseEdtf } from '../../core/date/edtf.ts';
import { readDateWords } from '../../core/date/read-date-words.ts';
import type { FieldName } from './field-names.ts';
import type { RowReading } from './row.ts';

const KINDS: readonly (readonly [field: FieldName, kind: CataloguedDate['kind']])[] = [
  ['date', 'created'],
  ['date_sent', 'sent'],
  ['date_received', 'received'],
];

/** The dates of a row, their words kept whatever could be read from them; the first is the catalogue date. */
export function readDates(reading: RowReading): readonly CataloguedDate[] {
  const dates = KINDS.flatMap(([field, kind]) => {
    const words = reading.one(field);
    return words === undefined ? [] : [readDate(reading, field, kind, words)];
  });
  return dates.map((date, at) => (at === 0 ? { ...date, isCatalogueDate: true } : date));
}

function readDate(
  reading: RowReading,
  field: FieldName,
  kind: CataloguedDate['kind'],
  words: string,
): CataloguedDate {
  const read = readDateWords(words, { languages: [reading.context.lang] });
  if (read === undefined) {
    reading.say('date-not-read', field, words);
    return { kind, words };
  }
  switch (read.kind) {
    case 'undated':
      return { kind, words };
    case 'impossible':
      reading.say('date-impossible', field, words);
      return {
        kind,
        words,
        ...(read.edtf ? { edtf: read.edtf } : {}),
        doubt: { kind: 'impossible', words },
      };
    case 'date': {
      const isAbout =
        field === 'date' && /^(y|yes|true|1|ja|oui|да)$/i.test(reading.one('date_approximate') ?? '');
      const edtf = (isAbout ? parseEdtf(`${read.edtf}~`) : undefined) ?? read.edtf;
      return { kind, words, edtf, ...(read.time ? { time: read.time } : {}) };
    }
  }
}
