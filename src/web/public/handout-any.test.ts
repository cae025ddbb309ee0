import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyDocument } from '../../../test/support/any-document.ts';
import { fakeReadingRoom } from '../../../test/support/fake-reading-room.ts';
import { fakeRecords, ID } from '../../../test/support/fake-records.ts';
import { textOfPdf } from '../../../test/support/pdf-text.ts';
import type { Handout } from '../../core/handout.ts';
import { accepted } from '../../core/result.ts';
import { createApp } from '../app.ts';
import { writeHandout } from '../../adapters/pdf/write-handout.ts';

test('any document there can be is set, and is a PDF that is read', async () => {
  await fc.assert(
    fc.asyncProperty(anyDocument, async (document) => {
      const printed: Handout[] = [];
      const room = {
        ...fakeReadingRoom(new Map([...fakeRecords, [ID.document, document]])),
        print: async (handout: Handout) => {
          printed.push(structuredClone(handout));
          return accepted(new Uint8Array());
        },
      };
      const answer = await createApp(room, { mode: 'live' }).request(`/document/${ID.document}.pdf`);
      assert.equal(answer.status, 200);
      const [handout] = printed;
      assert.ok(handout);
      const pages = await textOfPdf(await writeHandout(handout, 100));
      assert.match(pages.join('\n'), /How to cite/);
      assert.doesNotMatch(pages.join('\n'), /\u0000/);
    }),
    { numRuns: 8, seed: 3, endOnFailure: true },
  );
});
