const LISTS = ['people', 'organizations', 'places', 'subjects', 'terms', 'events', 'repositories'];

/** Every way in, into all there is and into a collection. */
export const WAYS: readonly string[] = [
  ...LISTS.flatMap((list) => [
    list,
    ...['o', 'O', 'S', '1949', '1900-1999', '1900-1999/O', 'page/2', 'O/page/2'].map(
      (rest) => `${list}/${rest}`,
    ),
  ]),
  ...['people', 'organizations'].flatMap((list) =>
    ['author', 'recipient', 'participant', 'mentioned', 'author/1949/O'].map((rest) => `${list}/${rest}`),
  ),
  ...['written-at', 'sent-to', 'about'].flatMap((role) => [
    `places/${role}`,
    `map/${role}`,
    `map/${role}/1949`,
  ]),
  ...['new', 'new/page/2', 'types', 'languages', 'timeline', 'timeline/1949', 'timeline/1949-03', 'map'],
  ...['map/1949', 'map/world', 'map/europe/1900-1999'],
];
