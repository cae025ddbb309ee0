import { enableCompileCache } from 'node:module';

// Compiled once, the program is read from Node's cache at the next start: hence nothing else is imported above.
enableCompileCache();
const { processTerminal } = await import('./process-terminal.ts');
const { run } = await import('./run.ts');

process.exitCode = await run(process.argv.slice(2), processTerminal());
