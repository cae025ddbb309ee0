import { SECURITY } from './respond.ts';

/** What viewers on any site may read begins so. */
export const VIEWING = '/iiif/';

/** Lets the pages of every other site read an answer, with the headers that say what it is. */
export function openToAll(answer: Response): Response {
  answer.headers.set('access-control-allow-origin', '*');
  answer.headers.set('access-control-expose-headers', 'link, etag, retry-after');
  answer.headers.append('vary', 'accept');
  answer.headers.set('cross-origin-resource-policy', 'cross-origin');
  return answer;
}

/** Whether a page of another site may ask: it may, for anything that can be read. */
export const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...SECURITY,
      'access-control-allow-methods': 'GET, HEAD, OPTIONS',
      'access-control-allow-headers': '*',
      'access-control-max-age': '86400',
    },
  });
