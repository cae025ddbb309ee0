import { Impossible } from '../core/result.ts';
import type { Writable } from './answer.ts';
import { tryDecode } from './decode-address.ts';
import { problemOf } from './doors.ts';
import { BY_FORM, isAskedByProgram } from './negotiate.ts';
import { failurePage, notFoundPage, unreadablePage } from './public/edges.ts';
import { SECURITY, textOf, write } from './respond.ts';
import type { Site } from './site.ts';

/** That there is nothing, or that it cannot be read: a page for people, problem details for programs. */
export function nothing(site: Site, request: Request, status: 400 | 404): Writable {
  if (isAskedByProgram(request)) return problemOf(site, status);
  const { pathname } = new URL(request.url);
  const page = status === 400 ? unreadablePage(site) : notFoundPage(site, tryDecode(pathname) ?? '');
  return { kind: 'page', status, page };
}

/** A program that asks for what is not here is not answered by a page. */
export const toPrograms = (site: Site, request: Request, answer: Writable): Writable =>
  answer.kind === 'page' && answer.status !== 200 && isAskedByProgram(request)
    ? { ...problemOf(site, answer.status), ...answer.told }
    : answer;

export function failed(request: Request, site: Site, failure: unknown): Response {
  const status = failure instanceof Impossible ? 500 : 503;
  if (isAskedByProgram(request)) {
    const { headers, body } = write(site, { ...problemOf(site, status), retryAfterSeconds: 60 });
    return new Response(textOf(body), {
      status,
      headers: { ...SECURITY, ...headers, vary: BY_FORM },
    });
  }
  const { body } = write(site, { kind: 'page', status: 404, page: failurePage(site, status) });
  return new Response(textOf(body), {
    status,
    headers: {
      ...SECURITY,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      vary: BY_FORM,
      ...(status === 503 ? { 'retry-after': '60' } : {}),
    },
  });
}

/** Methods that an address does not take. */
export function notAllowed(site: Site, request: Request, allow: string): Response {
  const written = isAskedByProgram(request) ? write(site, problemOf(site, 405)) : undefined;
  const body = request.method === 'HEAD' ? null : textOf(written?.body);
  return new Response(body, {
    status: 405,
    headers: { ...SECURITY, ...written?.headers, vary: BY_FORM, allow },
  });
}
