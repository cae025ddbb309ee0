/**
 * Packs the package, installs it in an empty folder and under a prefix of its own, and runs it as people
 * do: by its path, by `npx`, and by the name that `npm install --global` gives it. `npm run prove:pack`.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const PATIENCE_MS = 120_000;
const run = (
  file: string,
  words: readonly string[],
  options: { readonly cwd?: string; readonly env: NodeJS.ProcessEnv },
) => execute(file, words, { ...options, timeout: PATIENCE_MS });
const root = join(import.meta.dirname, '..');
const work = await mkdtemp(join(tmpdir(), 'unsealed-pack-'));

/** The environment of somebody who has none of ours: the Node on their path is their own. */
const env: NodeJS.ProcessEnv = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^npm_(?!config_registry$)|^INIT_CWD$|^NODE(?:_OPTIONS|_PATH)?$/.test(name),
  ),
);
env['PATH'] = (process.env['PATH'] ?? '')
  .split(delimiter)
  .filter((folder) => !folder.includes('node_modules'))
  .join(delimiter);

const said = (text: string): void => void process.stdout.write(`${text}\n`);

async function prove(): Promise<void> {
  await run('npm', ['pack', '--pack-destination', work], { cwd: root, env });
  const tarball = join(work, (await readdir(work)).find((name) => name.endsWith('.tgz')) ?? '');
  said(`packed:    ${tarball}`);
  const folder = join(work, 'empty');
  const prefix = join(work, 'prefix');
  await run('npm', ['install', '--prefix', folder, tarball], { env, cwd: work });
  await run('npm', ['install', '--global', '--prefix', prefix, tarball], { env, cwd: work });
  const { stdout: host } = await run('node', ['--version'], { env });
  said(`installed: the host's own Node is ${host.trim()}`);
  await proveCommand('by path', 'node', [join(folder, 'node_modules/unsealed/bin/unsealed.js')], folder);
  await proveCommand('by npx', 'npx', ['--no-install', 'unsealed'], folder);
  await proveCommand('by name', join(prefix, 'bin/unsealed'), [], work);
  await proveServer(join(prefix, 'bin/unsealed'), folder);
}

/** A new archive, a record brought in, published and read again. */
async function proveCommand(how: string, file: string, first: readonly string[], cwd: string): Promise<void> {
  const archive = join(work, how.replaceAll(' ', '-'));
  const unsealed = async (...words: string[]): Promise<string> =>
    (await run(file, [...first, ...words], { cwd, env })).stdout;
  await unsealed('init', archive, '--name', 'Papers');
  await writeFile(
    join(work, 'term.jsonl'),
    `${JSON.stringify({
      key: 'prove:nsc',
      record: {
        kind: 'term',
        identifiers: [],
        form: 'NSC',
        expansion: 'National Security Council',
        notes: [],
        explainedIn: [],
        attestations: [],
      },
    })}\n`,
  );
  await unsealed('import', join(work, 'term.jsonl'), '--publish', '--dir', archive);
  const status = await unsealed('status', '--json', '--dir', archive);
  if (!status.includes('"terms":1')) throw new Error(`${how}: ${status}`);
  const page = await unsealed('get', '/', '--dir', archive);
  if (!page.includes('Papers')) throw new Error(`${how}: the first page does not name the archive`);
  said(`${how.padEnd(10)} init, import, status and get: right`);
}

/** It serves, answers, and ends when asked to. */
async function proveServer(file: string, folder: string): Promise<void> {
  const server = spawn(file, ['serve', '--port', '0', '--dir', join(work, 'by-name')], { env });
  const ended = once(server, 'exit');
  const [address] = await once(createInterface({ input: server.stdout }), 'line');
  const answer = await fetch(String(address));
  await proveClient(String(address).replace(/\/+$/, ''), folder);
  server.kill('SIGTERM');
  const [code] = await ended;
  if (answer.status !== 200 || code !== 0) throw new Error(`serve: ${answer.status}, exit ${code}`);
  said('serve      answers, and ends when asked to');
}

/** The client is imported by its name, on the Node of the host, and reads the archive. */
async function proveClient(address: string, folder: string): Promise<void> {
  const program = `const { openArchive } = await import('unsealed/client');
    const { name } = await openArchive(${JSON.stringify(address)}).ask('archive', {});
    process.stdout.write(name);`;
  const { stdout } = await run('node', ['--input-type=module', '--eval', program], { cwd: folder, env });
  if (stdout !== 'Papers') throw new Error(`unsealed/client: ${stdout}`);
  said('client     is imported as unsealed/client, and reads the archive');
}

try {
  await prove();
} finally {
  await rm(work, { recursive: true, force: true });
}
