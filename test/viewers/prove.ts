/**
 * Opens a manifest of the sample archive in viewers that others made, in a browser, from another site than
 * the archive's own: Mirador, and OpenSeadragon by itself. Each page must be drawn, and nobody may complain.
 *
 *   npm run prove:viewers
 *
 * Mirador is installed beside this file and for it alone: the archive ships without it.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { z } from 'zod';
import { listen } from '../../src/cli/listen.ts';
import { openFolder } from '../../src/cli/opened.ts';
import { makeSampleArchive } from '../../src/cli/sample-archive.ts';
import { SETTINGS_FILE } from '../../src/config.ts';
import { launchBrowser, withPage, type Watched } from '../support/browser.ts';
import { ROOT } from '../support/source-files.ts';

const HERE = import.meta.dirname;
const MIRADOR = join(HERE, 'node_modules/mirador/dist/mirador.min.js');
const OPENSEADRAGON = join(ROOT, 'node_modules/openseadragon/build/openseadragon/openseadragon.min.js');
const PATIENCE_MS = 30_000;

/** The memorandum of the sample: two pages. */
const DOCUMENT = 'd68q3pdme7';
const VIEW = { width: 1000, height: 800 };

const page = (script: string, begin: string): string =>
  `<!doctype html><html lang="en"><title>Viewer</title><link rel="icon" href="data:,"><style>html,body,#viewer{margin:0;height:100%;position:relative}</style><div id="viewer"></div><script src="${script}"></script><script>${begin}</script></html>`;

async function main(): Promise<void> {
  if (!existsSync(MIRADOR)) execFileSync('npm', ['ci', '--prefix', HERE], { stdio: 'inherit' });
  const steps: (() => Promise<unknown>)[] = [];
  try {
    const origin = await serveSample(steps);
    const viewers = await serveViewers(origin, steps);
    const browser = await launchBrowser();
    steps.push(() => browser.close());
    await proveMirador(browser, viewers);
    await proveOpenSeadragon(browser, viewers);
  } finally {
    for (const step of steps.reverse()) await step();
  }
}

/** The sample archive on a port that its settings name, since manifests are told whole addresses. */
async function serveSample(steps: (() => Promise<unknown>)[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'unsealed-viewers-'));
  steps.push(() => rm(folder, { recursive: true, force: true }));
  await makeSampleArchive(folder);
  const port = await freePort();
  const file = join(folder, SETTINGS_FILE);
  const settings = z.looseObject({}).parse(JSON.parse(await readFile(file, 'utf8')));
  const address = `http://127.0.0.1:${port}`;
  await writeFile(file, JSON.stringify({ ...settings, address }));
  const archive = await openFolder(folder);
  steps.push(() => archive.close());
  const server = await listen(archive.app, '127.0.0.1', port);
  steps.push(() => server.close());
  return address;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const portOf = (server: Server): Promise<number> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(addressOf(server).port)));

function addressOf(server: Server): AddressInfo {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return address;
}

/** Another site, with nothing but the viewers. */
async function serveViewers(origin: string, steps: (() => Promise<unknown>)[]): Promise<string> {
  const manifest = JSON.stringify(`${origin}/iiif/${DOCUMENT}/manifest`);
  const info = JSON.stringify(`${origin}/iiif/image/${DOCUMENT}-s1-2/info.json`);
  const pages = new Map<string, readonly [type: string, body: string | Buffer]>([
    [
      '/mirador',
      [
        'text/html',
        page(
          '/mirador.js',
          `window.viewer = Mirador.viewer({ id: 'viewer', osdConfig: { crossOriginPolicy: 'Anonymous' }, windows: [{ manifestId: ${manifest} }] });`,
        ),
      ],
    ],
    [
      '/openseadragon',
      [
        'text/html',
        page(
          '/openseadragon.js',
          `window.viewer = OpenSeadragon({ id: 'viewer', tileSources: [${info}], showNavigationControl: false, crossOriginPolicy: 'Anonymous' });`,
        ),
      ],
    ],
    ['/mirador.js', ['text/javascript', readFileSync(MIRADOR)]],
    ['/openseadragon.js', ['text/javascript', readFileSync(OPENSEADRAGON)]],
  ]);
  const server = createServer((request, response) => {
    const [type, body] = pages.get(request.url ?? '') ?? ['text/plain', ''];
    response.writeHead(body === '' ? 404 : 200, { 'content-type': `${type}; charset=utf-8` }).end(body);
  });
  const port = await portOf(server);
  steps.push(async () => server.closeAllConnections());
  steps.push(() => new Promise((resolve) => server.close(resolve)));
  return `http://127.0.0.1:${port}`;
}

/** How much of a part of the window differs from its commonest shade: a page that is drawn has text on it. */
async function shareDrawn({ page: shown }: Watched, selector: string): Promise<number> {
  const bytes = await shown.locator(selector).first().screenshot();
  const pixels = await sharp(bytes).grayscale().raw().toBuffer();
  const counts = new Map<number, number>();
  for (const value of pixels) counts.set(value >> 4, (counts.get(value >> 4) ?? 0) + 1);
  return 1 - Math.max(...counts.values()) / pixels.length;
}

async function untilDrawn(watched: Watched, selector: string): Promise<void> {
  await watched.page.waitForSelector(selector, { timeout: PATIENCE_MS });
  const end = performance.now() + PATIENCE_MS;
  let share = 0;
  while (performance.now() < end) {
    share = await shareDrawn(watched, selector);
    if (share > 0.1) return;
    await watched.page.waitForTimeout(300);
  }
  assert.fail(`${selector} stays empty (${share.toFixed(3)}): ${watched.complaints.join('; ')}`);
}

/** What Mirador's own parts say to each other, whatever is opened in it. */
const ITS_OWN = /element\.ref was removed in React 19/;

/** Errors alone: what a viewer warns its own makers of is none of ours. */
function errorsOf({ page: shown }: Watched): readonly string[] {
  const errors: string[] = [];
  shown.on('pageerror', (reason) => errors.push(String(reason)));
  shown.on('console', (message) => {
    if (message.type() === 'error' && !ITS_OWN.test(message.text())) errors.push(message.text());
  });
  shown.on('response', (response) => {
    if (response.status() >= 400) errors.push(`${response.status()} ${response.url()}`);
  });
  return errors;
}

async function proveMirador(browser: Browser, viewers: string): Promise<void> {
  await withPage(
    browser,
    viewers,
    async (watched) => {
      const { page: shown } = watched;
      const errors = errorsOf(watched);
      const asked: string[] = [];
      shown.on('response', (response) => asked.push(`${response.status()} ${response.url()}`));
      await shown.goto('/mirador');
      await untilDrawn(watched, '.openseadragon-canvas canvas');
      await shown.getByText('Memorandum: The Source on the Rock').first().waitFor({ timeout: PATIENCE_MS });
      await shown.getByRole('button', { name: 'Next item' }).click();
      await shown.waitForTimeout(1500);
      await untilDrawn(watched, '.openseadragon-canvas canvas');
      assert.deepEqual(errors, []);
      assert.ok(
        asked.some((one) => /^200 .*-s1-2\/.*default\.jpg$/.test(one)),
        'the second page was not asked for',
      );
      console.log(
        `Mirador: two pages drawn, ${asked.filter((one) => one.includes('/iiif/')).length} answers, no error.`,
      );
    },
    { viewport: VIEW },
  );
}

async function proveOpenSeadragon(browser: Browser, viewers: string): Promise<void> {
  await withPage(
    browser,
    viewers,
    async (watched) => {
      const errors = errorsOf(watched);
      const tiles = new Set<string>();
      watched.page.on('response', (response) => {
        if (response.url().endsWith('.jpg') && response.status() === 200) tiles.add(response.url());
      });
      await watched.page.goto('/openseadragon');
      await untilDrawn(watched, '.openseadragon-canvas canvas');
      for (let step = 0; step < 3; step++) {
        await watched.page.mouse.move(VIEW.width / 2, VIEW.height / 2);
        await watched.page.mouse.wheel(0, -400);
        await watched.page.waitForTimeout(700);
      }
      await untilDrawn(watched, '.openseadragon-canvas canvas');
      assert.deepEqual(errors, []);
      assert.ok(
        [...tiles].some((one) => /\/512,512\/0\/default\.jpg$/.test(one)),
        [...tiles].join('\n'),
      );
      console.log(`OpenSeadragon: drawn and zoomed into, ${tiles.size} tiles, no error.`);
    },
    { viewport: VIEW },
  );
}

await main();
