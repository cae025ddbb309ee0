import { recordKindOf } from '../../actions/find-named.ts';
import type { Suggested } from '../../actions/suggest.ts';
import { directionOf } from '../../core/language.ts';
import { FACET_FIELDS, type FacetField } from '../../core/query.ts';
import { addressOf } from '../addresses.ts';
import type { Answer } from '../answer.ts';
import type { Choice } from '../browser/choices.ts';
import type { Site, Visit } from '../site.ts';
import { kindWord, shortTitle } from './entry.ts';
import { EVERYTHING } from './search-address.ts';
import { knownValue } from './known-value.ts';

const MOST_LETTERS = 100;
const MOST_VALUES = 12;

/** What letters begin, for the list below a field: records, or with `for=` the values of a facet. */
export async function suggest({ site, room, url }: Visit): Promise<Answer> {
  const letters = (url.searchParams.get('q') ?? '').trim().slice(0, MOST_LETTERS);
  const asked = url.searchParams.get('for');
  const field = FACET_FIELDS.find((one) => one === asked);
  const choices =
    field !== undefined
      ? await valuesOf({ site, room }, field, letters)
      : letters === ''
        ? []
        : (await room.suggest(letters)).map((row) => recordChoice(site, row));
  return {
    kind: 'text',
    mediaType: 'application/json; charset=utf-8',
    body: JSON.stringify({ says: site.words.finding.suggestionsCounted(choices.length), choices }),
  };
}

/** Values of a facet that the letters begin; without letters those that most documents have. */
async function valuesOf(
  { site, room }: Pick<Visit, 'site' | 'room'>,
  field: FacetField,
  letters: string,
): Promise<readonly Choice[]> {
  const kind = recordKindOf(field);
  if (kind !== undefined && letters !== '')
    return (await room.suggest(letters, [kind])).map((row) => ({
      ...recordChoice(site, row),
      known: knownValue(row.label.id, row.label.title),
    }));
  const says = (value: string): string => site.words.facetValue(field, value);
  const { values } = await room.facet(EVERYTHING, { field, among: letters, says });
  return values.slice(0, MOST_VALUES).map(({ value, label, count }) => {
    const name = label?.title ?? says(value);
    const note = site.words.finding.inDocuments(count);
    return { says: name, note, known: knownValue(value, name), ...inLanguageOf(site, label) };
  });
}

function recordChoice(site: Site, row: Suggested): Choice {
  const { words } = site;
  const note =
    row.years !== undefined ? words.life(row.years) : row.date && words.catalogued(row.date, false);
  return {
    says: shortTitle(row.label.title),
    kind: words.kinds[kindWord(row.label)],
    url: addressOf(site, row.label),
    ...(row.knownAs === undefined ? {} : { as: shortTitle(row.knownAs) }),
    ...(note === undefined ? {} : { note }),
    ...inLanguageOf(site, row.label),
  };
}

function inLanguageOf(
  site: Site,
  label: Suggested['label'] | undefined,
): { readonly lang?: string; readonly dir?: string } {
  if (label?.lang === undefined || label.lang === site.words.language.tag) return {};
  return { lang: label.lang, dir: directionOf(label.lang) };
}
