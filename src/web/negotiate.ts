import type { RecordKind } from '../core/id.ts';
import type { Writable } from './answer.ts';
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
  if (accept === null || mode === 'static' || accept.length > LONGEST || ASKS_FOR_A_PAGE.test(accept))
    return undefined;
  const ranges = accept.split(',').map(rangeOf);
  let best = weightOf(ranges, PAGE);
  let found: string | undefined;
  for (const form of forms.get(kind)?.values() ?? []) {
    const weight = Math.max(...mediaTypesOf(form).map((type) => weightOf(ranges, type, 'handout' in form)));
    if (weight <= best) continue;
    best = weight;
    found = form.suffix;
  }
  return found;
}

/** Where the form is that a program accepts rather than the page of a record. */
export function formElsewhere(request: Request, site: Site, route: Route): Writable | undefined {
  if (route.leadsToForms === undefined) return undefined;
  const [, segment = '', asked = ''] = new URL(request.url).pathname.split('/');
  const suffix = formAccepted(site, route.leadsToForms, request.headers.get('accept'));
  if (suffix === undefined || asked.includes('.')) return undefined;
  return { kind: 'moved', status: 303, to: `${site.prefix}/${segment}/${asked}.${suffix}` };
}

/** By what an answer varies, as `Vary` says it. */
export const BY_ENCODING = 'accept-encoding';
const BY_FORM = `accept, ${BY_ENCODING}`;
export const varyOf = ({ leadsToForms, isNegotiated }: Route): string =>
  leadsToForms === undefined && isNegotiated !== true ? BY_ENCODING : BY_FORM;

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
