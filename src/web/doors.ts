import type { Fault, Writable } from './answer.ts';
import { SECURITY } from './respond.ts';
import type { Site } from './site.ts';

/** What addresses for programs begin with: whoever asks there is never answered by a page made for people. */
const DOORS = ['/api/', '/iiif/', '/srv/', '/data/', '/.well-known/', '/oai/', '/mcp/'] as const;
/** And those that are one address. */
const SINGLE: ReadonlySet<string> = new Set(['/api', '/oai', '/mcp', '/openapi.json', '/unapi', '/suggest']);

/** Forms of records and lists by the suffix of their address; no slug has a dot. */
const FORM = /\.(?:json|jsonld|xml|tei|mods|dc|ead|eac|ris|bib|txt|md|csv|atom|rss)$/;

export function isForPrograms(asked: string): boolean {
  const path = asked.replace(/^\/{2,}/, '/');
  return SINGLE.has(path) || DOORS.some((door) => path.startsWith(door)) || FORM.test(path);
}

/** What a program is told that asked wrongly, for nothing, or too much: problem details (RFC 9457). */
export function problemOf(site: Site, status: Fault): Extract<Writable, { kind: 'problem' }> {
  const { title, detail } = site.words.faults[status];
  return { kind: 'problem', status, title, detail };
}

/** Lets the pages of every other site read an answer, with the headers that say what it is. */
export function openToAll(answer: Response): Response {
  answer.headers.set('access-control-allow-origin', '*');
  answer.headers.set(
    'access-control-expose-headers',
    'link, etag, last-modified, location, content-range, retry-after, ratelimit, ratelimit-policy',
  );
  if (!varies(answer, 'accept')) answer.headers.append('vary', 'accept');
  answer.headers.set('cross-origin-resource-policy', 'cross-origin');
  return answer;
}

const varies = ({ headers }: Response, by: string): boolean =>
  (headers.get('vary') ?? '').split(',').some((one) => one.trim().toLowerCase() === by);

/** Whether a page of another site may ask: it may, for anything that can be read. */
export const preflight = (methods: string): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...SECURITY,
      allow: methods,
      'access-control-allow-methods': methods,
      'access-control-allow-headers': '*',
      'access-control-max-age': '86400',
    },
  });
