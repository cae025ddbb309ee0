import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { listen } from '../../src/cli/listen.ts';
import { axeFaults, sidewaysPx } from '../support/accessibility.ts';
import { launchBrowser, withPage, type Watched } from '../support/browser.ts';
import { entryOf, LONG_PAGES, READ, readingLines, WORDS_OF_68 } from '../support/reading-archive.ts';
import { importLines, sampleArchive, suiteCleanup } from '../support/temp-archive.ts';

const DESK = { viewport: { width: 1440, height: 900 } } as const;
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true } as const;
const WITHOUT = { ...DESK, javaScriptEnabled: false } as const;

const SCANNED = `/document/${READ.scanned}`;
const LONG = `/document/${READ.long}`;

/** Until the strip says that this page shows. */
const untilPage = (page: Page, anchor: string): Promise<unknown> =>
  page.locator(`.strip a[aria-current][href="#${anchor}"]`).waitFor();
/** Until the bar of places found says so. */
const untilFound = (page: Page, says: string): Promise<unknown> =>
  page.locator('.found-bar output', { hasText: says }).waitFor();
const isShown = (locator: Locator): Promise<boolean> => locator.first().isVisible();

describe('the reading room in a browser', () => {
  const cleanup = suiteCleanup(after);
  let origin = '';
  let browser: Browser;
  before(async () => {
    const opened = await sampleArchive(cleanup);
    assert.deepEqual(await importLines(opened, readingLines, true), []);
    const server = await listen(opened.archive.app, '127.0.0.1', 0);
    cleanup.after(() => server.close());
    origin = `http://127.0.0.1:${server.port}`;
    browser = await launchBrowser();
    cleanup.after(() => browser.close());
  });

  const on = (
    path: string,
    work: (page: Page, watched: Watched) => Promise<void>,
    options: BrowserContextOptions = DESK,
  ): Promise<void> =>
    withPage(
      browser,
      origin,
      async (watched) => {
        await watched.page.goto(path);
        await work(watched.page, watched);
        assert.deepEqual(watched.complaints, []);
        assert.deepEqual(watched.outside, []);
      },
      options,
    );

  test('without JavaScript: columns are shut and swapped, a page turn leads to its image, a passage is washed', () =>
    on(
      `${SCANNED}#b6`,
      async (page) => {
        assert.match(
          await page.locator('.pair:has(#b6)').evaluate((row) => getComputedStyle(row).boxShadow),
          /-3px/,
        );
        await page.locator('#show-1').uncheck();
        assert.equal(await isShown(page.locator('.t.c-1')), false);
        await page.locator('#show-1').check();
        await page.locator('details.view > summary').click();
        await page.locator('#swap-texts').check();
        const [original, translated] = await Promise.all(
          ['.pair:has(#b3) .c-0', '.pair:has(#b3) .c-1'].map((cell) => page.locator(cell).boundingBox()),
        );
        assert.ok((original?.x ?? 0) > (translated?.x ?? 0));
        await page.locator('#size-larger').check();
        assert.ok((await fontSizeOf(page)) > 22);
        await page.locator('.leaf a', { hasText: '68' }).click();
        assert.equal(new URL(page.url()).hash, '#s1-2');
        assert.equal(await page.locator('.scan-tools').isVisible(), false);
      },
      WITHOUT,
    ));

  test('the scan turns with the text, and by its own buttons and keys, which the address says', () =>
    on(SCANNED, async (page) => {
      const current = page.locator('.strip a[aria-current]');
      assert.equal(await current.getAttribute('href'), '#s1-1');
      await page.locator('#ba').evaluate((block) => block.scrollIntoView({ block: 'start' }));
      await untilPage(page, 's1-3');
      // Sent, not clicked: to be clicked it would be scrolled to, and the text with it.
      await page.getByRole('button', { name: 'Page before' }).dispatchEvent('click');
      assert.equal(new URL(page.url()).hash, '#s1-2');
      await page.keyboard.press(']');
      assert.equal(new URL(page.url()).hash, '#s1-3');
      assert.match(await page.locator('.which').innerText(), /l\. 69 · 3 of 3/);
      await page.reload();
      await untilPage(page, 's1-3');
    }));

  test('the close view comes when it is asked for: it zooms, turns, is lightened, and goes with Escape', () =>
    on(SCANNED, async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      assert.equal(
        asked.some((url) => url.includes('openseadragon')),
        false,
      );
      const tile = page.waitForResponse(
        (answer) => /\/iiif\/image\/.*\/default\.jpg/.test(answer.url()) && answer.ok(),
      );
      await page.keyboard.press('z');
      const canvas = page.locator('.close-view .openseadragon-canvas');
      await canvas.waitFor();
      assert.ok(asked.some((url) => url.includes('openseadragon')));
      assert.match((await canvas.getAttribute('aria-label')) ?? '', /Page l\. 67, close/);
      await tile;
      await page.getByRole('button', { name: 'Turn' }).click();
      await page.keyboard.press(']');
      await page.getByRole('application', { name: /Page l\. 68/ }).waitFor();
      await page.locator('.light > summary').click();
      await page.locator('[data-light=brightness]').fill('150');
      assert.match(
        await page
          .locator('.close-view canvas')
          .first()
          .evaluate((one) => getComputedStyle(one).filter),
        /brightness\(1\.5\)/,
      );
      assert.deepEqual(await axeFaults(page), []);
      await canvas.focus();
      await page.keyboard.press('Escape');
      assert.equal(await page.locator('.close-view').count(), 0);
      assert.ok(await isShown(page.locator('.leaves')));
    }));

  test('what a reader chooses is kept in the browser, applied before it is painted, and forgotten when asked', () =>
    on(SCANNED, async (page) => {
      const usual = await fontSizeOf(page);
      assert.equal(await page.evaluate(() => localStorage.length), 0, 'nothing is kept unasked');
      await page.locator('details.view > summary').click();
      await page.locator('#size-large').check();
      await page.locator('#theme-dark').check();
      await page.locator('#show-scan').uncheck();
      const large = await fontSizeOf(page);
      assert.ok(large > usual);
      await page.goto('/collections');
      assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark', 'on every page');
      await page.goto(`/document/${READ.mixed}`);
      assert.ok((await fontSizeOf(page)) >= large, 'in every document');
      await page.goto(SCANNED);
      assert.equal(await isShown(page.locator('.scan')), false);
      await page.locator('details.view > summary').click();
      await page.getByRole('button', { name: 'As it was' }).click();
      assert.equal(await fontSizeOf(page), usual);
      assert.ok(await isShown(page.locator('.scan')));
      assert.equal(await page.evaluate(() => localStorage.length), 0);
    }));

  test('a note opens where its mark stands, and gives the focus back', () =>
    on(SCANNED, async (page) => {
      const mark = page.locator('a.noteref').first();
      await mark.focus();
      await page.keyboard.press('Enter');
      const here = page.locator('.note-here');
      assert.match(await here.innerText(), /Oder zwölf/);
      assert.equal(await mark.getAttribute('aria-expanded'), 'true');
      assert.deepEqual(await axeFaults(page), []);
      await page.keyboard.press('Escape');
      assert.equal(await here.count(), 0);
      assert.ok(await mark.evaluate((one) => one === document.activeElement));
      assert.equal(await page.locator('#bn1').count(), 1, 'it stands at the foot all the same');
    }));

  test('places found are marked and gone through by keys, in the text and in a column that was shut', () =>
    on(SCANNED, async (page) => {
      await page.locator('#show-0').uncheck();
      await page.locator('.within-document input[name=q]').fill('Nebel');
      await page.keyboard.press('Enter');
      const says = page.locator('.found-bar output');
      await untilFound(page, '1 of 12');
      assert.ok(await page.locator('#show-0').isChecked());
      await page.locator('h1').click();
      await page.keyboard.press('n');
      assert.equal(await says.innerText(), '2 of 12');
      await page.keyboard.press('p');
      await page.keyboard.press('p');
      assert.equal(await says.innerText(), '12 of 12');
      assert.equal(await page.evaluate(() => CSS.highlights.get('found')?.size), 12);
      assert.deepEqual(await axeFaults(page), []);
      await page.getByRole('button', { name: 'Stop marking' }).click();
      assert.equal(await page.locator('.found-bar').isVisible(), false);
    }));

  test('places found in another part of a long document are gone to, and marked there', () =>
    on(LONG, async (page) => {
      await page.locator('.within-document input[name=q]').fill('"Page 200"');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/page\/\d+#/);
      await untilFound(page, '1 of ');
      assert.ok((await page.evaluate(() => CSS.highlights.get('found-now')?.size)) === 1);
    }));

  test('a fragment that is not well written stops nothing', () =>
    on(`${SCANNED}#%E0%A4`, async (page) => {
      await page.locator('.scan-tools').waitFor();
      await page.locator('details.view > summary').click();
      assert.ok(await isShown(page.locator('#keys-help, .keys-help')));
    }));

  test('what was searched for on the page of results is marked in the document that it led to', () =>
    on('/search?q=Nebel', async (page) => {
      await page.locator(`.results a[href^="${SCANNED}"]`).first().click();
      await untilFound(page, '– of 12');
    }));

  test('a passage that is pointed at is lit on its page, and the words that were found are marked there', () =>
    on(SCANNED, async (page) => {
      await page.route('**/iiif/**', (route) => route.fulfill({ json: linesOf(WORDS_OF_68) }));
      await page.locator('#s1-2').evaluate((figure) => {
        if (figure instanceof HTMLElement) figure.dataset['words'] = '/iiif/test/annotations/s1/2';
      });
      await page.locator('#b6').hover();
      await page.locator('#s1-2 rect.passage').first().waitFor();
      assert.equal(await page.locator('#s1-2 rect.passage').count(), LINES, 'a box a line');
      assert.equal(await page.locator('#s1-1 rect.passage').count(), 0);
      await page.locator('#b4').hover();
      await page.locator('#s1-2 rect.passage').first().waitFor({ state: 'detached' });
      await page.locator('.within-document input[name=q]').fill('Horn');
      await page.keyboard.press('Enter');
      await untilPage(page, 's1-2');
      await page.locator('#s1-2 rect.found').first().waitFor();
      assert.equal(await page.locator('#s1-2 rect.found').count(), 12);
    }));

  test('keys of one letter can be switched off', () =>
    on(SCANNED, async (page) => {
      await page.locator('details.view > summary').click();
      await page.locator('#keys-off').check();
      await page.keyboard.press('Escape');
      await page.keyboard.press(']');
      assert.equal(new URL(page.url()).hash, '');
    }));

  test('by the keyboard the scan is made wider, and set back', () =>
    on(SCANNED, async (page) => {
      const widthOf = async (): Promise<number> => (await page.locator('.scans').boundingBox())?.width ?? 0;
      const usual = await widthOf();
      await page.getByRole('separator', { name: 'Width of the scan' }).focus();
      for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowRight');
      assert.ok((await widthOf()) > usual + 60);
      await page.keyboard.press('Enter');
      assert.ok(Math.abs((await widthOf()) - usual) < 2);
    }));

  test('a long document begins as a short one, and the rest comes as one reads', () =>
    on(LONG, async (page) => {
      assert.ok((await page.locator('.leaves figure').count()) < 30);
      const first = await page.locator('.texts .pair').count();
      await page.locator('more-text').scrollIntoViewIfNeeded();
      await page.waitForFunction((count) => document.querySelectorAll('.texts .pair').length > count, first);
      assert.ok((await page.locator('.leaves figure').count()) > 12);
      const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
      assert.deepEqual(
        ids.filter((id, at) => ids.indexOf(id) !== at),
        [],
      );
      const numbers = await page.locator('.texts .num').allInnerTexts();
      assert.deepEqual(
        numbers,
        numbers.map((_, at) => String(at + 1)),
      );
    }));

  test('the address of any passage or page of a long document leads to it', () =>
    on(`${LONG}#${entryOf(200)}`, async (page) => {
      await page.waitForURL(/\/page\/\d+#/);
      const passage = page.locator(`#${entryOf(200)}`);
      assert.match(await passage.innerText(), /^Page 200\./);
      await untilPage(page, 's1-200');
      await page.goto(`${LONG}#s1-${LONG_PAGES}`);
      await page.waitForURL(/\/page\/\d+#/);
      assert.equal(await page.locator(`#s1-${LONG_PAGES}`).count(), 1);
      await page.goto(`${LONG}/at/p1201`);
      assert.match(await page.locator('.pair:has(#p1201)').innerText(), /Page 201\./);
    }));

  test('without JavaScript the address of a far passage leads to its part, and parts to each other', () =>
    on(
      `${LONG}#${entryOf(200)}`,
      async (page) => {
        const part = page.locator('.parts li:has(:target) a');
        assert.match(await part.innerText(), /pages \d+ to \d+/);
        assert.ok(await isShown(page.locator('.sent-here')));
        await part.click();
        await page.waitForURL(/\/page\/\d+$/);
        assert.equal(await page.locator(`#${entryOf(200)}`).count(), 1);
        await page.getByRole('link', { name: 'Next part' }).click();
        await page.getByRole('link', { name: /Part before/ }).click();
        assert.equal(await page.locator(`#${entryOf(200)}`).count(), 1);
      },
      WITHOUT,
    ));

  test('on a phone one column shows at a time, cite is in reach, and a passage opens its column', () =>
    on(
      SCANNED,
      async (page) => {
        assert.equal(await isShown(page.locator('.t.c-0')), false);
        assert.ok(await isShown(page.locator('.t.c-1')));
        await page.locator('#one-scan').check();
        assert.ok(await isShown(page.locator('.scan')));
        await page.locator('#s1-1').scrollIntoViewIfNeeded();
        await untilPage(page, 's1-1');
        assert.equal(await isShown(page.locator('.t.c-1')), false);
        assert.ok(await page.getByRole('link', { name: 'Cite' }).first().isVisible());
        await page.goto(`${SCANNED}#ba`);
        await page.reload();
        assert.ok(await page.locator('#ba').isVisible());
        assert.equal(await sidewaysPx(page), 0);
      },
      PHONE,
    ));

  const FORMS: Readonly<Record<string, BrowserContextOptions>> = {
    'in the light': { ...DESK, colorScheme: 'light' },
    'in the dark': { ...DESK, colorScheme: 'dark' },
    'on a tablet': { viewport: { width: 768, height: 1024 } },
    'on a phone': PHONE,
    'on a very wide screen': { viewport: { width: 2200, height: 1200 } },
  };
  for (const [way, options] of Object.entries(FORMS))
    test(`${way}: nothing that axe finds, with the settings open, and no sideways scroll`, async () => {
      for (const id of Object.values(READ))
        await on(
          `/document/${id}`,
          async (page) => {
            assert.deepEqual(await axeFaults(page), [], id);
            await page.locator('details.view > summary').click();
            await page.locator('#contrast-more').check();
            assert.deepEqual(await axeFaults(page), [], `${id}, settings`);
            assert.equal(await sidewaysPx(page), 0, id);
          },
          options,
        );
    });

  test('the handout has the text, its numbers, the citation, and the scans where they are wanted', () =>
    on(SCANNED, async (page) => {
      const sheets = async (): Promise<number> =>
        (await page.pdf()).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      const plain = await sheets();
      await page.locator('details.view > summary').click();
      await page.locator('#print-scans').check();
      await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
      assert.ok((await sheets()) >= plain + 3);
      await page.emulateMedia({ media: 'print' });
      for (const part of ['.t.c-0', '.t.c-1', '.num', '.cite', '.legend', '.notes'])
        assert.ok(await isShown(page.locator(part)), part);
      // Rows of a grid that go over to the next sheet would lie upon each other.
      await page
        .locator('#print-scans')
        .evaluate((tick) => tick instanceof HTMLInputElement && (tick.checked = false));
      for (const part of ['.reader', '.reading', '.texts'])
        assert.equal(
          await page.locator(part).evaluate((one) => getComputedStyle(one).display),
          'block',
          part,
        );
      for (const part of ['.toolbar', '.scan-tools', '.strip'])
        assert.equal(await isShown(page.locator(part)), false, part);
    }));

  test('scripts of both directions stand each in its own', () =>
    on(`/document/${READ.mixed}`, async (page) => {
      const cell = page.locator('.t[lang=ar]').first();
      assert.equal(await cell.getAttribute('dir'), 'rtl');
      assert.equal(await page.locator('.t [lang=he]').getAttribute('dir'), 'rtl');
      assert.equal(await page.locator('.t[lang=ar] [lang=en]').getAttribute('dir'), 'ltr');
    }));
});

const LINES = 12;

/** Words as lines of an annotation page, each 40 high. */
function linesOf(text: string): object {
  const words = text.trim().split(' ');
  const length = Math.ceil(words.length / LINES);
  return {
    type: 'AnnotationPage',
    items: Array.from({ length: LINES }, (_, at) => ({
      body: { type: 'TextualBody', value: words.slice(at * length, (at + 1) * length).join(' ') },
      target: `https://archive.example/canvas#xywh=100,${100 + at * 50},800,40`,
    })),
  };
}

const fontSizeOf = (page: Page): Promise<number> =>
  page
    .locator('.t')
    .first()
    .evaluate((cell) => Number.parseFloat(getComputedStyle(cell).fontSize));
