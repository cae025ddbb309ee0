import type { CollectionRow } from '../actions/pages.ts';
import { escaped } from '../formats/markdown/write-inlines.ts';
import { addressOf } from './addresses.ts';
import type { Answer } from './answer.ts';
import { shortTitle } from './public/entry.ts';
import { ROUTES } from './routes.ts';
import type { Site, Visit } from './site.ts';

const MOST_COLLECTIONS = 100;
const SUMMARY_LETTERS = 160;

/**
 * What is here, for a program that reads on somebody's behalf: one page of Markdown.
 *
 * Source: llmstxt.org, read 2026-11-23: a name, a summary in a quotation, notes, then lists of links under
 * headings, of which "Optional" may be left out.
 */
export async function llms({ site, room }: Visit): Promise<Answer> {
  const { settings, words } = site;
  const said = words.llms;
  const rows = await room.collections();
  const parts = [
    `# ${escaped(settings.name)}`,
    `> ${escaped(settings.about ?? said.lede(settings))}`,
    ...(settings.notice === undefined ? [] : [escaped(settings.notice)]),
    said
      .notes(settings.address, settings.licence)
      .map((note) => `- ${note}`)
      .join('\n'),
    ...section(said.programs, linesTo(site, said.programLinks)),
    ...section(said.documents, linesTo(site, said.documentLinks)),
    ...section(said.collections, collectionLines(site, rows)),
    ...section(said.optional, linesTo(site, said.optionalLinks)),
  ];
  return { kind: 'text', mediaType: 'text/plain; charset=utf-8', body: `${parts.join('\n\n')}\n` };
}

const section = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`## ${heading}`, lines.join('\n')];

/** Links to what this site has: a part that is not served, or needs a server where there is none, is not named. */
function linesTo(
  { settings, mode }: Site,
  links: readonly (readonly [path: string, name: string, says: string])[],
): readonly string[] {
  const isThere = (path: string): boolean =>
    ROUTES.some(
      (route) =>
        (route.path === path || (path.startsWith('/document/') && route.path === '/document/:asked')) &&
        (mode === 'live' || route.isLiveOnly !== true),
    );
  return links
    .filter(([path]) => isThere(path.replace(/\?.*$/, '')))
    .map(([path, name, says]) => `- [${name}](${settings.address}${path}): ${says}`);
}

const withoutStop = (text: string): string => text.replace(/\.$/, '');

function collectionLines(site: Site, rows: readonly CollectionRow[]): readonly string[] {
  const { llms: said } = site.words;
  const lines = rows.slice(0, MOST_COLLECTIONS).map(({ row }) => {
    const summary = row.summary === undefined ? [] : [shortTitle(row.summary.text, SUMMARY_LETTERS)];
    const says = [
      said.collection(row.documents ?? 0),
      ...(row.invented === undefined ? [] : [row.invented]),
      ...summary,
    ];
    const address = site.settings.address + addressOf({ prefix: '' }, row.label);
    return `- [${escaped(shortTitle(row.label.title))}](${address}): ${escaped(shortTitle(says.map(withoutStop).join('. '), SUMMARY_LETTERS * 2))}`;
  });
  const more = rows.length - MOST_COLLECTIONS;
  return more > 0 ? [...lines, `- [${said.further(more)}](${site.settings.address}/collections)`] : lines;
}
