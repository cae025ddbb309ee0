import type { Problem, WrongPart } from './answers.js';
/** What came of a request that was not answered with what was asked for. */
export type ErrorKind = 
/** Something of it is not as the API describes it: `problems` names what. */
'refused'
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
/** Thrown where the archive answers with a problem, or not at all. */
export declare class ApiError extends Error {
    readonly name = "ApiError";
    readonly kind: ErrorKind;
    readonly url: string;
    /** 0 where no answer came. */
    readonly status: number;
    /** The problem details (RFC 9457) as they came. */
    readonly problem: Problem | undefined;
    readonly problems: readonly WrongPart[];
    readonly retryAfterSeconds: number | undefined;
    constructor(url: string, told: {
        readonly status: number;
        readonly problem?: Problem | undefined;
        readonly retryAfterSeconds?: number | undefined;
        readonly cause?: unknown;
    });
}
