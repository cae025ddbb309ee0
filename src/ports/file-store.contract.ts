import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { FileStore } from './file-store.ts';

export async function* inParts(...parts: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield typeof part === 'string' ? new TextEncoder().encode(part) : part;
}

export async function readAll(bytes: AsyncIterable<Uint8Array> | undefined): Promise<Uint8Array | undefined> {
  if (bytes === undefined) return undefined;
  const parts: number[] = [];
  for await (const part of bytes) for (const byte of part) parts.push(byte);
  return Uint8Array.from(parts);
}

const everyDigest = async (store: FileStore) => {
  const found: string[] = [];
  for await (const { digest, sizeBytes } of store.list()) found.push(`${digest.slice(7, 11)} ${sizeBytes}`);
  return found;
};

/** FIPS 180-2, appendix B.1. */
const DIGEST_OF_ABC = 'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

/** What every file store does, whatever it is made of. `make` gives an empty one. */
export function fileStoreContract(name: string, make: () => Promise<FileStore>): void {
  describe(`${name} keeps files`, () => {
    test('bytes are kept under their digest and come back as they were', async () => {
      const store = await make();
      assert.deepEqual(await store.put(inParts('a', '', 'bc')), { digest: DIGEST_OF_ABC, sizeBytes: 3 });
      assert.equal(await store.has(DIGEST_OF_ABC), true);
      assert.deepEqual(await readAll(await store.open(DIGEST_OF_ABC)), new TextEncoder().encode('abc'));
    });

    test('every byte value and a file of many parts come back', async () => {
      const store = await make();
      const part = Uint8Array.from({ length: 70_000 }, (_, at) => (at * 31) & 255);
      const { digest, sizeBytes } = await store.put(inParts(part, part, part));
      assert.equal(sizeBytes, 210_000);
      const read = await readAll(await store.open(digest));
      assert.deepEqual(read, Uint8Array.from([...part, ...part, ...part]));
    });

    test('no bytes are a file too', async () => {
      const store = await make();
      const { digest, sizeBytes } = await store.put(inParts());
      assert.equal(sizeBytes, 0);
      assert.deepEqual(await readAll(await store.open(digest)), new Uint8Array());
    });

    test('the same bytes twice are one, also at once', async () => {
      const store = await make();
      await Promise.all([store.put(inParts('abc')), store.put(inParts('ab', 'c'))]);
      await store.put(inParts('abc'));
      assert.deepEqual(await everyDigest(store), ['ba78 3']);
    });

    test('files are listed in order of digest', async () => {
      const store = await make();
      for (const words of ['one', 'two', 'three', 'four', 'five']) await store.put(inParts(words));
      const listed = await everyDigest(store);
      assert.equal(listed.length, 5);
      assert.deepEqual(listed, [...listed].sort());
    });

    test('a put whose source fails keeps nothing', async () => {
      const store = await make();
      const failing = async function* () {
        yield new Uint8Array(100_000);
        throw new Error('the source broke off');
      };
      await assert.rejects(store.put(failing()), /broke off/);
      assert.deepEqual(await everyDigest(store), []);
    });

    for (const [sentence, digest] of [
      ['a digest that is not held', `sha256:${'0'.repeat(64)}`],
      ['another algorithm', 'md5:d41d8cd98f00b204e9800998ecf8427e'],
      ['upper case', DIGEST_OF_ABC.toUpperCase()],
      ['a path', 'sha256:../../../../etc/passwd'],
      ['a digest with more behind it', `${DIGEST_OF_ABC}/../x`],
      ['nothing', ''],
    ] as const)
      test(`${sentence} is not there, and is no error`, async () => {
        const store = await make();
        await store.put(inParts('abc'));
        assert.equal(await store.has(digest), false);
        assert.equal(await store.open(digest), undefined);
      });

    test('what was handed out can be altered without altering what is kept', async () => {
      const store = await make();
      const given = new TextEncoder().encode('abc');
      await store.put(inParts(given));
      given.fill(0);
      for await (const part of (await store.open(DIGEST_OF_ABC)) ?? []) part.fill(0);
      assert.deepEqual(await readAll(await store.open(DIGEST_OF_ABC)), new TextEncoder().encode('abc'));
    });
  });
}
