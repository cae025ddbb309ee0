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
/** Asks for JSON, again where it was put off, within bounds. Throws {@link ApiError} where no answer is to be had. */
export declare function askJson<T>(url: string, options: AskOptions, sent?: unknown): Promise<T>;
