import { type Calls, type Change, type Hit } from './answers.js';
import { type AskOptions } from './ask.js';
export { ApiError, type ErrorKind } from './api-error.js';
export type { AskOptions, Had } from './ask.js';
export type * from './answers.js';
export type ClientOptions = AskOptions;
export type Operation = keyof Calls;
/** Operations that answer with a stretch of items, and the type of these. */
export type ListOperation = {
    [O in Operation]: Calls[O]['answers'] extends {
        readonly items: readonly unknown[];
    } ? O : never;
}[Operation];
type ItemOf<O extends ListOperation> = Calls[O]['answers'] extends {
    readonly items: readonly (infer Item)[];
} ? Item : never;
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
export declare function openArchive(address: string, options?: ClientOptions): ArchiveClient;
