import type { Collection } from '../../core/collection.ts';
import { labelOf } from '../../core/label.ts';
import type { PublicRecord } from '../../core/public-record.ts';
import type { Place } from '../../core/place.ts';
import { htmlOfBlocks } from './html-of-blocks.ts';
import { oldId, oldUri } from './old-id.ts';
import { collectionStub, inventedOf, nameStub, timesOf } from './stubs.ts';

/** A collection, all of its fields. `parent`: the first public one that it lies in. */
export const collectionJson = (
  view: PublicRecord<Collection>,
  around: { readonly parent?: PublicRecord<Collection>; readonly documents: number },
) => ({
  ...collectionStub(view, around.documents),
  description: htmlOfBlocks(view.record.description) + markup(inventedOf(view.record)),
  parent: around.parent === undefined ? null : collectionStub(around.parent),
  ...timesOf(view),
});

const markup = (text: string): string => (text === '' ? '' : `<p>${text.replace(/[&<>]/g, ' ')}</p>`);

/** A collection that has others within it, as the theme of these. */
export function themeJson(
  view: PublicRecord<Collection>,
  within: readonly { readonly view: PublicRecord<Collection>; readonly documents: number }[],
) {
  const { title, slug } = labelOf(view);
  const id = oldId(view);
  const { main_src } = collectionStub(view);
  return {
    id,
    slug,
    title,
    value: title,
    description: htmlOfBlocks(view.record.description) + markup(inventedOf(view.record)),
    main_src,
    uri: oldUri('theme', id),
    featured_resources: [],
    has_map: '1',
    has_timeline: '1',
    featured_collections: within.map((one) => collectionStub(one.view, one.documents)),
    dates_with_events: [],
  };
}

/**
 * A place. Without one around it `parent` is an empty list, as it was; without places in it there is no
 * `children`: clients take the first of a list without asking whether there is one.
 */
export const coverageJson = (
  view: PublicRecord<Place>,
  around: { readonly parent?: PublicRecord; readonly children: readonly PublicRecord[] },
) => ({
  ...nameStub(view, 'coverage'),
  parent: around.parent === undefined ? [] : nameStub(around.parent, 'coverage'),
  ...(around.children.length === 0
    ? {}
    : { children: around.children.map((child) => nameStub(child, 'coverage')) }),
});
