import { printSignLink, type SignLink } from '../formats/signposting/sign-links.ts';
import type { Link, Writable } from './answer.ts';
import { httpDate, type Version } from './conditional.ts';
import { Html } from './html.ts';
import { layOut } from './public/layout.ts';
import type { Site } from './site.ts';

/** Nothing runs that is not our own file, nothing is fetched from elsewhere, nothing stands in another's frame. */
export const SECURITY: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/** An answer's bytes before they are sent: what can be kept under its address until something public changes. */
export interface Written {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Text | Uint8Array<ArrayBuffer> | AsyncIterable<Uint8Array>;
}

/** What is encoded before it is sent. */
export type Text = string | Html;

export const isText = (body: Written['body']): body is Text =>
  typeof body === 'string' || body instanceof Html;

/** A text as one string; nothing of what is no text. */
export const textOf = (body: Written['body'] | undefined): string | null =>
  typeof body === 'string' ? body : body instanceof Html ? body.text : null;

/** Writes an answer out. Headers that every answer has are added by `send`. */
export function write(site: Site, answer: Writable): Written {
  switch (answer.kind) {
    case 'page':
      return {
        status: answer.status,
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'cache-control': 'no-cache',
          ...signed(answer.page.metadata?.signs),
        },
        body: layOut(site, answer.page),
      };
    case 'moved':
      return {
        status: answer.status,
        headers: { location: answer.to, 'cache-control': 'no-cache' },
        body: '',
      };
    case 'text':
      return {
        status: answer.status ?? 200,
        headers: headersOfText(answer),
        body: answer.body,
      };
    case 'linked-data':
    case 'picture':
    case 'unchanged':
    case 'fault':
    case 'message':
    case 'problem':
      return writeForPrograms(answer);
    case 'stored':
      return writeStored(answer);
    case 'made':
      return { status: 200, headers: headersOfMade(answer), body: answer.body };
    case 'file': {
      const isImage = /^image\/(jpeg|png|webp|gif|avif)$/.test(answer.mediaType);
      return {
        status: 200,
        headers: {
          'content-type': isImage ? answer.mediaType : 'application/octet-stream',
          'cache-control': 'no-cache',
          'content-disposition': 'attachment',
        },
        body: answer.bytes,
      };
    }
    case 'asset':
      return {
        status: 200,
        headers: { 'content-type': answer.mediaType, 'cache-control': 'public, max-age=31536000, immutable' },
        body: answer.bytes,
      };
  }
}

const headersOfText = (answer: Extract<Writable, { kind: 'text' }>): Written['headers'] => ({
  'content-type': answer.mediaType,
  'cache-control': 'no-cache',
  'access-control-allow-origin': '*',
  ...(answer.fileName === undefined
    ? {}
    : { 'content-disposition': `inline; filename="${answer.fileName}"` }),
  ...linked(answer.links),
  ...known(answer.version),
});

type ForPrograms = Extract<
  Writable,
  { readonly kind: 'linked-data' | 'picture' | 'unchanged' | 'fault' | 'message' | 'problem' }
>;

function writeForPrograms(answer: ForPrograms): Written {
  switch (answer.kind) {
    case 'linked-data':
      return {
        status: 200,
        headers: {
          'content-type': `${LINKED};profile="${answer.context}"`,
          'cache-control': 'no-cache',
          ...linked(answer.links),
        },
        body: answer.body,
      };
    case 'picture':
      return {
        status: 200,
        headers: {
          'content-type': answer.mediaType,
          'cache-control': 'no-cache',
          'content-length': String(answer.bytes.byteLength),
          etag: answer.tag,
          ...linked(answer.links),
        },
        body: answer.bytes,
      };
    case 'unchanged':
      return { status: 304, headers: { 'cache-control': 'no-cache', ...known(answer) }, body: '' };
    case 'fault':
      return {
        status: answer.status,
        headers: {
          'content-type': 'text/plain; charset=utf-8',
          'cache-control': 'no-store',
          ...(answer.status === 503 ? { 'retry-after': String(AGAIN_SECONDS) } : {}),
        },
        body: answer.says,
      };
    case 'message':
      return {
        status: answer.status,
        headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
        body: answer.body,
      };
    case 'problem':
      return writeProblem(answer);
  }
}

/** Asked again each time: what may leave today may be held back tomorrow. Source: RFC 9110, 14 and 15.3.7. */
function writeStored({
  mediaType,
  fileName,
  sizeBytes,
  tag,
  range,
  bytes,
}: Extract<Writable, { kind: 'stored' }>): Written {
  const { from, to } = range ?? { from: 0, to: sizeBytes };
  return {
    status: range === undefined ? 200 : 206,
    headers: {
      'content-type': mediaType,
      'cache-control': 'no-cache',
      'content-length': String(to - from),
      'accept-ranges': 'bytes',
      etag: tag,
      'content-disposition': `attachment; filename="${fileName}"`,
      ...(range === undefined ? {} : { 'content-range': `bytes ${from}-${to - 1}/${sizeBytes}` }),
    },
    body: bytes,
  };
}

export const PROBLEM = 'application/problem+json';

/** Source: RFC 9457, read 2026-11-23. */
function writeProblem({
  type = 'about:blank',
  status,
  title,
  detail,
  more,
  retryAfterSeconds = AGAIN_SECONDS,
  sizeBytes,
}: Extract<Writable, { kind: 'problem' }>): Written {
  return {
    status,
    headers: {
      'content-type': PROBLEM,
      'cache-control': 'no-store',
      ...(status === 503 || status === 429 ? { 'retry-after': String(retryAfterSeconds) } : {}),
      ...(sizeBytes === undefined ? {} : { 'content-range': `bytes */${sizeBytes}` }),
    },
    body: `${JSON.stringify({ type, title, status, detail, ...more }, undefined, 1)}\n`,
  };
}

/** After how many seconds a program that was sent away may come again. */
const AGAIN_SECONDS = 2;

const linked = (links: readonly Link[] = []): Readonly<Record<string, string>> =>
  links.length === 0
    ? {}
    : { link: links.map(({ rel, address }) => `<${address}>; rel="${rel}"`).join(', ') };

const signed = (signs: readonly SignLink[] = []): Readonly<Record<string, string>> =>
  signs.length === 0 ? {} : { link: signs.map(printSignLink).join(', ') };
const known = (version: Version | undefined): Readonly<Record<string, string>> =>
  version === undefined
    ? {}
    : {
        etag: version.tag,
        ...(version.changed === undefined ? {} : { 'last-modified': httpDate(version.changed) }),
      };

/** JSON in the terms of a context is told as such to who asks for it, and as JSON to everybody else. */
export function askedType(headers: Written['headers'], accepted: string | null): Written['headers'] {
  const isLinked = headers['content-type']?.startsWith(`${LINKED};profile=`) === true;
  return !isLinked || (accepted ?? '').includes(LINKED)
    ? headers
    : { ...headers, 'content-type': 'application/json' };
}
const LINKED = 'application/ld+json';
/** A file under its name; how long it is, where that is known before it is sent. */
const headersOfMade = ({
  mediaType,
  fileName,
  body,
  links,
}: Extract<Writable, { kind: 'made' }>): Written['headers'] => ({
  'content-type': mediaType,
  'cache-control': 'no-cache',
  'access-control-allow-origin': '*',
  'content-disposition': `inline; filename="${fileName}"`,
  ...(body instanceof Uint8Array ? { 'content-length': String(body.byteLength) } : {}),
  ...linked(links),
});

/** A stream of what is read piece by piece, begun when it is read; who stops reading stops the reading. */
export function streamOf(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const reading = pieces[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await reading.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
      async cancel() {
        await reading.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
