import { Hono } from 'hono';
import type { ReadingRoom } from '../actions/archive.ts';
import { en } from '../words/en.ts';
import type { Words } from '../words/words.ts';
import { addressFor } from './address-for.ts';
import type { Writable } from './answer.ts';
import { loadAssets, type Assets } from './assets.ts';
import { busy } from './busy.ts';
import { clientOf, type Client } from './client-of.ts';
import { hasAny, isUnchanged } from './conditional.ts';
import { formsByKind } from './form-table.ts';
import { formElsewhere, varied, varyOf, varyOfAnswer } from './negotiate.ts';
import { isForPrograms, openToAll, preflight, problemOf } from './doors.ts';
import { encodingFor } from './encode.ts';
import type { GateSize } from './gate.ts';
import { Coasts } from './land.ts';
import { KeptAnswers, type Kept } from './kept-answers.ts';
import { Neighbours, type NeighbourOptions } from './neighbours.ts';
import { Plans } from './public/document-plan.ts';
import { decoded, tryDecode } from './decode-address.ts';
import { readBody, readForm } from './read-form.ts';
import { isText, PROBLEM, write } from './respond.ts';
import { failed, notAllowed, nothing, toPrograms } from './refusals.ts';
import { ROUTES, type Route } from './routes.ts';
import { packed, send, sendAsset, sendStream, unchanged } from './send.ts';
import type { Site, Visit } from './site.ts';
import { told, tooMany } from './too-many.ts';

export interface AppOptions {
  /** Live has what needs a server; static is written as files. The one difference that is allowed. */
  readonly mode: 'live' | 'static';
  /** Style and type; loaded from the package when the first answer needs them, if not given. */
  readonly assets?: Assets;
  /** Languages that the site speaks; the archive's settings say which of them are switched on. */
  readonly words?: ReadonlyMap<string, Words>;
  /** How many searches are answered at once, and how many wait their turn; the rest is told to come again. */
  readonly gate?: GateSize;
  /** What each client is given of the whole, where they are told apart; absent: as much as it asks for. */
  readonly neighbours?: NeighbourOptions;
  /** Told once of each failure; readers are told only that there was one. */
  readonly log?: (failure: unknown, address: string) => void;
}

/** The site as functions of a request, or of a path in it. */
export interface App {
  /** `from`: whose request it is, as far as the server can tell them apart. */
  fetch(request: Request, from?: string): Promise<Response>;
  request(path: string): Promise<Response>;
}

const KEPT_BYTES = 24 * 1024 * 1024;

/** The whole site as one function: the server, the tests, the command `get` and the export all call it. */
export function createApp(room: ReadingRoom, options: AppOptions): App {
  let sites: Promise<Sites> | undefined;
  const kept = new KeptAnswers(KEPT_BYTES);
  const neighbours = new Neighbours(options.neighbours, options.gate);
  const router = new Hono<{ Bindings: { site: Site; client: Client | undefined } }>();
  for (const route of ROUTES) {
    if (options.mode === 'static' && route.isLiveOnly === true) continue;
    router.on(methodsOf(route), route.path, async (context) => {
      const { site, client } = context.env;
      const params = decoded(context.req.param());
      if (params === undefined) return answerWith(context.req.raw, site, nothing(site, context.req.raw, 400));
      const counted = neighbours.count(client, route, context.req.path);
      if (counted?.isAllowed === false) return neighbours.hold(() => tooMany(context.req.raw, site, counted));
      const elsewhere = formElsewhere(context.req.raw, site, route);
      if (elsewhere !== undefined)
        return told(
          openToAll(varied(await answerWith(context.req.raw, site, elsewhere))),
          context.req.path,
          counted,
        );
      const answering = { room, kept, neighbours, client };
      const answer = await answerAsked(answering, context.req.raw, site, route, params);
      return told(answer, context.req.path, counted);
    });
  }
  router.notFound((context) =>
    answerWith(context.req.raw, context.env.site, nothing(context.env.site, context.req.raw, 404)),
  );
  router.onError((failure, context) => {
    options.log?.(failure, new URL(context.req.url).pathname);
    return failed(context.req.raw, context.env.site, failure);
  });
  const fetch = async (request: Request, from?: string): Promise<Response> => {
    const url = new URL(request.url);
    sites ??= sitesOf(room, options);
    const { site: general, path } = siteFor(
      await sites,
      url.pathname.replace(NEW_ARK, '/ark:/').replace(DOUBLED, '/'),
    );
    const site = siteAt(general, addressFor(room.settings, url));
    const isOpen = isForPrograms(path);
    if (isOpen && request.method === 'OPTIONS') return openToAll(preflight(`${methodsAt(path)}, OPTIONS`));
    const asked = path === url.pathname ? request : new Request(at(url, path), request);
    const refused = refuse(asked, site, url, path);
    if (refused !== undefined) return shared(await refused, isOpen);
    const client = from === undefined ? undefined : clientOf(from, request.headers, room.settings.proxies);
    const answer = await router.fetch(asked, { site, client });
    return shared(answer, isOpen);
  };
  return { fetch, request: (path) => fetch(new Request(new URL(path, room.settings.address))) };
}

/** The same address with another path, which may begin with two slashes. */
function at(url: URL, path: string): URL {
  const other = new URL(url);
  other.pathname = path;
  return other;
}

/** Who is told what went wrong as a program may be a page of another site. */
const shared = (answer: Response, isOpen: boolean): Response =>
  isOpen || answer.headers.get('content-type') === PROBLEM ? openToAll(answer) : answer;

/** Archival resource keys have a form with a slash and a newer one without. */
const NEW_ARK = /^\/ark:(?=[^/])/;
/** Clients of the interface that was closed put a slash before addresses that begin with one. */
const DOUBLED = /^\/{2,}(?=srv\/)/;

type Sites = readonly [Site, ...Site[]];

async function sitesOf(room: ReadingRoom, options: AppOptions): Promise<Sites> {
  const assets = options.assets ?? (await loadAssets());
  const words = options.words ?? new Map([['en', en]]);
  const { settings } = room;
  const coasts = new Coasts();
  const make = (language: string, prefix: string): Site => ({
    settings,
    language,
    prefix,
    words: words.get(language) ?? en,
    plans: new Plans(words.get(language) ?? en),
    mode: options.mode,
    servesImages: options.mode === 'live' && ROUTES.some(({ path }) => path.startsWith('/iiif/image/')),
    assets,
    coasts,
    forms: formsByKind,
    exports: formsByKind.get('document') ?? new Map(),
  });
  const [first = 'en', ...others] = settings.languages;
  return [make(first, ''), ...others.filter((one) => words.has(one)).map((one) => make(one, `/${one}`))];
}

/** Whose language the path begins with; the rest of it is the same in all. */
function siteFor(sites: Sites, path: string): { readonly site: Site; readonly path: string } {
  const [first] = sites;
  for (const site of sites) {
    if (site.prefix === '') continue;
    if (path === site.prefix) return { site, path: '/' };
    if (path.startsWith(`${site.prefix}/`)) return { site, path: path.slice(site.prefix.length) };
  }
  return { site: first, path };
}

/** The site as it is found under an address. */
const siteAt = (site: Site, address: string): Site =>
  address === site.settings.address ? site : { ...site, settings: { ...site.settings, address } };

const LONGEST_ADDRESS = 8000;
/** Of a question in an address so much is read; the rest of it is left out, and said. */
const LONGEST_QUESTION = 4_000_000;
const QUESTIONS: ReadonlySet<string> = new Set(
  ROUTES.flatMap((route) => (route.isQuestion === true ? [route.path] : [])),
);

const takes = ({ takesForm, takesBody }: Route): boolean => takesForm === true || takesBody !== undefined;
const TAKING: ReadonlySet<string> = new Set(ROUTES.flatMap((route) => (takes(route) ? [route.path] : [])));
const SENT_ONLY: ReadonlySet<string> = new Set(
  ROUTES.flatMap((route) => (route.isSentOnly === true ? [route.path] : [])),
);
const methodsOf = (route: Route): string[] => (takes(route) ? ['GET', 'POST'] : ['GET']);
const methodsAt = (path: string): string =>
  SENT_ONLY.has(path) ? 'POST' : TAKING.has(path) ? 'GET, HEAD, POST' : 'GET, HEAD';

/** What is answered before any route is looked for: methods we have not, and addresses that are no text. */
function refuse(
  request: Request,
  site: Site,
  url: URL,
  path: string,
): Promise<Response> | Response | undefined {
  const allowed = methodsAt(path);
  if (!allowed.split(', ').includes(request.method)) return notAllowed(site, request, allowed);
  const longest = QUESTIONS.has(path) ? LONGEST_QUESTION : LONGEST_ADDRESS;
  if (url.href.length > longest || tryDecode(path) === undefined)
    return answerWith(request, site, nothing(site, request, 400));
  if (path.length > 1 && path.endsWith('/')) {
    const shorter = path.replace(/\/+$/, '');
    const to = shorter.startsWith('//') ? '/' : site.prefix + (shorter || '/') + url.search;
    return answerWith(request, site, { kind: 'moved', status: 301, to });
  }
  return undefined;
}

/** What a route is asked with: the archive, the answers that were given, who asks, and who asks beside. */
interface Answering {
  readonly room: ReadingRoom;
  readonly kept: KeptAnswers;
  readonly neighbours: Neighbours;
  readonly client: Client | undefined;
}

/** Answers from what is kept, says that nothing changed, or asks the route and keeps its answer. */
async function answerAsked(
  { room, kept: keptAnswers, neighbours, client }: Answering,
  request: Request,
  site: Site,
  route: Route,
  params: Visit['params'],
): Promise<Response> {
  const url = new URL(request.url);
  const change = await room.lastChange();
  // What has an address of its own for each state is not kept here, nor what says which day it is.
  const sent = request.method === 'POST' ? await readSent(request, route) : {};
  if (sent === 'too-long') return answerWith(request, site, problemOf(site, 413));
  const isFixed = request.method === 'POST' || route.path.startsWith('/assets/') || route.isDated === true;
  const tag = `W/"${site.assets.version}-${change}"`;
  const isTold = route.tellsVersion === true;
  const isAny = !isFixed && !isTold && hasAny(request.headers);
  if (!isFixed && !isTold && !isAny && isUnchanged(request.headers, { tag }))
    return unchanged(tag, varyOf(route));
  const encoding = encodingFor(request.headers.get('accept-encoding'));
  const accepted = route.isNegotiated === true ? (request.headers.get('accept') ?? '') : '';
  const key = `${encoding} ${accepted} ${site.settings.address}${site.prefix}${url.pathname}${url.search}`;
  const kept = isFixed ? undefined : keptAnswers.get(change, key);
  if (kept !== undefined && (isAny || (isTold && isKnown(request, kept))))
    return unchanged(kept.headers['etag'] ?? tag, varyOf(route));
  if (kept !== undefined) return send(request, kept.status, kept.headers, kept.bytes);
  // A page that is made while the index still follows is not kept: its counts would stay behind.
  const isSettled = isFixed || (await room.isIndexed(change));
  const has = request.headers.get('if-none-match');
  const visit: Visit = {
    site,
    room,
    url: site.prefix === '' ? url : new URL(site.prefix + url.pathname + url.search, url),
    params,
    headers: request.headers,
    tag,
    ...(has === null ? {} : { has }),
    ...sent,
  };
  const said = await neighbours.pass(client, route, url.pathname, () => route.handle(visit));
  if (said === 'full') return busy(request, site, route, site.words.busy);
  if (said?.kind === 'busy') return busy(request, site, route, said.says);
  const answer = toPrograms(site, request, said ?? nothing(site, request, 404));
  const made = write(site, answer);
  if (isAny && made.status === 200) return unchanged(tag, varyOf(route));
  const isKept = made.status === 200 && !isFixed && isSettled && url.href.length <= LONGEST_ADDRESS;
  const written = isKept ? { ...made, headers: { etag: tag, ...made.headers } } : made;
  if (answer.kind === 'asset') return sendAsset(request, answer, written);
  if (answer.kind === 'made' && written.body instanceof Uint8Array) {
    if (isKept)
      keptAnswers.put(change, key, { status: written.status, headers: written.headers, bytes: written.body });
    return sendStream(request, written);
  }
  if (!isText(written.body)) return sendStream(request, written);
  const ready = await packed(written, written.body, encoding, varyOfAnswer(answer, route));
  if (isKept) keptAnswers.put(change, key, ready);
  return send(request, ready.status, ready.headers, ready.bytes);
}

/** What a request brings: a form, or a body of so many bytes. */
async function readSent(request: Request, route: Route): Promise<Pick<Visit, 'form' | 'body'> | 'too-long'> {
  if (route.takesBody === undefined) return { form: await readForm(request) };
  const body = await readBody(request, route.takesBody);
  return body === 'too-long' ? body : { body: body ?? new Uint8Array(0) };
}

async function answerWith(request: Request, site: Site, answer: Writable): Promise<Response> {
  const written = write(site, answer);
  if (!isText(written.body)) return sendStream(request, written);
  const encoding = encodingFor(request.headers.get('accept-encoding'));
  const ready = await packed(written, written.body, encoding, varyOfAnswer(answer));
  return send(request, ready.status, ready.headers, ready.bytes);
}

const isKnown = (request: Request, { headers }: Kept): boolean =>
  isUnchanged(request.headers, {
    tag: headers['etag'] ?? '',
    ...(headers['last-modified'] === undefined ? {} : { changed: headers['last-modified'] }),
  });
