import type { Problem } from './answers.ts';
import { ApiError } from './api-error.ts';

/** An answer that was had before, and what it is known again by. */
export interface Had {
  readonly tag: string;
  readonly text: string;
}

export interface AskOptions {
  /** Asks; the system's own `fetch` unless given. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Said with each request, so that an archive knows who asks so much. Browsers say their own. */
  readonly userAgent?: string | undefined;
  /** How often a request is asked again that the archive put off, or that was not answered: 4 times unless said. */
  readonly retries?: number | undefined;
  /** A longer wait than so many seconds is not waited for: 60 unless said. */
  readonly longestWaitSeconds?: number | undefined;
  /** Keeps answers by address, so that what has not changed is not sent again: a `Map` will do. */
  readonly cache?: Pick<Map<string, Had>, 'get' | 'set'> | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Waits; for tests. */
  readonly wait?: ((milliseconds: number) => Promise<void>) | undefined;
}

const RETRIES = 4;
const LONGEST_WAIT_SECONDS = 60;

/** Asks for JSON, again where it was put off, within bounds. Throws {@link ApiError} where no answer is to be had. */
export async function askJson<T>(url: string, options: AskOptions, sent?: unknown): Promise<T> {
  const { retries = RETRIES, longestWaitSeconds = LONGEST_WAIT_SECONDS, wait = sleep } = options;
  for (let turn = 0; ; turn++) {
    const answered = await once(url, options, sent);
    if (!(answered instanceof ApiError)) return readAnswer<T>(url, answered.text);
    const seconds = answered.retryAfterSeconds ?? 2 ** turn / 2;
    const isPutOff =
      ['too-many', 'unavailable', 'unreachable'].includes(answered.kind) && answered.status !== 500;
    if (!isPutOff || turn >= retries || seconds > longestWaitSeconds || options.signal?.aborted === true)
      throw answered;
    await wait(seconds * 1000);
  }
}

/** What was answered, read; something between may answer for the archive with what is no JSON. */
function readAnswer<T>(url: string, text: string): T {
  try {
    const answer: T = JSON.parse(text);
    return answer;
  } catch (cause) {
    throw new ApiError(url, { status: 0, cause });
  }
}

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

async function once(
  url: string,
  { fetch = globalThis.fetch, userAgent, cache, signal }: AskOptions,
  sent: unknown,
): Promise<{ readonly text: string } | ApiError> {
  const had = sent === undefined ? cache?.get(url) : undefined;
  const request = new Request(url, {
    method: sent === undefined ? 'GET' : 'POST',
    headers: {
      accept: 'application/json',
      ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
      ...(userAgent === undefined ? {} : { 'user-agent': userAgent }),
      ...(had === undefined ? {} : { 'if-none-match': had.tag }),
    },
    ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
    ...(signal === undefined ? {} : { signal }),
  });
  let response: Response;
  let text: string;
  try {
    response = await fetch(request);
    text = await response.text();
  } catch (cause) {
    if (signal?.aborted === true) throw cause;
    return new ApiError(url, { status: 0, cause });
  }
  if (response.status === 304 && had !== undefined) return had;
  if (!response.ok) return errorOf(url, response, text);
  const tag = response.headers.get('etag');
  if (tag !== null && sent === undefined) cache?.set(url, { tag, text });
  return { text };
}

function errorOf(url: string, { status, headers }: Response, text: string): ApiError {
  return new ApiError(url, {
    status,
    problem: problemIn(text, headers.get('content-type') ?? ''),
    retryAfterSeconds: secondsOf(headers.get('retry-after')),
  });
}

function problemIn(text: string, type: string): Problem | undefined {
  if (!type.startsWith('application/problem+json')) return undefined;
  try {
    const problem: Problem = JSON.parse(text);
    return problem;
  } catch (failure) {
    if (failure instanceof SyntaxError) return undefined;
    throw failure;
  }
}

/** `Retry-After`: seconds, or a date. */
function secondsOf(text: string | null): number | undefined {
  if (text === null) return undefined;
  if (/^\d{1,9}$/.test(text.trim())) return Number(text);
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, (at - Date.now()) / 1000);
}
