import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArchiveDocument } from './document.ts';
import { handsOf } from './hands.ts';
import { sampleDocument } from './record.samples.ts';
import type { Translation } from './rendition.ts';
import { parseLanguage } from './language.ts';

const language = parseLanguage('en');
if (language === undefined) throw new Error('en');
const translation = (key: string, by?: string): Translation => ({
  kind: 'translation',
  key,
  language,
  text: { blocks: [], notes: [] },
  ...(by === undefined ? {} : { by }),
});
const byMachine: Translation = {
  ...translation('t-en-3', 'An Engine'),
  madeBy: { engine: 'An Engine' },
};

function documentWith(renditions: readonly Translation[]): ArchiveDocument {
  const document = sampleDocument('A letter');
  if (document.kind !== 'document') throw new Error('no document');
  return {
    ...document,
    contributions: [
      { role: 'author', name: 'Falk' },
      { role: 'translator', name: 'Reuter' },
    ],
    renditions,
  };
}

test('a translator whom only a translation names has a hand in the document, once', () => {
  const document = documentWith([
    translation('t-en-1', 'Nuwari'),
    translation('t-en-2', 'Reuter'),
    byMachine,
    translation('t-en-4', 'Nuwari'),
    translation('t-en-5'),
  ]);
  assert.deepEqual(
    handsOf(document).map(({ role, name }) => `${role} ${name}`),
    ['author Falk', 'translator Reuter', 'translator Nuwari'],
  );
});
