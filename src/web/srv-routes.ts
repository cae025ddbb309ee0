import type { Handle, Route } from './route.ts';
import * as files from './srv/files.ts';
import * as lists from './srv/lists.ts';
import * as old from './srv/moved.ts';
import * as records from './srv/records.ts';
import { whereOn } from './srv/said.ts';
import * as search from './srv/search.ts';

const program = (path: string, says: string, handle: Handle, isQuestion = false): Route => ({
  path,
  says,
  for: 'programs',
  isLiveOnly: true,
  ...(isQuestion ? { isQuestion } : {}),
  handle: whereOn(handle),
});

const reader = (path: string, says: string, handle: Handle): Route => ({
  path,
  says,
  for: 'readers',
  isLiveOnly: true,
  handle: whereOn(handle),
});

const NAMES = {
  subject: 'subjects',
  contributor: 'people and bodies',
  coverage: 'places',
  repository: 'archives',
} as const;
type NameModel = keyof typeof NAMES;

const namesOf = (model: NameModel, one: Handle): readonly Route[] => [
  program(
    `/srv/${model}.json`,
    `as it was: ${NAMES[model]}, those that are called like term=`,
    lists.namesOf(model),
    true,
  ),
  program(`/srv/${model}/:name`, `as it was: one of the ${NAMES[model]}, {id}.json`, one),
];

/** The interface that was closed, and what of its site is still linked to. `oldAddresses: false` turns them off. */
export const oldRoutes: readonly Route[] = [
  program(
    '/srv/record.json',
    'as it was: documents, and collections; q, model, collection[], subject[], contributor[], coverage[], repository, publisher, donor[], language, translation, theme, start_date, end_date, itemsPerPage, page',
    search.records,
    true,
  ),
  program(
    '/srv/record/date_range.json',
    'as it was: the first and last day of documents',
    lists.dateRange,
    true,
  ),
  program('/srv/record/:name', 'as it was: a document, {id}.json, also by the number it had', records.record),
  program(
    '/srv/collection.json',
    'as it was: collections; term, itemsPerPage, page',
    search.collections,
    true,
  ),
  program('/srv/collection/:name', 'as it was: a collection, {id}.json', records.collection),
  program('/srv/theme.json', 'as it was: collections that hold others, in place of themes', lists.themes),
  program('/srv/theme/:name', 'as it was: one of them, {id}.json or {slug}.json', records.theme),
  ...namesOf('subject', records.nameOf('subject')),
  ...namesOf('contributor', records.nameOf('contributor')),
  ...namesOf('coverage', records.coverage),
  ...namesOf('repository', records.nameOf('repository')),
  program(
    '/srv/publisher.json',
    'as it was: an empty list; who published stands with each document',
    lists.nobody,
  ),
  program(
    '/srv/publisher/:name',
    'as it was: who published a document, {id}.json',
    records.nameOf('publisher'),
  ),
  program('/srv/donor.json', 'as it was: an empty list; who paid stands with each document', lists.nobody),
  program(
    '/srv/language.json',
    'as it was: languages of documents, by their codes of ISO 639-2/B',
    lists.languages,
    true,
  ),
  program('/srv/language/:name', 'as it was: one of them, {code}.json', lists.language, true),
  program('/srv/media/:name', 'as it was: a scan, as a PDF that can be searched', files.media),
  program('/srv/transcript/:name', 'as it was: a transcript, as HTML', files.textOf('transcription')),
  program('/srv/translation/:name', 'as it was: a translation, as HTML', files.textOf('translation')),
  reader('/contributor/:asked', 'as it was: leads to the person or body', old.pageOf('agent')),
  reader('/contributor/:asked/:slug', 'the same', old.pageOf('agent')),
  reader('/coverage/:asked', 'as it was: leads to the place', old.pageOf('place')),
  reader('/coverage/:asked/:slug', 'the same', old.pageOf('place')),
  reader('/theme/:asked', 'as it was: leads to the collection that stands for the theme', old.themePage),
  reader('/theme/:asked/:slug', 'the same', old.themePage),
  reader('/search-results', 'as it was: leads to the search; q', old.results),
  reader('/search-results/:page', 'the same', old.results),
  reader(
    '/search-results/:page/:what',
    'the same with what was asked for as JSON: {"term": "…"}',
    old.results,
  ),
];
