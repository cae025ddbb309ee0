import { PLACES, type Calls, type Change, type Hit } from './answers.ts';
import { ApiError } from './api-error.ts';
import { askJson, type AskOptions } from './ask.ts';

export { ApiError, type ErrorKind } from './api-error.ts';
export type { AskOptions, Had } from './ask.ts';
export type * from './answers.ts';

export type ClientOptions = AskOptions;
export type Operation = keyof Calls;

/** Operations that answer with a stretch of items, and the type of these. */
export type ListOperation = {
  [O in Operation]: Calls[O]['answers'] extends { readonly items: readonly unknown[] } ? O : never;
}[Operation];
type ItemOf<O extends ListOperation> = Calls[O]['answers'] extends { readonly items: readonly (infer Item)[] }
  ? Item
  : never;

/** An archive that is read by its API. Whatever it answers has the type that the archive describes at /openapi.json. */
export interface ArchiveClient {
  /** The address of the archive, without a slash at its end. */
  readonly address: string;
  /**
   * Asks for one thing by its name in the API.
   *
   *   await archive.ask('document', { id: 'dk4m7q2zxh' })
   *   await archive.ask('search', { q: 'telegram', person: ['Terling'], limit: 5 })
   */
  ask<O extends Operation>(operation: O, asked: Calls[O]['asks']): Promise<Calls[O]['answers']>;
  /**
   * Everything in a list, stretch by stretch, as far as one reads on.
   *
   *   for await (const one of archive.each('agentDocuments', { id, role: 'author' })) …
   */
  each<O extends ListOperation>(operation: O, asked: Calls[O]['asks']): AsyncGenerator<ItemOf<O>, void>;
  /** All that a search finds, in its order. */
  hits(question: Calls['search']['asks']): AsyncGenerator<Hit, void>;
  /** The public changes after one of them, to the last there is. */
  changes(since?: number): AsyncGenerator<Change, void>;
}

/** Opens an archive by its address: "https://papers.example". Nothing is asked yet. */
export function openArchive(address: string, options: ClientOptions = {}): ArchiveClient {
  const base = address.replace(/\/+$/, '');
  const urlOf = (operation: Operation, asked: object): string =>
    base + addressOf(PLACES[operation].path, asked);
  async function* stretches<T extends { readonly next?: string }>(first: string): AsyncGenerator<T, void> {
    for (let url: string | undefined = first; url !== undefined;) {
      const stretch: T = await askJson<T>(url, options);
      yield stretch;
      url = stretch.next === undefined ? undefined : sameArchive(base, stretch.next);
    }
  }
  return {
    address: base,
    ask: async (operation, asked) => {
      const { method, path } = PLACES[operation];
      return method === 'POST'
        ? askJson(base + path, options, asked)
        : askJson(urlOf(operation, asked), options);
    },
    async *each<O extends ListOperation>(operation: O, asked: Calls[O]['asks']) {
      for await (const { items } of stretches<Stretch<ItemOf<O>>>(urlOf(operation, asked))) yield* items;
    },
    async *hits(question) {
      for await (const { hits } of stretches<Calls['search']['answers']>(urlOf('search', question)))
        yield* hits;
    },
    async *changes(since = 0) {
      const first = urlOf('changes', { since, limit: 1000 });
      for await (const { items } of stretches<Stretch<Change>>(first)) yield* items;
    },
  };
}

interface Stretch<Item> {
  readonly next?: string;
  readonly items: readonly Item[];
}

/** The address of a call: what its path names goes there, the rest is its query. */
function addressOf(path: string, asked: object): string {
  const query = new URLSearchParams();
  let filled = path;
  for (const [name, value] of Object.entries(asked)) {
    if (value === undefined) continue;
    if (path.includes(`{${name}}`)) filled = filled.replace(`{${name}}`, stepOf(path, String(value)));
    else if (Array.isArray(value)) for (const one of value) query.append(name, String(one));
    else query.append(name, String(value));
  }
  return query.size === 0 ? filled : `${filled}?${query}`;
}

/** A step of a path. One that is empty, or that leads upward, would be another address: it is refused as there. */
function stepOf(path: string, value: string): string {
  if (/^\.{0,2}$/.test(value)) throw new ApiError(path, { status: 400 });
  return encodeURIComponent(value);
}

/** The rest of a list is asked where the list was: an archive behind another name may not know its own. */
function sameArchive(base: string, next: string): string {
  const { pathname, search } = new URL(next, base);
  const own = new URL(base).pathname.replace(/\/$/, '');
  return base + (own !== '' && pathname.startsWith(own) ? pathname.slice(own.length) : pathname) + search;
}
