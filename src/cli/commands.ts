import type { Command } from './command.ts';
import { agents } from './commands/agents.ts';
import { embargo } from './commands/embargo.ts';
import { exportCommand } from './commands/export.ts';
import { get } from './commands/get.ts';
import { importCommand } from './commands/import.ts';
import { init } from './commands/init.ts';
import { merge } from './commands/merge.ts';
import { publish } from './commands/publish.ts';
import { reindex } from './commands/reindex.ts';
import { restrict } from './commands/restrict.ts';
import { serve } from './commands/serve.ts';
import { status } from './commands/status.ts';
import { unmerge } from './commands/unmerge.ts';
import { verify } from './commands/verify.ts';
import { withdraw } from './commands/withdraw.ts';

/** Every command, in the order in which a person meets them. "help" is the line's own. */
export const COMMANDS: readonly Command[] = [
  init,
  serve,
  importCommand,
  get,
  publish,
  embargo,
  restrict,
  withdraw,
  merge,
  unmerge,
  agents,
  status,
  reindex,
  verify,
  exportCommand,
];
