import { enableCompileCache } from 'node:module';

// Compiled once, the program is read from Node's cache at the next start: hence nothing else is imported above.
enableCompileCache();
const { workUntilDone } = await import('./work-until-done.ts');

process.exitCode = await workUntilDone(process.argv[2] ?? '.');
