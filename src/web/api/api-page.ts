import { found, type Answer } from '../answer.ts';
import { addressOfPage } from '../addresses.ts';
import { attributes, html, nothing, type Html } from '../html.ts';
import type { Page } from '../public/layout.ts';
import { trail } from '../public/trail.ts';
import type { Site, Visit } from '../site.ts';
import { nameOfShape } from '../../formats/api/shapes.ts';
import { PARTS, schemaOf, type Endpoint, type Part } from './endpoint.ts';
import { ENDPOINTS } from './endpoints.ts';
import { exampleOf, findExamples, type Examples } from './examples.ts';
import { question } from './parameters.ts';

/** The API described to people, each address with an example that works here. */
export async function apiPage({ site, room }: Visit): Promise<Answer> {
  return found(pageWith(site, await findExamples(room)));
}

function pageWith(site: Site, examples: Examples): Page {
  const { api, nav, oldAddresses } = site.words;
  return {
    title: api.title,
    description: api.lede,
    canonical: addressOfPage(site, '/api'),
    cardKind: 'article',
    body: html`<div class="frame">
${trail(site, [{ address: addressOfPage(site, '/help'), says: nav.help }], api.title)}
<article class="prose api"><header class="page-head"><h1>${api.title}</h1><p class="lede">${api.lede}</p></header>
<div class="api-columns">${contentsHtml(site)}
<div class="api-parts"><section><h2 id="doors">${api.doorsHeading}</h2><p>${api.doorsSay}</p>
<dl>${api.doors.map(([address, name, says]) => html`<dt><a${attributes({ href: address })}>${name}</a></dt><dd>${says}</dd>`)}</dl>
<p>${api.doorsMore}</p>${site.settings.oldAddresses === false ? nothing : html`<p>${oldAddresses.stillHere}</p>`}</section>
<section><h2 id="rules">${api.rulesHeading}</h2>${api.rulesSay.map((one) => html`<p>${one}</p>`)}
<p>${api.client}</p><p>${api.openEach}</p></section>
${PARTS.map((part) => partHtml(site, part, examples))}
<section><h2 id="shapes">${api.shapes}</h2><p>${api.shapesSay} <a href="/openapi.json">/openapi.json</a></p></section></div></div></article>
</div>`,
  };
}

/** Beside the parts where there is room, above them where there is none. */
function contentsHtml({ words: { api } }: Site): Html {
  const row = (id: string, says: string, count?: number): Html =>
    html`<li><a${attributes({ href: `#${id}` })}>${says}</a>${count !== undefined && html` <span class="nums">${count}</span>`}</li>`;
  return html`<nav class="api-contents" aria-label="${api.contents}"><h2>${api.contents}</h2><ul>${row('doors', api.doorsHeading)}${row('rules', api.rulesHeading)}${PARTS.map((part) => row(part, api.parts[part], endpointsOf(part).length))}${row('shapes', api.shapes)}</ul></nav>`;
}

const endpointsOf = (part: Part): readonly Endpoint[] => ENDPOINTS.filter((one) => one.part === part);

/** Folded where there is little room; the heading is then what opens it. */
function partHtml(site: Site, part: Part, examples: Examples): Html {
  const heading = site.words.api.parts[part];
  const endpoints = endpointsOf(part);
  return html`<details class="api-part"><summary><h2>${heading}</h2> <span class="nums">${endpoints.length}</span></summary>
<section${attributes({ id: part, 'aria-label': heading })}><h2 class="part-name">${heading}</h2>
${endpoints.map((one) => endpointHtml(site, one, examples))}</section></details>
`;
}

/** Folded: a fragment, the browser's search and the printer open it by themselves, since the address is within. */
function endpointHtml(site: Site, endpoint: Endpoint, examples: Examples): Html {
  const { method, path, says, about, operation, answer } = endpoint;
  const { api } = site.words;
  return html`<details class="endpoint"><summary><code>${method} ${path}</code> <span class="says">${capital(says)}</span></summary>
<div${attributes({ id: `op-${operation}` })}>${about !== undefined && html`<p>${about}</p>`}
${parametersHtml(site, endpoint)}
<p class="quiet small">${api.answers} <code>${nameOfShape(answer) ?? ''}</code></p>
${exampleHtml(site, endpoint, examples)}</div></details>
`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The parameters of a search are told once, at the search. */
function parametersHtml(site: Site, { parameters, path, operation }: Endpoint): Html {
  const { api } = site.words;
  const named = Object.entries(parameters);
  const isQuestion = (name: string): boolean => name in question;
  const own = named.filter(([name]) => !isQuestion(name));
  const filters = named.filter(([name]) => isQuestion(name));
  const line = ([name, parameter]: (typeof named)[number]): Html => {
    const { description, title, ...schema } = schemaOf(parameter);
    const isRequired = !parameter.safeParse(undefined).success;
    const notes = [
      api.expected({ ...schema, ...(title === undefined ? {} : { title }) }),
      ...(isRequired || path.includes(`{${name}}`) ? [api.required] : []),
      ...(schema['default'] === undefined || schema['default'] === ''
        ? []
        : [api.otherwise(String(schema['default']))]),
    ];
    return html`<dt><code>${name}</code></dt><dd>${description !== undefined && html`${String(description)} `}<span class="quiet small">${capital(notes.join('; '))}.</span></dd>`;
  };
  if (named.length === 0) return nothing;
  const rest =
    filters.length === 0
      ? nothing
      : operation === 'search'
        ? html`<details><summary>${api.filters(filters.length)}</summary><dl>${filters.map(line)}</dl></details>`
        : html`<p><a href="#op-search">${api.sameFilters}</a></p>`;
  return html`${own.length > 0 && html`<dl>${own.map(line)}</dl>`}${rest}`;
}

/** A link to follow, and the line for a terminal. */
function exampleHtml(site: Site, endpoint: Endpoint, examples: Examples): Html {
  const { settings, words } = site;
  const path = exampleOf(endpoint, examples);
  if (path === undefined) return nothing;
  if (endpoint.method === 'POST')
    return html`<pre tabindex="0"><code>curl -H 'content-type: application/json' -d '{"text":"the words"}' '${settings.address + path}'</code></pre>`;
  return html`<p>${words.api.example}: <a${attributes({ href: path, rel: 'nofollow' })}>${path}</a></p>
<pre tabindex="0"><code>curl '${settings.address + path}'</code></pre>`;
}
