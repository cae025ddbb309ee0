import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page, Response as PageResponse } from 'playwright-core';
import { listen, type Listening } from '../../src/cli/listen.ts';
import type { OpenArchive } from '../../src/compose.ts';
import { isForPrograms } from '../../src/web/doors.ts';
import { axeFaults, sidewaysPx } from '../support/accessibility.ts';
import { launchBrowser, withPage, type Watched } from '../support/browser.ts';
import { linksOf } from '../support/crawl.ts';
import { documentLine, testId, transcription } from '../support/record-lines.ts';
import { importLines, sampleArchive, suiteCleanup } from '../support/temp-archive.ts';

/** Every way in which the site is looked at. */
const WAYS: Readonly<Record<string, BrowserContextOptions>> = {
  'in the light': { viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  'in the dark, on a tablet': { viewport: { width: 768, height: 1024 }, colorScheme: 'dark' },
  'on a phone': { viewport: { width: 360, height: 740 }, colorScheme: 'light', hasTouch: true },
  'without JavaScript': { viewport: { width: 1440, height: 900 } },
};

/** One invented text as two documents, of which each is told of on the other's page. */
const COPY = testId('document', 71);
const INVENTED = Array.from({ length: 90 }, (_, at) => `lantern${(at * 37) % 101}`).join(' ');
const COPIES = [COPY, testId('document', 72)].map((id, at) =>
  documentLine(id, `Invented letter, copy ${at + 1}`, {
    renditions: [transcription(INVENTED)],
    invented: 'Invented for a test.',
  }),
);

describe('in a browser', () => {
  const cleanup = suiteCleanup(after);
  let origin = '';
  let browser: Browser;
  let pages: ReadonlyMap<string, string> = new Map();

  before(async () => {
    const opened = await sampleArchive(cleanup);
    const { archive } = opened;
    assert.deepEqual(await importLines(opened, COPIES, true), []);
    const server: Listening = await listen(archive.app, '127.0.0.1', 0);
    cleanup.after(() => server.close());
    origin = `http://127.0.0.1:${server.port}`;
    browser = await launchBrowser();
    cleanup.after(() => browser.close());
    pages = new Map([...(await oneOfEach(archive)), ['document in two places', `/document/${COPY}`]]);
  });

  for (const [way, options] of Object.entries(WAYS))
    test(`${way}: no page has a fault that axe finds, a complaint, an outside request or a sideways scroll`, async () => {
      const faults: string[] = [];
      await withPage(
        browser,
        origin,
        async (watched) => {
          const devtools = await watched.page.context().newCDPSession(watched.page);
          const setScripts = (isOn: boolean): Promise<unknown> =>
            devtools.send('Emulation.setScriptExecutionDisabled', { value: !isOn });
          for (const [kind, address] of pages) {
            // A page that is loaded without scripts runs none afterwards: only axe then does.
            await setScripts(way !== 'without JavaScript');
            const answer = await watched.page.goto(address, { waitUntil: 'load' });
            await setScripts(true);
            for (const fault of await faultsOf(watched, answer)) faults.push(`${kind} ${address}: ${fault}`);
          }
        },
        options,
      );
      assert.deepEqual(faults, []);
    });

  test('linked data is data to the browser, and nobody sees or hears the marks for managers of references', async () => {
    await withPage(browser, origin, async (watched) => {
      const { page } = watched;
      const answer = await page.goto(`/document/${COPY}`);
      const types = await page.evaluate(() => {
        const data = document.querySelector('script[type="application/ld+json"]')?.textContent ?? '';
        const marks = [...document.querySelectorAll<HTMLElement>('.unapi-id, .Z3988')];
        return { data, marks: marks.map((one) => one.checkVisibility()) };
      });
      assert.match(types.data, /"@context":"https:\/\/schema\.org"/);
      assert.doesNotThrow(() => JSON.parse(types.data));
      assert.deepEqual(types.marks, [false, false]);
      assert.deepEqual(await faultsOf(watched, answer), []);
    });
  });

  test('by the keyboard: the first stop skips to the content, and the search is reached', async () => {
    await withPage(browser, origin, async ({ page }) => {
      await page.goto('/collections');
      await page.keyboard.press('Tab');
      const first = await focused(page);
      assert.match(first, /^A href=#/, 'the first stop is a link within the page');
      await page.keyboard.press('Enter');
      const target = await page.evaluate(
        () => document.activeElement?.closest('main') !== null || location.hash.length > 1,
      );
      assert.ok(target);
      await page.goto('/');
      const stops: string[] = [];
      for (let stop = 0; stop < 25; stop++) {
        await page.keyboard.press('Tab');
        stops.push(await focused(page));
      }
      assert.ok(
        stops.some((stop) => /INPUT.*name=q/.test(stop)),
        stops.join('\n'),
      );
    });
  });

  test('by the keyboard: every stop on a document page can be seen to be one', async () => {
    await withPage(browser, origin, async ({ page }) => {
      await page.goto(pages.get('document') ?? '/');
      for (let stop = 0; stop < 30; stop++) {
        await page.keyboard.press('Tab');
        const isShown = await page.evaluate(() => {
          const element = document.activeElement;
          if (element === null || element === document.body) return true;
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
          const { width, height } = element.getBoundingClientRect();
          return (
            (outlineStyle !== 'none' && outlineWidth !== '0px' && width > 0 && height > 0) ||
            boxShadow !== 'none'
          );
        });
        assert.ok(isShown, await focused(page));
      }
    });
  });

  test('where the same text stands elsewhere is told with its share, and leads there', async () => {
    await withPage(
      browser,
      origin,
      async ({ page }) => {
        await page.goto(`/document/${COPY}`);
        await page.getByRole('link', { name: 'the same text elsewhere' }).click();
        const section = page.getByRole('region', { name: 'The same text elsewhere' });
        assert.match(await section.innerText(), /All of this text stands there, and all of that one here/);
        await section.getByRole('link', { name: 'Invented letter, copy 2' }).click();
        assert.equal(await page.locator('h1').innerText(), 'Invented letter, copy 2');
      },
      { javaScriptEnabled: false },
    );
  });

  test('a search typed and sent without JavaScript finds what is there', async () => {
    await withPage(
      browser,
      origin,
      async ({ page }) => {
        await page.goto('/');
        await page.locator('input[name=q]').first().fill('Stalin');
        await page.keyboard.press('Enter');
        await page.waitForURL(/\/search\?/);
        assert.match(await page.locator('main').innerText(), /Stalin/);
      },
      { javaScriptEnabled: false },
    );
  });
});

/** One page of each kind there is: by what its address begins with, and those that are answers to mistakes. */
async function oneOfEach(archive: OpenArchive): Promise<ReadonlyMap<string, string>> {
  const found = new Map([
    ['home', '/'],
    ['search', '/search?q=Stalin'],
    ['search by a name that two bear', '/search?q=Reuter&without=x'],
    ['search by a cover name', '/search?q=Filippov'],
    ['search for nothing there', '/search?q=qwertzuiop'],
    ['all values of a facet', '/search?q=Stalin&facet=person'],
    ['search as a table', '/search?q=Stalin&view=table'],
    ['search along a timeline', '/search?view=timeline'],
    ['search in a month', '/search?date=1945-07&type=-Cable'],
    ['search misspelt', '/search?q=stalim+soonf'],
    ['search with rows', '/search?row=person:is:stalin&row=date:between:someday&row=type:is'],
    ['search with a mistake', '/search?q=%22open+AND+(&person=nobody'],
    ['timeline of a year', '/timeline/1957'],
    ['timeline of a month', '/timeline/1957-12'],
    ['map by role, part of the world and years', '/map/written-at/east-asia/1940-1949'],
    ['people by role and years', '/people/mentioned/1940-1949'],
    ['documents of a person in one role', '/person/a3n0ph4kqg/as/mentioned'],
    ...['timeline', 'timeline/1945', 'map', 'people', 'places', 'subjects', 'events', 'types', 'new'].map(
      (way) => [`${way} of a collection`, `/collection/c8yn7anh68/${way}`] as const,
    ),
    ['not found', '/document/nothing-here'],
  ]);
  for (const address of [
    '/',
    '/collections',
    '/people',
    '/organizations',
    '/places',
    '/subjects',
    '/terms',
    '/events',
    '/repositories',
    '/new',
    '/types',
    '/languages',
    '/timeline',
    '/map',
    '/about',
    '/help',
    '/help/search',
    '/api',
    '/search?q=f.+558%2C+op.+11+person%3AStalin+place%3Anowhere+date%3A1945-13',
    '/search?q=July+1945',
    '/rights',
  ])
    found.set(address.slice(1) || 'home', address);
  for (const address of [...found.values()]) {
    const answer = await archive.app.request(address);
    for (const link of linksOf(await answer.text(), address, archive.room.settings.address)) {
      const kind = link.split(/[/?]/)[1] ?? '';
      const isFile = /^\/assets\/|\.\w+(?:\?|$)/.test(link);
      if (!isFile && !isForPrograms(link.replace(/\?.*/, '')) && !found.has(kind)) found.set(kind, link);
    }
  }
  for await (const { address, kind } of everyDocument(archive)) found.set(kind, address);
  return found;
}

/** Documents of every sort: with a scan, with two languages, with redactions, withdrawn, not held. */
async function* everyDocument(
  archive: OpenArchive,
): AsyncGenerator<{ readonly kind: string; readonly address: string }> {
  for await (const line of archive.lines()) {
    const { id, record } = JSON.parse(line);
    if (record.kind !== 'document') continue;
    const { status } = await archive.app.request(`/document/${id}.json`);
    const renditions: string = record.renditions
      .map(({ kind }: { readonly kind: string }) => kind)
      .toSorted()
      .join(' and ');
    const redacted = line.includes('"kind":"redaction"') ? ', redacted' : '';
    const answer =
      status === 200 ? `${record.holding.kind}${renditions && ', '}${renditions}${redacted}` : status;
    yield { kind: `document: ${answer}`, address: `/document/${id}` };
  }
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    return `${element?.tagName} href=${element?.getAttribute('href')} name=${element?.getAttribute('name')}`;
  });

/** All that is wrong with the page that was answered, since the last one was asked about. */
async function faultsOf(
  { page, complaints, outside }: Watched,
  answer: PageResponse | null,
): Promise<readonly string[]> {
  const wide = await sidewaysPx(page);
  const isMeant = (complaint: string): boolean =>
    answer?.ok() === false && complaint.includes(`status of ${answer.status()}`);
  return [
    ...(wide > 0 ? [`scrolls sideways by ${wide} px`] : []),
    ...complaints.splice(0).flatMap((one) => (isMeant(one) ? [] : [`complaint: ${one}`])),
    ...outside.splice(0).map((url) => `outside request: ${url}`),
    ...(await axeFaults(page)),
  ];
}
