import { busyPage } from './public/edges.ts';
import { SECURITY, write } from './respond.ts';
import type { Route } from './routes.ts';
import type { Site } from './site.ts';
import type { Words } from '../words/words.ts';

const AGAIN_SECONDS = 5;
/** Longer questions are not asked again by a link. */
const LONGEST_SEARCH = 8000;

/** Told to wait: a page for people, a line for programs. */
export function busy(request: Request, site: Site, route: Route, says: Words['busy']): Response {
  const url = new URL(request.url);
  const isForPeople = route.for === 'readers';
  const { body } = write(site, {
    kind: 'page',
    status: 404,
    page: busyPage(site, says, site.prefix + url.pathname + url.search.slice(0, LONGEST_SEARCH)),
  });
  const shown = isForPeople && typeof body === 'string' ? body : says.plain;
  return new Response(request.method === 'HEAD' ? null : shown, {
    status: 503,
    headers: {
      ...SECURITY,
      'content-type': isForPeople ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'retry-after': String(AGAIN_SECONDS),
    },
  });
}
