import type { Problem, WrongPart } from './answers.ts';

/** What came of a request that was not answered with what was asked for. */
export type ErrorKind =
  /** Something of it is not as the API describes it: `problems` names what. */
  | 'refused'
  /** Nothing public has this address. */
  | 'unknown'
  /** It was public, and is not now: `problem` has the reason. */
  | 'gone'
  /** Too much was asked at once; `retryAfterSeconds` says when to come again. */
  | 'too-many'
  /** The archive cannot answer now. */
  | 'unavailable'
  /** No answer came: `cause` says why. */
  | 'unreachable';

const KINDS: ReadonlyMap<number, ErrorKind> = new Map([
  [404, 'unknown'],
  [410, 'gone'],
  [429, 'too-many'],
]);

/** Thrown where the archive answers with a problem, or not at all. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly kind: ErrorKind;
  readonly url: string;
  /** 0 where no answer came. */
  readonly status: number;
  /** The problem details (RFC 9457) as they came. */
  readonly problem: Problem | undefined;
  readonly problems: readonly WrongPart[];
  readonly retryAfterSeconds: number | undefined;

  constructor(
    url: string,
    told: {
      readonly status: number;
      readonly problem?: Problem | undefined;
      readonly retryAfterSeconds?: number | undefined;
      readonly cause?: unknown;
    },
  ) {
    const { status, problem, retryAfterSeconds, cause } = told;
    super(
      problem === undefined
        ? `${status || 'no answer'}: ${url}`
        : `${status} ${problem.title}: ${problem.detail}`,
      {
        cause,
      },
    );
    this.kind = kindOf(status);
    this.url = url;
    this.status = status;
    this.problem = problem;
    this.problems = problem?.problems ?? [];
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

const kindOf = (status: number): ErrorKind =>
  KINDS.get(status) ?? (status === 0 ? 'unreachable' : status >= 500 ? 'unavailable' : 'refused');
