import assert from 'node:assert/strict';
import { FORM_NAMES, type OpenArchive } from '../../src/compose.ts';
import type { DumpManifest } from '../../src/formats/dump/manifest.ts';

/** Makes a dump of an archive: where readers have it, or in a folder elsewhere. */
export async function dumpInto(
  archive: OpenArchive,
  at?: string,
  forms: Parameters<OpenArchive['makeDump']>[0]['forms'] = FORM_NAMES,
): Promise<{ readonly dump: DumpManifest; readonly folder: string }> {
  const making = archive.makeDump({ forms, ...(at === undefined ? {} : { at }) });
  for (;;) {
    const step = await making.next();
    if (step.done !== true) continue;
    assert.ok(step.value.ok, JSON.stringify(step.value));
    return step.value.value;
  }
}
