#!/usr/bin/env node
// Plain JavaScript that an old Node reads too: it finds a Node that is new enough, and runs the program on it.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const LEAST_MAJOR = 24;
const here = dirname(fileURLToPath(import.meta.url));

/** This Node if it is new enough, else the one that was installed beside us for this system. */
function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= LEAST_MAJOR) return process.execPath;
  const require = createRequire(import.meta.url);
  const system = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  for (const name of [`node-${system}`, `node-bin-${system}`]) {
    let manifest;
    try {
      manifest = require.resolve(`${name}/package.json`);
    } catch (reason) {
      if (reason.code === 'MODULE_NOT_FOUND') continue;
      throw reason;
    }
    const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
    return join(dirname(manifest), typeof bin === 'string' ? bin : bin.node);
  }
  return undefined;
}

const node = findNode();
if (node === undefined) {
  console.error(
    `error: Unsealed needs Node ${LEAST_MAJOR} or newer; this is ${process.version}, and none came with it.\n` +
      '    Install Node from nodejs.org, or install Unsealed with its optional dependencies.',
  );
  process.exit(2);
}

const isInstalled = here.includes(`${sep}node_modules${sep}`);
/**
 * Room for what is young, and the old swept before it has quadrupled: otherwise V8 fills what a machine with
 * much memory has. What reads and lets go of much gets twice the room, which it has for itself.
 */
function memoryFor(command) {
  const isLongWork = command === 'import' || command === 'reindex' || command === 'export';
  const youngMb = isLongWork ? 64 : 32;
  const sizes = [
    '--max-old-space-size=1900',
    `--min-semi-space-size=${youngMb}`,
    `--max-semi-space-size=${youngMb}`,
  ];
  return isLongWork ? [...sizes, '--no-parallel-scavenge'] : sizes;
}

const flags = [
  '--disable-warning=ExperimentalWarning',
  ...memoryFor(process.argv[2]),
  ...(isInstalled ? ['--import', new URL('strip-types.js', import.meta.url).href] : []),
];
const program = join(here, '../src/cli/main.ts');
const child = spawn(node, [...flags, program, ...process.argv.slice(2)], { stdio: 'inherit' });

// Ctrl-C reaches both of us; whoever ends this process by name means the program.
process.on('SIGINT', () => undefined);
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (reason) => {
  console.error(`error: ${node} could not be started: ${reason.message}`);
  process.exitCode = 2;
});
child.on('exit', (code) => {
  process.exitCode = code ?? 2;
});
