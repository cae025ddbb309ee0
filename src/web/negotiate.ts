import type { RecordKind } from '../core/id.ts';
import type { Writable } from './answer.ts';
import { isForPrograms } from './doors.ts';
import type { RecordForm } from './exports.ts';
import type { Route } from './route.ts';
import type { Site } from './site.ts';

/** More than this nobody means. */
const LONGEST = 1000;
const PAGE = 'text/html';
/** What every browser and every reader of pages asks for: no more needs to be looked at. */
const ASKS_FOR_A_PAGE = /^\s*(?:text\/html|\*\/\*)\s*(?:,|$)/i;

/**
 * The suffix of the form that is asked for at a record's own address; undefined where it is the page: also where
 * both would do as well, or nothing that is had, since to somebody who reads a page says more than a refusal.
 *
 *   "application/ld+json, text/html;q=0.5" -> "jsonld"      "text/html,*\/*;q=0.8" -> undefined
 *   "image/png", "", "nonsense;;"          -> undefined
 *
 * Source: RFC 9110, 12.4.2 and 12.5.1, read 2026-11-23.
 */
export function formAccepted(
  { forms, mode }: Pick<Site, 'forms' | 'mode'>,
  kind: RecordKind,
  accept: string | null,
): string | undefined {
  const choices = [...(forms.get(kind)?.values() ?? [])];
  return mode === 'static'
    ? undefined
    : bestOf(
        accept,
        choices.map((form) => ({
          suffix: form.suffix,
          types: mediaTypesOf(form),
          isByName: 'handout' in form,
        })),
      );
}

/** A form at an address of its own. `isByName`: who takes anything is not led to it. */
interface Choice {
  readonly suffix: string;
  readonly types: readonly string[];
  readonly isByName: boolean;
}

/** The suffix of what is accepted rather than a page; the first of those that are as welcome. */
function bestOf(accept: string | null, choices: readonly Choice[]): string | undefined {
  if (accept === null || accept.length > LONGEST || ASKS_FOR_A_PAGE.test(accept)) return undefined;
  const ranges = accept.split(',').map(rangeOf);
  let best = weightOf(ranges, PAGE);
  let found: string | undefined;
  for (const { suffix, types, isByName } of choices) {
    const weight = Math.max(...types.map((type) => weightOf(ranges, type, isByName)));
    if (weight <= best) continue;
    best = weight;
    found = suffix;
  }
  return found;
}

const TYPE = /^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+$/;
const PAGES = [PAGE, 'application/xhtml+xml'] as const;

/**
 * Whether somebody who says this can do with a page: also who says nothing, or nothing that names a media type.
 *
 *   "text/html, application/json", "*\/*", null -> true      "application/json", "text/html;q=0" -> false
 */
export function takesPages(accept: string | null): boolean {
  if (accept === null || accept.length > LONGEST || ASKS_FOR_A_PAGE.test(accept)) return true;
  const ranges = accept.split(',').map(rangeOf);
  if (!ranges.some(({ type }) => TYPE.test(type))) return true;
  return PAGES.some((page) => weightOf(ranges, page) > 0);
}

/** Whether what goes wrong is told as to a program: by the address that is asked, or since no page is accepted. */
export const isAskedByProgram = ({ url, headers }: Request): boolean =>
  isForPrograms(new URL(url).pathname) || !takesPages(headers.get('accept'));

/** A question that is longer is not led anywhere: many clients read no header of that length. */
const LONGEST_QUESTION = 4000;

/** Where the form is that a program accepts rather than the page of a record, or of a search. */
export function formElsewhere(request: Request, site: Site, route: Route): Writable | undefined {
  if (route.alsoAs !== undefined) return alsoAt(request, site, route.path, route.alsoAs);
  if (route.leadsToForms === undefined) return undefined;
  const [, segment = '', asked = ''] = new URL(request.url).pathname.split('/');
  const suffix = formAccepted(site, route.leadsToForms, request.headers.get('accept'));
  if (suffix === undefined || asked.includes('.')) return undefined;
  return { kind: 'moved', status: 303, to: `${site.prefix}/${segment}/${asked}.${suffix}` };
}

/** The same question at the address that answers in a form which is accepted rather than a page. */
function alsoAt(
  request: Request,
  { prefix }: Site,
  path: string,
  forms: NonNullable<Route['alsoAs']>,
): Writable | undefined {
  const { search } = new URL(request.url);
  const choices = Object.entries(forms).map(([type, suffix]) => ({ suffix, types: [type], isByName: false }));
  const suffix = bestOf(request.headers.get('accept'), choices);
  if (suffix === undefined || search.length > LONGEST_QUESTION) return undefined;
  return { kind: 'moved', status: 303, to: `${prefix}${path}.${suffix}${search}` };
}

/** By what an answer varies, as `Vary` says it. */
export const BY_ENCODING = 'accept-encoding';
export const BY_FORM = `accept, ${BY_ENCODING}`;
export const varyOf = ({ leadsToForms, alsoAs, isNegotiated }: Route): string =>
  leadsToForms === undefined && alsoAs === undefined && isNegotiated !== true ? BY_ENCODING : BY_FORM;

/** By what an answer varies: what goes wrong is told by a page or as problem details. */
export const varyOfAnswer = (answer: Writable, route?: Route): string =>
  answer.kind === 'problem' || (answer.kind === 'page' && answer.status !== 200)
    ? BY_FORM
    : route === undefined
      ? BY_ENCODING
      : varyOf(route);

export function varied(answer: Response): Response {
  answer.headers.set('vary', BY_FORM);
  return answer;
}

interface Range {
  readonly type: string;
  readonly weight: number;
}

function rangeOf(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((one) => /^q\s*=/.test(one))?.replace(/^q\s*=\s*/, '');
  if (weight === undefined) return { type, weight: 1 };
  return { type, weight: /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(weight) ? Number(weight) : 0 };
}

/** What the narrowest range says of a media type; nothing for what no range names. `isByName`: only its own counts. */
function weightOf(ranges: readonly Range[], mediaType: string, isByName = false): number {
  const [family = ''] = mediaType.split('/');
  for (const wanted of isByName ? [mediaType] : [mediaType, `${family}/*`, '*/*']) {
    const range = ranges.find(({ type }) => type === wanted);
    if (range !== undefined) return range.weight;
  }
  return 0;
}

const mediaTypesOf = ({ mediaType, alsoAs = [] }: RecordForm): readonly string[] => [
  mediaType.split(';')[0] ?? mediaType,
  ...alsoAs,
];
