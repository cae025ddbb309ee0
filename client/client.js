import { PLACES } from './answers.js';
import { ApiError } from './api-error.js';
import { askJson } from './ask.js';
export { ApiError } from './api-error.js';
/** Opens an archive by its address: "https://papers.example". Nothing is asked yet. */
export function openArchive(address, options = {}) {
    const base = address.replace(/\/+$/, '');
    const urlOf = (operation, asked) => base + addressOf(PLACES[operation].path, asked);
    async function* stretches(first) {
        for (let url = first; url !== undefined;) {
            const stretch = await askJson(url, options);
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
        async *each(operation, asked) {
            for await (const { items } of stretches(urlOf(operation, asked)))
                yield* items;
        },
        async *hits(question) {
            for await (const { hits } of stretches(urlOf('search', question)))
                yield* hits;
        },
        async *changes(since = 0) {
            const first = urlOf('changes', { since, limit: 1000 });
            for await (const { items } of stretches(first))
                yield* items;
        },
    };
}
/** The address of a call: what its path names goes there, the rest is its query. */
function addressOf(path, asked) {
    const query = new URLSearchParams();
    let filled = path;
    for (const [name, value] of Object.entries(asked)) {
        if (value === undefined)
            continue;
        if (path.includes(`{${name}}`))
            filled = filled.replace(`{${name}}`, stepOf(path, String(value)));
        else if (Array.isArray(value))
            for (const one of value)
                query.append(name, String(one));
        else
            query.append(name, String(value));
    }
    return query.size === 0 ? filled : `${filled}?${query}`;
}
/** A step of a path. One that is empty, or that leads upward, would be another address: it is refused as there. */
function stepOf(path, value) {
    if (/^\.{0,2}$/.test(value))
        throw new ApiError(path, { status: 400 });
    return encodeURIComponent(value);
}
/** The rest of a list is asked where the list was: an archive behind another name may not know its own. */
function sameArchive(base, next) {
    const { pathname, search } = new URL(next, base);
    const own = new URL(base).pathname.replace(/\/$/, '');
    return base + (own !== '' && pathname.startsWith(own) ? pathname.slice(own.length) : pathname) + search;
}
