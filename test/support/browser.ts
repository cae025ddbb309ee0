import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { z } from 'zod';
import { ROOT } from './source-files.ts';

/** Nothing that calls home, nothing that differs from one machine to the next. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  '--font-render-hinting=none',
  '--hide-scrollbars',
];

/**
 * The browser's program: CHROMIUM_PATH, else the one that npm brings. That one is unpacked into a folder
 * of its version, since it would else take up whatever another version left in the temporary folder.
 */
async function executable(): Promise<string> {
  const { env } = process;
  if (env['CHROMIUM_PATH']) return env['CHROMIUM_PATH'];
  const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
  const manifest = join(entry.slice(0, entry.lastIndexOf('chromium') + 'chromium'.length), 'package.json');
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(await readFile(manifest, 'utf8')));
  const folder = join(ROOT, 'node_modules/.cache', `chromium-${version}`);
  await mkdir(folder, { recursive: true });
  // Its own libraries are unpacked only where it believes that it runs in a bare container.
  env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs24.x';
  const before = env['TMPDIR'];
  env['TMPDIR'] = folder;
  const { default: packed } = await import('@sparticuz/chromium');
  const path = await packed.executablePath();
  if (before === undefined) delete env['TMPDIR'];
  else env['TMPDIR'] = before;
  env['FONTCONFIG_FILE'] = await fontsOf(folder);
  return path;
}

/** It ends at the first form field when it finds no font at all, and looks for its own only under /tmp. */
async function fontsOf(folder: string): Promise<string> {
  const file = join(folder, 'fonts.conf');
  const dir = (path: string): string => `<dir>${path}</dir>`;
  await writeFile(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dir(join(folder, 'fonts'))}${dir('/usr/share/fonts')}<cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>`,
  );
  return file;
}

/** Starts a browser; its tests share it, each with pages of their own. */
export const launchBrowser = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await executable(), args: FLAGS });

/** What a page said and asked for while it was open. */
export interface Watched {
  readonly page: Page;
  /** Errors in the console, scripts that failed, requests that were refused. */
  readonly complaints: string[];
  /** Requests to any other place than where the page is from. */
  readonly outside: string[];
}

/** Opens a page that is watched, and closes it whatever happens. */
export async function withPage<T>(
  browser: Browser,
  origin: string,
  work: (watched: Watched) => Promise<T>,
  options: BrowserContextOptions = {},
): Promise<T> {
  const context = await browser.newContext({ baseURL: origin, ...options });
  const complaints: string[] = [];
  const outside: string[] = [];
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && url.protocol !== 'data:') outside.push(request.url());
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && response.request().resourceType() !== 'document')
      complaints.push(`${response.status()} ${response.url()}`);
  });
  try {
    return await work({ page, complaints, outside });
  } finally {
    await context.close();
  }
}
