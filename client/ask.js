import { ApiError } from './api-error.js';
const RETRIES = 4;
const LONGEST_WAIT_SECONDS = 60;
/** Asks for JSON, again where it was put off, within bounds. Throws {@link ApiError} where no answer is to be had. */
export async function askJson(url, options, sent) {
    const { retries = RETRIES, longestWaitSeconds = LONGEST_WAIT_SECONDS, wait = sleep } = options;
    for (let turn = 0;; turn++) {
        const answered = await once(url, options, sent);
        if (!(answered instanceof ApiError))
            return readAnswer(url, answered.text);
        const seconds = answered.retryAfterSeconds ?? 2 ** turn / 2;
        const isPutOff = ['too-many', 'unavailable', 'unreachable'].includes(answered.kind) && answered.status !== 500;
        if (!isPutOff || turn >= retries || seconds > longestWaitSeconds || options.signal?.aborted === true)
            throw answered;
        await wait(seconds * 1000);
    }
}
/** What was answered, read; something between may answer for the archive with what is no JSON. */
function readAnswer(url, text) {
    try {
        const answer = JSON.parse(text);
        return answer;
    }
    catch (cause) {
        throw new ApiError(url, { status: 0, cause });
    }
}
const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
async function once(url, { fetch = globalThis.fetch, userAgent, cache, signal }, sent) {
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
    let response;
    let text;
    try {
        response = await fetch(request);
        text = await response.text();
    }
    catch (cause) {
        if (signal?.aborted === true)
            throw cause;
        return new ApiError(url, { status: 0, cause });
    }
    if (response.status === 304 && had !== undefined)
        return had;
    if (!response.ok)
        return errorOf(url, response, text);
    const tag = response.headers.get('etag');
    if (tag !== null && sent === undefined)
        cache?.set(url, { tag, text });
    return { text };
}
function errorOf(url, { status, headers }, text) {
    return new ApiError(url, {
        status,
        problem: problemIn(text, headers.get('content-type') ?? ''),
        retryAfterSeconds: secondsOf(headers.get('retry-after')),
    });
}
function problemIn(text, type) {
    if (!type.startsWith('application/problem+json'))
        return undefined;
    try {
        const problem = JSON.parse(text);
        return problem;
    }
    catch (failure) {
        if (failure instanceof SyntaxError)
            return undefined;
        throw failure;
    }
}
/** `Retry-After`: seconds, or a date. */
function secondsOf(text) {
    if (text === null)
        return undefined;
    if (/^\d{1,9}$/.test(text.trim()))
        return Number(text);
    const at = Date.parse(text);
    return Number.isNaN(at) ? undefined : Math.max(0, (at - Date.now()) / 1000);
}
