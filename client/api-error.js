const KINDS = new Map([
    [404, 'unknown'],
    [410, 'gone'],
    [429, 'too-many'],
]);
/** Thrown where the archive answers with a problem, or not at all. */
export class ApiError extends Error {
    name = 'ApiError';
    kind;
    url;
    /** 0 where no answer came. */
    status;
    /** The problem details (RFC 9457) as they came. */
    problem;
    problems;
    retryAfterSeconds;
    constructor(url, told) {
        const { status, problem, retryAfterSeconds, cause } = told;
        super(problem === undefined
            ? `${status || 'no answer'}: ${url}`
            : `${status} ${problem.title}: ${problem.detail}`, {
            cause,
        });
        this.kind = kindOf(status);
        this.url = url;
        this.status = status;
        this.problem = problem;
        this.problems = problem?.problems ?? [];
        this.retryAfterSeconds = retryAfterSeconds;
    }
}
const kindOf = (status) => KINDS.get(status) ?? (status === 0 ? 'unreachable' : status >= 500 ? 'unavailable' : 'refused');
