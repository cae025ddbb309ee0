import type { IndexFiles } from './index-files.ts';
import type { LiveSegment } from './live-segment.ts';
import { writeLive, type Manifest } from './manifest.ts';

/** The manifest with these segments, and a new file for each whose documents have changed. */
export function savedSets(files: IndexFiles, manifest: Manifest, segments: readonly LiveSegment[]): Manifest {
  let { next } = manifest;
  const deletes = new Map(manifest.segments.map((one) => [one.name, one.deletes]));
  for (const { name, live, isChanged } of segments)
    if (isChanged) deletes.set(name, writeLive(files, `live-${next++}`, live));
  return {
    ...manifest,
    next,
    segments: segments.map(({ name, count, segment: { check } }) => {
      const own = deletes.get(name);
      return { name, documents: count, check, ...(own === undefined ? {} : { deletes: own }) };
    }),
  };
}
