import type { Route } from '../route.ts';
import { apiDescription } from './description.ts';
import type { Endpoint } from './endpoint.ts';
import { ENDPOINTS } from './endpoints.ts';
import { apiPage } from './api-page.ts';

/** The endpoints of one path as an address of the site. */
function routeOf(path: string, endpoints: readonly Endpoint[]): Route {
  const asked = endpoints.find(({ method }) => method === 'GET');
  const sent = endpoints.find(({ method }) => method === 'POST');
  const says = asked?.says ?? sent?.says ?? '';
  return {
    path: path.replaceAll(/\{(\w+)\}/g, ':$1'),
    says: sent === undefined ? says : `${says}; asked for in the address, or sent as JSON`,
    for: 'programs',
    isLiveOnly: true,
    tellsVersion: true,
    ...(endpoints.some((one) => one.isQuestion === true) ? { isQuestion: true } : {}),
    ...(sent?.takesBody === undefined ? {} : { takesBody: sent.takesBody }),
    handle: async (visit) => (visit.body === undefined ? asked : sent)?.handle(visit),
  };
}

const PATHS = [...new Set(ENDPOINTS.map(({ path }) => path))];

/** The API, its description for programs, and the page that describes it to people. */
export const apiRoutes: readonly Route[] = [
  {
    path: '/api',
    says: 'the API described, each address with its parameters and an example',
    for: 'readers',
    isLiveOnly: true,
    handle: apiPage,
  },
  {
    path: '/openapi.json',
    says: 'the API described for programs (OpenAPI 3.1)',
    for: 'programs',
    isLiveOnly: true,
    handle: async ({ site }) => ({
      kind: 'text',
      mediaType: 'application/json; charset=utf-8',
      body: JSON.stringify(apiDescription(site.settings)),
    }),
  },
  ...PATHS.map((path) =>
    routeOf(
      path,
      ENDPOINTS.filter((one) => one.path === path),
    ),
  ),
];
