import { problemOf } from './doors.ts';
import { BY_FORM, isAskedByProgram } from './negotiate.ts';
import { busyPage } from './public/edges.ts';
import { SECURITY, textOf, write } from './respond.ts';
import type { Route } from './routes.ts';
import type { Site } from './site.ts';
import type { Words } from '../words/words.ts';

const AGAIN_SECONDS = 5;
/** Longer questions are not asked again by a link. */
const LONGEST_SEARCH = 8000;

/** Told to wait: a page for people, problem details for programs. */
export function busy(request: Request, site: Site, route: Route, says: Words['busy']): Response {
  const url = new URL(request.url);
  const again = site.prefix + url.pathname + url.search.slice(0, LONGEST_SEARCH);
  const { headers, body } =
    route.for === 'readers' && !isAskedByProgram(request)
      ? write(site, { kind: 'page', status: 404, page: busyPage(site, says, again) })
      : write(site, { ...problemOf(site, 503), detail: says.plain });
  return new Response(request.method === 'HEAD' ? null : textOf(body), {
    status: 503,
    headers: {
      ...SECURITY,
      ...headers,
      vary: BY_FORM,
      'cache-control': 'no-store',
      'retry-after': String(AGAIN_SECONDS),
    },
  });
}
