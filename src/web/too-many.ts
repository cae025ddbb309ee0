import { headersOfAllowance, type Allowance } from './allowance.ts';
import { isForPrograms, problemOf } from './doors.ts';
import { BY_FORM, isAskedByProgram } from './negotiate.ts';
import { tooManyPage } from './public/edges.ts';
import { SECURITY, textOf, write } from './respond.ts';
import type { Site } from './site.ts';

/** Source: draft-ietf-httpapi-ratelimit-headers-10, section 5, read 2026-11-23. */
const QUOTA_EXCEEDED = 'https://iana.org/assignments/http-problem-types#quota-exceeded';

/** Longer questions are not asked again by a link. */
const LONGEST_SEARCH = 8000;

/** Told to slow down, and where everything is had at once: a page for people, problem details for programs. */
export function tooMany(request: Request, site: Site, allowance: Allowance): Response {
  const { pathname, search } = new URL(request.url);
  const again = pathname + search.slice(0, LONGEST_SEARCH);
  const { headers, body } = isAskedByProgram(request)
    ? write(site, {
        ...problemOf(site, 429),
        type: QUOTA_EXCEEDED,
        more: { 'violated-policies': [allowance.cost], ...wholes(site) },
        retryAfterSeconds: allowance.seconds,
      })
    : write(site, { kind: 'page', status: 404, page: tooManyPage(site, again) });
  const answer = new Response(request.method === 'HEAD' ? null : textOf(body), {
    status: 429,
    headers: {
      ...SECURITY,
      ...headers,
      vary: BY_FORM,
      'cache-control': 'no-store',
      'retry-after': String(allowance.seconds),
    },
  });
  return withAllowance(answer, allowance);
}

/** Where everything is had in one piece. */
const wholes = ({ settings: { address } }: Site): Readonly<Record<string, string>> => ({
  dumps: `${address}/data`,
  harvest: `${address}/oai`,
});

/** An answer that says what is left, to programs. */
export const told = (answer: Response, path: string, allowance: Allowance | undefined): Response =>
  allowance !== undefined && isForPrograms(path) ? withAllowance(answer, allowance) : answer;

function withAllowance(answer: Response, allowance: Allowance): Response {
  for (const [name, value] of headersOfAllowance(allowance)) answer.headers.set(name, value);
  return answer;
}
