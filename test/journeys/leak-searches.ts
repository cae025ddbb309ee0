import { idOf, type Name } from './leak-names.ts';

/** Fields that are asked for by a value. */
export const FACETS =
  'person from to participant mentioned place place-from place-to place-about subject collection archive event'.split(
    ' ',
  );
/** Forms in which results are taken away. */
export const FORMS = ['csv', 'ris', 'bib', 'csl.json', 'atom', 'rss'];
/** Searches by a secret's first word: they find nothing. */
export const searchesFor = (name: Name): readonly string[] => [
  `/search?q=sought${name}`,
  `/search.json?q=sought${name}`,
  `/search?q=sought${name}&in=people`,
  `/search.json?q=sough*`,
  `/search?q=sought${name}&exact=1`,
  `/search?q=sought${name}&without=${idOf(name)}&without=sought${name}`,
  ...FORMS.flatMap((form) => [`/search.${form}?q=sought${name}`, `/search.${form}?person=${idOf(name)}`]),
  `/search?q=sought${name}&view=table`,
  `/search?q=sought${name}&view=timeline`,
  `/search?q=sought${name}&spelling=kept`,
  `/search?in=${idOf(name)}&q=sought${name}`,
  `/search?q=soughh${name}&date=1945`,
  `/search?row=person:is:sought${name}&row=place:is:sought${name}&row=collection:is:sought${name}`,
  `/suggest?q=sought${name}`,
  `/suggest?q=hidden${name}`,
  `/search?facet=person&among=sought${name}`,
  `/search?q=sought${name}&facet=collection`,
  ...FACETS.flatMap((field) => [
    `/search.json?${field}=${idOf(name)}`,
    `/search.json?q=${field}:sought${name}`,
  ]),
  `/search.json?q=collection:${idOf(name)}`,
];
