import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { Assistant } from '../support/assistant.ts';
import { documentLine, testId, transcription } from '../support/record-lines.ts';
import { ROOT } from '../support/source-files.ts';
import { emptyArchive, importLines, suiteCleanup } from '../support/temp-archive.ts';

const COMMAND = join(ROOT, 'bin/unsealed.js');
const LETTER = testId('document', 1);

test('unsealed mcp answers beside whoever keeps the archive, and knows at once what was taken back', async (context) => {
  const opened = await emptyArchive(suiteCleanup((clean) => context.after(clean)));
  const letter = documentLine(LETTER, 'A letter on lamps', {
    renditions: [transcription('The lamp is out.')],
  });
  await importLines(opened, [letter], true);
  const assistant = new Assistant();
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [COMMAND, 'mcp', '--dir', opened.folder],
    stderr: 'pipe',
  });
  await assistant.client.connect(transport);
  try {
    const found = await assistant.ask('search', { query: 'lamp' });
    assert.equal(found.said['total'], 1);
    const read = await assistant.ask('read_document', { id: LETTER, text: 't-en' });
    assert.match(read.text, /The lamp is out\./);
    const done = await opened.archive.withdraw(LETTER, 'A mistake.', { by: 'test' });
    assert.ok(done.ok);
    assert.equal((await assistant.ask('read_document', { id: LETTER })).said['status'], 410);
    assert.equal((await assistant.ask('search', { query: 'lamp' })).said['total'], 0);
  } finally {
    await assistant.client.close();
  }
});

test('what was asked before the end of the input is answered, and nothing else is written', async (context) => {
  const opened = await emptyArchive(suiteCleanup((clean) => context.after(clean)));
  const running = promisify(execFile)(process.execPath, [COMMAND, 'mcp', '--dir', opened.folder]);
  const ask = (id: number, method: string, params: object): string =>
    `${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`;
  running.child.stdin?.end(
    `no JSON\n${ask(1, 'tools/call', { name: 'search', arguments: {} })}${ask(2, 'ping', {})}`,
  );
  const { stdout } = await running;
  const answers = stdout.trimEnd().split('\n');
  const ids = answers.map((line) => String(JSON.parse(line).id));
  assert.deepEqual(ids.sort(), ['1', '2']);
});
