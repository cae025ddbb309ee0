import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { isMissing } from './language-data.ts';

/** The tesseract of the system. */
export interface SystemTesseract {
  readonly program: string;
  readonly version: string;
}

const START_MS = 20_000;

/** The program, if it is there and not older than 4 (before which it read otherwise). */
export async function findSystem(program: string): Promise<SystemTesseract | undefined> {
  try {
    const { stdout, stderr } = await promisify(execFile)(program, ['--version'], { timeout: START_MS });
    const version = /tesseract v?(\d+(?:\.\d+)*)/.exec(stdout + stderr)?.[1];
    return version !== undefined && Number.parseInt(version) >= 4 ? { program, version } : undefined;
  } catch (reason) {
    // What cannot be started, or complains when asked for its version, is as if it were not there.
    if (isMissing(reason) || isChildFailure(reason)) return undefined;
    throw reason;
  }
}

const isChildFailure = (reason: unknown): boolean => reason instanceof Error && 'killed' in reason;

const MOST_OUT_BYTES = 64 * 2 ** 20;

export type SystemOutcome =
  | { readonly kind: 'read'; readonly tsv: string; readonly text: string }
  | { readonly kind: 'late' }
  | { readonly kind: 'died' };

/** Reads one picture (PGM), in one thread, within a time; late means that it was killed. */
export function runSystem(
  { program }: SystemTesseract,
  picture: Uint8Array,
  asked: { readonly codes: readonly string[]; readonly mode: string; readonly folder: string },
  timeoutMs: number,
): Promise<SystemOutcome> {
  const words = ['stdin', 'stdout', '-l', asked.codes.join('+'), '--psm', asked.mode, '--dpi', '300'];
  const outputs = ['tessedit_create_tsv=1', 'tessedit_create_txt=1', 'preserve_interword_spaces=1'];
  const settings = outputs.flatMap((one) => ['-c', one]);
  const child = spawn(program, [...words, '--tessdata-dir', asked.folder, ...settings], {
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let sizeBytes = 0;
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      resolve({ kind: 'late' });
    }, timeoutMs);
    const ended = (outcome: SystemOutcome): void => {
      clearTimeout(late);
      resolve(outcome);
    };
    child.stdout.on('data', (part: Buffer) => {
      sizeBytes += part.length;
      if (sizeBytes > MOST_OUT_BYTES) child.kill('SIGKILL');
      else parts.push(part);
    });
    child.on('error', () => ended({ kind: 'died' }));
    child.on('close', (code) =>
      ended(
        code === 0 ? { kind: 'read', ...parted(Buffer.concat(parts).toString('utf8')) } : { kind: 'died' },
      ),
    );
    // A program that has ended takes no more: its end is told by "close".
    child.stdin.on('error', () => child.stdout.resume());
    child.stdin.end(picture);
  });
}

/** Table and running text come one after the other: a row of the table has its level, and eleven tabs. */
function parted(output: string): { readonly tsv: string; readonly text: string } {
  const isRow = (line: string): boolean => /^(?:\d+|level)(?:\t[^\t]*){11}$/.test(line);
  const lines = output.split('\n');
  return { tsv: lines.filter(isRow).join('\n'), text: lines.filter((line) => !isRow(line)).join('\n') };
}
