import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { listen } from '../../src/cli/listen.ts';
import { launchBrowser, withPage, type Watched } from '../support/browser.ts';
import { cutOut, likeness, type Cut } from '../support/likeness.ts';
import { sampleArchive, suiteCleanup } from '../support/temp-archive.ts';
import { viewerSite } from '../support/viewer-site.ts';

/** A memorandum of the sample archive, of two pages. */
const DOCUMENT = 'd68q3pdme7';
const LABEL = 'Memorandum: The Source on the Rock';
const PAGE = { width: 1000, height: 1414 };
const VIEW = { viewport: { width: 1000, height: 800 } } as const;
const PATIENCE_MS = 30_000;
/** A page on the screen is scaled, and drawn anew from tiles: nearly, never wholly, what was asked for at once. */
const ALIKE = 0.97;

/** What Mirador's own parts say to each other, and a graphics driver to itself, whatever is opened. */
const THEIR_OWN =
  /element\.ref was removed in React 19|The result function returned its own inputs|GL Driver Message/;

describe('other people’s viewers, on another site', () => {
  const cleanup = suiteCleanup(after);
  let archive = '';
  let viewers = '';
  let browser: Browser;
  before(async () => {
    const opened = await sampleArchive(cleanup);
    const server = await listen(opened.archive.app, '127.0.0.1', 0);
    cleanup.after(() => server.close());
    archive = `http://127.0.0.1:${server.port}`;
    viewers = await viewerSite(cleanup, {
      mirador: `${archive}/iiif/${DOCUMENT}/manifest`,
      openseadragon: `${archive}/iiif/image/${DOCUMENT}-s1-2/info.json`,
    });
    browser = await launchBrowser();
    cleanup.after(() => browser.close());
  });

  /** A page as the archive gives it whole, without tiles. */
  async function pageImage(page: 1 | 2): Promise<Buffer> {
    const answer = await fetch(`${archive}/iiif/image/${DOCUMENT}-s1-${page}/full/max/0/default.png`);
    assert.equal(answer.status, 200);
    return Buffer.from(await answer.arrayBuffer());
  }

  /** Opens a viewer; afterwards, it asked nobody but the archive, and nothing failed. */
  const inViewer = (path: string, work: (page: Page, asked: readonly string[]) => Promise<void>) =>
    withPage(
      browser,
      viewers,
      async (watched: Watched) => {
        await watched.page.goto(path);
        await work(watched.page, watched.outside);
        const elsewhere = watched.outside.filter((url) => !url.startsWith(`${archive}/iiif/`));
        assert.deepEqual(elsewhere, []);
        const errors = watched.complaints.filter((one) => !THEIR_OWN.test(one));
        assert.deepEqual(errors, []);
      },
      VIEW,
    );

  test('Mirador opens a manifest: its label, its first page and its second, as they are', () =>
    inViewer('/mirador', async (page, asked) => {
      const [first, second] = await Promise.all([pageImage(1), pageImage(2)]);
      await untilAlike(page, homeOf, first);
      assert.ok((await seenLikeness(page, homeOf, second)) < ALIKE / 2, 'the pages are told apart');
      await page.getByText(LABEL).first().waitFor({ timeout: PATIENCE_MS });
      await page.getByRole('button', { name: 'Next item' }).click();
      await untilAlike(page, homeOf, second);
      assert.ok(asked.includes(`${archive}/iiif/${DOCUMENT}/manifest`));
      assert.ok(
        asked.some((url) => /-s1-2\/\d+,\d+,\d+,\d+\/\d+,\d+\/0\/default\.jpg$/.test(url)),
        'tiles',
      );
    }));

  test('OpenSeadragon opens an image, and draws its tiles where they belong at every depth', () =>
    inViewer('/openseadragon', async (page, asked) => {
      const expected = await pageImage(2);
      await untilAlike(page, placeOf, expected);
      const shifted = await cutOut(expected, { left: 6, top: 6, ...PAGE });
      assert.ok((await seenLikeness(page, placeOf, shifted)) < ALIKE, 'six pixels beside it would be seen');
      for (const [x, y] of [
        [0.3, 0.2],
        [0.7, 0.6],
      ] as const) {
        await page.evaluate(
          `viewer.viewport.zoomTo(3, null, true); viewer.viewport.panTo(new OpenSeadragon.Point(${x}, ${y}), true); viewer.forceRedraw();`,
        );
        const part = await shownPart(page);
        await untilAlike(page, whole, await cutOut(expected, part));
      }
      assert.ok(asked.some((url) => /\/512,512\/0\/default\.jpg$/.test(url)));
    }));
});

type Where = (page: Page, view: { readonly width: number; readonly height: number }) => Promise<Cut>;

/** Mirador shows a page whole at first: in the middle, as large as it can be. */
const homeOf: Where = async (_, { width, height }) => {
  const scale = Math.min(width / PAGE.width, height / PAGE.height);
  const [w, h] = [PAGE.width * scale, PAGE.height * scale];
  return { left: (width - w) / 2, top: (height - h) / 2, width: w, height: h };
};

const whole: Where = async (_, { width, height }) => ({ left: 0, top: 0, width, height });

const point = z.object({ x: z.number(), y: z.number() });
const corners = z.tuple([point, point]);

/** Where OpenSeadragon says that the page is. */
const placeOf: Where = async (page) => {
  await untilOpen(page);
  const [from, to] = corners.parse(
    await page.evaluate(
      `[[0, 0], [${PAGE.width}, ${PAGE.height}]].map(([x, y]) => { const at = viewer.viewport.imageToViewerElementCoordinates(new OpenSeadragon.Point(x, y)); return { x: at.x, y: at.y }; })`,
    ),
  );
  return { left: from.x, top: from.y, width: to.x - from.x, height: to.y - from.y };
};

/** The part of the page that fills the window, in pixels of the page. */
async function shownPart(page: Page): Promise<Cut> {
  const { width, height } = VIEW.viewport;
  const [from, to] = corners.parse(
    await page.evaluate(
      `[[0, 0], [${width}, ${height}]].map(([x, y]) => { const at = viewer.viewport.viewerElementToImageCoordinates(new OpenSeadragon.Point(x, y)); return { x: at.x, y: at.y }; })`,
    ),
  );
  assert.ok(from.x >= 0 && from.y >= 0 && to.x <= PAGE.width && to.y <= PAGE.height, 'within the page');
  return { left: from.x, top: from.y, width: to.x - from.x, height: to.y - from.y };
}

const untilOpen = (page: Page): Promise<unknown> =>
  page.waitForFunction('window.viewer?.world?.getItemAt(0)', undefined, { timeout: PATIENCE_MS });

async function seenLikeness(page: Page, where: Where, expected: Buffer): Promise<number> {
  const canvas = page.locator('.openseadragon-canvas').first();
  await canvas.waitFor({ timeout: PATIENCE_MS });
  const box = await canvas.boundingBox();
  const seen = await canvas.screenshot();
  return box ? likeness(await cutOut(seen, await where(page, box)), expected) : 0;
}

/** Until what is on the screen there is this picture. */
async function untilAlike(page: Page, where: Where, expected: Buffer): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  let alike = 0;
  while (performance.now() < end) {
    alike = await seenLikeness(page, where, expected);
    if (alike > ALIKE) return;
    await page.waitForTimeout(200);
  }
  assert.fail(`what is shown is not the page: ${alike.toFixed(3)} alike`);
}
