import type { PageText } from '../../core/facsimile/page-text.ts';
import { Failure } from '../../core/failure.ts';
import { problem, type Problem } from '../../core/problem.ts';
import { accepted, impossible, refused, type Result } from '../../core/result.ts';
import type { FileStore } from '../../ports/file-store.ts';
import { KillableProcess, programBeside } from '../system/killable-process.ts';
import type { PdfCall, PdfPage, PdfPicture, PdfReply, PdfTrouble } from './pdf-calls.ts';

export type { PdfPage, PdfPicture } from './pdf-calls.ts';

/**
 * Reads PDFs that are kept as originals, named by digest; pages count from 1. A file is read in a process
 * of its own, within limits of time and memory: a hostile one can end that process, and nothing else.
 */
export interface PdfReader {
  /** The pages with their sizes, or why the file may not be taken: no PDF, truncated, encrypted, too many pages. */
  inspect(digest: string): Promise<Result<readonly PdfPage[], Problem>>;
  /** The picture of a page: the JPEG that it is made of, else drawn. */
  picture(digest: string, page: number): Promise<Result<PdfPicture, Problem>>;
  /** The words that the file gives for the page, in pixels of its picture; undefined where they are not worth having. */
  words(digest: string, page: number): Promise<Result<PageText | undefined, Problem>>;
  close(): Promise<void>;
}

export interface PdfLimits {
  readonly mostBytes: number;
  readonly mostPages: number;
  /** For opening a file, for looking at a few pages, for drawing or reading one. */
  readonly timeoutMs: number;
  /** For looking at all pages of a file. */
  readonly inspectMs: number;
  readonly memoryBytes: number;
  readonly idleMs: number;
}

export const PDF_LIMITS: PdfLimits = {
  mostBytes: 512 * 2 ** 20,
  mostPages: 10_000,
  timeoutMs: 60_000,
  inspectMs: 600_000,
  memoryBytes: 1536 * 2 ** 20,
  idleMs: 20_000,
};

/** So many pages are looked at between two glances at the clock. */
const PAGES_AT_ONCE = 16;
const PART_BYTES = 2 ** 20;
/** For the process to start and take a part of a file, on a machine that has much else to do. */
const START_MS = 60_000;

export function openPdfReader(files: Pick<FileStore, 'open'>, given: Partial<PdfLimits> = {}): PdfReader {
  const limits = { ...PDF_LIMITS, ...given };
  const desk = new Desk(files, limits);
  return {
    inspect: (digest) => desk.inTurn(() => inspect(desk, digest, limits)),
    picture: (digest, page) =>
      desk.inTurn(async () => {
        const reply = await desk.askOf(digest, { kind: 'picture', page });
        return reply.ok ? accepted(only(reply.value, 'pictured').picture) : reply;
      }),
    words: (digest, page) =>
      desk.inTurn(async () => {
        const reply = await desk.askOf(digest, { kind: 'words', page });
        return reply.ok ? accepted(only(reply.value, 'worded').words) : reply;
      }),
    close: () => desk.inTurn(async () => desk.end()),
  };
}

async function inspect(
  desk: Desk,
  digest: string,
  { mostPages, inspectMs }: PdfLimits,
): Promise<Result<readonly PdfPage[], Problem>> {
  const opened = await desk.open(digest);
  if (!opened.ok) return opened;
  const pageCount = opened.value;
  const file = digest;
  if (pageCount < 1) return refused(problem('pdf-broken', { file }, { facts: { why: 'no-pages' } }));
  if (pageCount > mostPages)
    return refused(
      problem('pdf-too-many-pages', { file }, { facts: { limit: mostPages, pages: pageCount } }),
    );
  const pages: PdfPage[] = [];
  const until = performance.now() + inspectMs;
  for (let from = 1; from <= pageCount; from += PAGES_AT_ONCE) {
    const to = Math.min(from + PAGES_AT_ONCE - 1, pageCount);
    const reply = await desk.askOf(digest, { kind: 'inspect', from, to });
    if (!reply.ok) return reply;
    pages.push(...only(reply.value, 'inspected').pages);
    if (performance.now() > until) return refused(tookTooLong(inspectMs, file));
  }
  return accepted(pages);
}

type Told = Exclude<PdfReply, { kind: 'trouble' }>;

/** The process answers each call in its own kind. */
function only<Kind extends Told['kind']>(reply: Told, kind: Kind): Extract<Told, { kind: Kind }> {
  if (!isKind(reply, kind)) throw new TypeError(`the process answered ${reply.kind}, not ${kind}`);
  return reply;
}

const isKind = <Kind extends Told['kind']>(reply: Told, kind: Kind): reply is Extract<Told, { kind: Kind }> =>
  reply.kind === kind;

/** Where one file lies open at a time, and callers wait for their turn. */
class Desk {
  readonly #files: Pick<FileStore, 'open'>;
  readonly #limits: PdfLimits;
  readonly #child: KillableProcess<PdfCall, PdfReply>;
  #last: Promise<unknown> = Promise.resolve();
  #open: { readonly digest: string; readonly pageCount: number } | undefined;

  constructor(files: Pick<FileStore, 'open'>, limits: PdfLimits) {
    this.#files = files;
    this.#limits = limits;
    this.#child = new KillableProcess(programBeside(import.meta.url, 'pdf-process'), limits);
  }

  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work, work);
    this.#last = turn;
    return turn;
  }

  /** Lays the file open, unless it is; answers how many pages it has. */
  async open(digest: string): Promise<Result<number, Problem>> {
    if (this.#child.isAlive && this.#open?.digest === digest) return accepted(this.#open.pageCount);
    this.#open = undefined;
    const sent = await this.#send(digest);
    if (!sent.ok) return sent;
    const reply = await this.#ask({ kind: 'open' }, digest);
    if (!reply.ok) return reply;
    const { pageCount } = only(reply.value, 'opened');
    this.#open = { digest, pageCount };
    return accepted(pageCount);
  }

  async #send(digest: string): Promise<Result<undefined, Problem>> {
    const bytes = await this.#files.open(digest);
    if (!bytes) return refused(problem('file-missing', { file: digest }, { severity: 'error' }));
    let sizeBytes = 0;
    for await (const chunk of bytes) {
      sizeBytes += chunk.length;
      if (sizeBytes > this.#limits.mostBytes) {
        this.end();
        const limit = `${Math.floor(this.#limits.mostBytes / 2 ** 20)} MB`;
        return refused(problem('too-large', { file: digest }, { facts: { limit } }));
      }
      for (let at = 0; at < chunk.length; at += PART_BYTES) {
        const reply = await this.#child.ask(
          { kind: 'part', bytes: chunk.subarray(at, at + PART_BYTES) },
          START_MS,
        );
        // Nothing has been read yet: this is not the file's doing.
        if (reply.kind !== 'taken')
          throw new Failure(problem('reader-not-started', { file: digest }, { value: 'PDF' }), {
            cause: new Error(this.#child.complaint),
          });
      }
    }
    return accepted(undefined);
  }

  /** Asks about a file that is laid open for it. */
  async askOf(digest: string, call: PdfCall): Promise<Result<Told, Problem>> {
    const opened = await this.open(digest);
    if (!opened.ok) return opened;
    const last = call.kind === 'inspect' ? call.to : 'page' in call ? call.page : 1;
    if (last < 1 || last > opened.value)
      return refused(troubled({ kind: 'page-broken', page: last }, digest));
    return this.#ask(call, digest);
  }

  async #ask(call: PdfCall, digest: string): Promise<Result<Told, Problem>> {
    const outcome = await this.#child.ask(call, this.#limits.timeoutMs);
    if (outcome.kind === 'trouble') return refused(troubled(outcome.trouble, digest));
    if (outcome.kind === 'late') return refused(tookTooLong(this.#limits.timeoutMs, digest));
    if (outcome.kind === 'died') return refused(troubled({ kind: 'broken' }, digest));
    return accepted(outcome);
  }

  end(): void {
    this.#open = undefined;
    this.#child.end();
  }
}

const tookTooLong = (limitMs: number, file: string): Problem =>
  problem('took-too-long', { file }, { facts: { limit: `${limitMs / 1000} s` } });

function troubled(trouble: PdfTrouble, file: string): Problem {
  switch (trouble.kind) {
    case 'not-pdf':
    case 'truncated':
      return problem('pdf-broken', { file }, { facts: { why: trouble.kind } });
    case 'broken':
      return problem('pdf-broken', { file });
    case 'page-broken':
      return problem('pdf-broken', { file }, { facts: { why: 'page', page: trouble.page } });
    case 'page-size':
      return problem('pdf-page-size', { file }, { facts: { page: trouble.page } });
    case 'encrypted':
      return problem('pdf-encrypted', { file });
    case 'too-large':
      return problem('too-large', { file }, { facts: { limit: 'what the memory for reading PDFs holds' } });
    default:
      return impossible(trouble);
  }
}
