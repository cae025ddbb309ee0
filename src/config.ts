import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Settings } from './actions/archive.ts';
import { problem, type Problem } from './core/problem.ts';
import { accepted, refused, type Result } from './core/result.ts';

/** The file that makes a folder an archive. */
export const SETTINGS_FILE = 'unsealed.json';

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch (reason) {
    if (reason instanceof RangeError) return false;
    throw reason;
  }
};

const isLanguage = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch (reason) {
    if (reason instanceof RangeError) return false;
    throw reason;
  }
};

const isOnTheWeb = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
const isAddress = (text: string): boolean => isOnTheWeb(text) && !text.endsWith('/');

/** Every setting of `unsealed.json`, with what it is for: the reference page is printed from this. */
export const settingsSchema = z.strictObject({
  name: z.string().trim().min(1).describe('The name of the archive, in the head of every page.'),
  motto: z.string().default('').describe('One line beneath the name.'),
  address: z
    .string()
    .refine(isAddress, 'an address that begins with http:// or https:// and has no slash at the end')
    .default('http://127.0.0.1:4848')
    .describe('Where readers find it, without a slash at the end. Canonical addresses are made of it.'),
  languages: z
    .array(z.string().refine(isLanguage, 'a BCP 47 language tag, such as "en"'))
    .min(1)
    .default(['en'])
    .describe('Languages of the site, BCP 47. The first has no prefix in addresses.'),
  timeZone: z
    .string()
    .refine(isTimeZone, 'an IANA time zone, such as "Europe/Berlin"')
    .default('UTC')
    .describe('The time zone in which a day begins, for embargoes and restrictions (IANA name).'),
  contact: z.string().optional().describe('A mail address for reports of problems; shown to readers.'),
  about: z
    .string()
    .optional()
    .describe('What the page "About" says first of the archive, in plain words: a few sentences.'),
  notice: z
    .string()
    .optional()
    .describe('Said in the foot of every page, where what is kept is invented or partly so.'),
  naan: z
    .string()
    .regex(/^[0-9bcdfghjkmnpqrstvwxz]{5,16}$/, 'a name assigning authority number, such as "12345"')
    .optional()
    .describe('The number under which the archive gives names (ARK); none is offered without it.'),
  licence: z
    .string()
    .refine(
      isOnTheWeb,
      'the address of a licence, such as "https://creativecommons.org/publicdomain/zero/1.0/"',
    )
    .optional()
    .describe(
      'The licence of what the archive itself writes: titles, summaries, descriptions of people and places. Told on the page on rights, in dumps, by the API and to assistants. What a document says of its own rights stands beside it.',
    ),
  search: z
    .enum(['inverted', 'fts5'])
    .optional()
    .describe(
      'What is searched: "inverted", our own index and what is meant when nothing is said, or "fts5", that of SQLite.',
    ),
  proxies: z
    .int()
    .min(0)
    .max(9)
    .optional()
    .describe(
      'How many web servers of yours hand requests on to it, one behind the other: who asks is then read from X-Forwarded-For, as the outermost of them wrote it. Without it no such header is believed, and whoever comes through a web server in the house is not held to the limits for each client.',
    ),
  tessdata: z
    .string()
    .trim()
    .min(1)
    .optional()
    .describe(
      'A folder with data of languages for tesseract ("rus.traineddata"), by which pages are read beside those of the system and of the packages. It is looked into first.',
    ),
  oldAddresses: z
    .boolean()
    .optional()
    .describe(
      'Whether addresses of the interface that was closed (`/srv/record.json`, `/search-results/…`, `/contributor/…`) are answered. They are when nothing is said; `false`: they are not found.',
    ),
});

/** Reads the text of an `unsealed.json`; every fault is named at once, each with its field. */
export function readSettings(text: string, file: string): Result<Settings, readonly Problem[]> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (reason) {
    if (!(reason instanceof SyntaxError)) throw reason;
    return refused([problem('json-broken', { file }, { value: reason.message })]);
  }
  const parsed = settingsSchema.safeParse(json);
  if (parsed.success) return accepted(present(parsed.data));
  return refused(parsed.error.issues.map((issue) => settingProblem(issue, json, file)));
}

/** An optional setting that was not given is absent, not undefined. */
function present({
  contact,
  about,
  notice,
  naan,
  licence,
  search,
  proxies,
  tessdata,
  oldAddresses,
  ...given
}: z.infer<typeof settingsSchema>): Settings {
  return {
    ...given,
    ...(contact === undefined ? {} : { contact }),
    ...(about === undefined ? {} : { about }),
    ...(notice === undefined ? {} : { notice }),
    ...(naan === undefined ? {} : { naan }),
    ...(licence === undefined ? {} : { licence }),
    ...(search === undefined ? {} : { search }),
    ...(proxies === undefined ? {} : { proxies }),
    ...(tessdata === undefined ? {} : { tessdata }),
    ...(oldAddresses === undefined ? {} : { oldAddresses }),
  };
}

function settingProblem(issue: z.core.$ZodIssue, json: unknown, file: string): Problem {
  const field = issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue.path.map(String).join('.');
  const value = valueAt(json, issue.path);
  return problem(
    'setting-wrong',
    { file, field },
    { facts: { expected: issue.message }, ...(value === undefined ? {} : { value: JSON.stringify(value) }) },
  );
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  let value = json;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.entries(value).find(([name]) => name === String(step))?.[1];
  }
  return path.length === 0 ? undefined : value;
}

/** The text of a settings file as `init` writes it. */
export const printSettings = (settings: Settings): string => `${JSON.stringify(settings, null, 2)}\n`;

/** Where an archive may be said to be. */
export interface Whereabouts {
  /** From `--dir`. */
  readonly dir?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}

/**
 * The folder of the archive: `--dir`, else `UNSEALED_DIR`, else the current folder if it holds an
 * `unsealed.json`. Whether the folder is one is for {@link loadSettings} to say.
 */
export async function findArchive({ dir, env, cwd }: Whereabouts): Promise<Result<string, Problem>> {
  const said = dir ?? (env['UNSEALED_DIR'] || undefined);
  if (said !== undefined) return accepted(resolve(cwd, said));
  if (await isFile(join(cwd, SETTINGS_FILE))) return accepted(cwd);
  return refused(problem('not-an-archive', { file: cwd }));
}

/** Reads and checks the settings of the archive in a folder. */
export async function loadSettings(folder: string): Promise<Result<Settings, readonly Problem[]>> {
  const file = join(folder, SETTINGS_FILE);
  if (!(await isFile(file))) return refused([problem('not-an-archive', { file: folder })]);
  return readSettings(await readFile(file, 'utf8'), file);
}

/** False where there is nothing, or a part of the path is itself a file; any other failure is thrown. */
async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch (reason) {
    if (isNodeError(reason) && (reason.code === 'ENOENT' || reason.code === 'ENOTDIR')) return false;
    throw reason;
  }
}

const isNodeError = (reason: unknown): reason is NodeJS.ErrnoException =>
  reason instanceof Error && 'code' in reason;
