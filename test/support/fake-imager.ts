import { problem } from '../../src/core/problem.ts';
import { accepted, refused } from '../../src/core/result.ts';
import type { FileStore } from '../../src/ports/file-store.ts';
import type { Imager, InspectedPage } from '../../src/ports/imager.ts';

/** Bytes that sniff as a PNG and that {@link fakeImager} takes for an image of so many pages of a size. */
export const fakeImage = (
  words: string,
  widthPx = 1000,
  heightPx = 1400,
  pages = 1,
  turned?: 90 | 270,
): Uint8Array =>
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    Buffer.from(`${JSON.stringify({ widthPx, heightPx, pages, turned })}\n${words}`),
  ]);

export interface FakeImager extends Imager {
  /** What was derived, in order, as "digest page". */
  readonly derived: string[];
}

/** Sees what {@link fakeImage} wrote; anything else is a broken image. */
export function fakeImager(files: FileStore): FakeImager {
  const derived: string[] = [];
  return {
    derived,
    inspect: async ({ digest, mediaType }) => {
      const bytes = await Array.fromAsync((await files.open(digest)) ?? []);
      const text = Buffer.concat(bytes).subarray(8).toString();
      const head = /^\{"widthPx":(\d+),"heightPx":(\d+),"pages":(\d+)(?:,"turned":(90|270))?\}/.exec(text);
      if (!head) return refused(problem('file-unreadable', {}, { value: 'no image' }));
      const [widthPx = 0, heightPx = 0, pages = 0] = head.slice(1, 4).map(Number);
      const turned = head[4] === undefined ? undefined : head[4] === '90' ? 90 : 270;
      return accepted(
        Array.from({ length: pages }, (_, at): InspectedPage => ({
          digest,
          mediaType,
          widthPx,
          heightPx,
          ...(pages > 1 ? { page: at + 1 } : {}),
          ...(turned === undefined ? {} : { turned }),
        })),
      );
    },
    derive: async ({ digest, page }) => {
      derived.push(`${digest} ${page ?? 1}`);
      return accepted(undefined);
    },
    render: async () => refused(problem('file-unreadable', {})),
    sweep: async () => 0,
    close: async () => undefined,
  };
}
