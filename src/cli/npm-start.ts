import { enableCompileCache } from 'node:module';

// Compiled once, the program is read from Node's cache at the next start: hence nothing else is imported above.
enableCompileCache();
const { processTerminal } = await import('./process-terminal.ts');
const { guarded } = await import('./run.ts');
const { start } = await import('./start.ts');

const terminal = processTerminal();
process.exitCode = await guarded(() => start(terminal), terminal, false);
