import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { z } from 'zod';
import { fakeReadingRoom } from '../../test/support/fake-reading-room.ts';
import { fakeId, fakeRecords, ID } from '../../test/support/fake-records.ts';
import { HOSTILE, hostileRecords } from '../../test/support/hostile.ts';
import { createApp } from './app.ts';

const open = (...given: Parameters<typeof fakeReadingRoom>) =>
  createApp(fakeReadingRoom(...given), { mode: 'live' });

const BLOCK = /<script type="application\/ld\+json">(.*?)<\/script>/gs;
const blocksOf = (page: string): readonly unknown[] =>
  [...page.matchAll(BLOCK)].map(([, json = '']): unknown => JSON.parse(json));

const graph = z.object({
  '@context': z.literal('https://schema.org'),
  '@graph': z.array(z.looseObject({ '@type': z.unknown() })),
});

describe('pages tell programs what they are', () => {
  const kinds: readonly (readonly [path: string, type: unknown])[] = [
    [`/document/${ID.document}`, ['ArchiveComponent', 'Message']],
    [`/collection/${ID.collection}`, 'Collection'],
    [`/person/${ID.person}`, 'Person'],
    [`/organization/${ID.office}`, 'Organization'],
    [`/place/${ID.place}`, 'Place'],
    [`/subject/${ID.subject}`, 'DefinedTerm'],
    [`/term/${ID.term}`, 'DefinedTerm'],
    [`/event/${ID.event}`, 'Event'],
    [`/repository/${ID.repository}`, 'ArchiveOrganization'],
  ];
  for (const [path, type] of kinds)
    test(`${path}: one block of linked data, of itself and of the way to it`, async () => {
      const answer = await open().request(path);
      const [block, ...others] = blocksOf(await answer.text());
      assert.deepEqual(others, []);
      const [own, way] = graph.parse(block)['@graph'];
      assert.deepEqual(own?.['@type'], type);
      assert.equal(way?.['@type'], 'BreadcrumbList');
      assert.equal(own?.['@id'], `https://archive.example${path}`);
      assert.match(
        answer.headers.get('link') ?? '',
        new RegExp(`<https://archive.example${path}>; rel="cite-as"`),
      );
    });

  test('the home page is the site, and says how it is searched', async () => {
    const page = await (await open().request('/')).text();
    assert.match(
      JSON.stringify(blocksOf(page)),
      /"WebSite".*"urlTemplate":"https:\/\/archive\.example\/search\?q=\{q\}"/,
    );
  });

  test('further pages, earlier editions and searches say nothing of their own', async () => {
    const app = open();
    for (const path of [`/document/${ID.document}/v/1`, '/search?q=record', '/help'])
      assert.deepEqual(blocksOf(await (await app.request(path)).text()), [], path);
  });

  test('no word of a stranger ends the block', async () => {
    const app = open(hostileRecords(fakeRecords));
    for (const [path] of kinds) {
      const page = await (await app.request(path)).text();
      const [block] = blocksOf(page);
      assert.ok(JSON.stringify(block).includes(JSON.stringify(HOSTILE).slice(1, -1)), path);
    }
  });

  test('HEAD has the signposts too, and a set of links has them all', async () => {
    const app = open();
    const head = await app.fetch(
      new Request(`https://archive.example/document/${ID.document}`, { method: 'HEAD' }),
    );
    const link = head.headers.get('link') ?? '';
    assert.match(link, /rel="linkset"; type="application\/linkset\+json"/);
    const set = await app.request(`/document/${ID.document}.linkset.json`);
    assert.equal(set.headers.get('content-type'), 'application/linkset+json');
    assert.equal(set.headers.get('access-control-allow-origin'), '*');
    const text = await set.text();
    for (const [, address = ''] of link.matchAll(/<([^>]+)>; rel="(?!linkset)/g))
      assert.ok(text.includes(address), address);
  });

  test('every form that is told of is there', async () => {
    const app = open();
    const page = await (await app.request(`/document/${ID.document}`)).text();
    const forms = [
      ...page.matchAll(
        /<link rel="alternate" type="[^"]*"(?: title="[^"]*")? href="https:\/\/archive\.example([^"]*)"/g,
      ),
    ];
    assert.ok(forms.length >= 9);
    for (const [, path = ''] of forms) {
      if (/\.pdf$/.test(path)) continue;
      assert.equal((await app.request(path)).status, 200, path);
    }
  });
});

describe('a program tells the forms of a record apart', () => {
  const DC = 'http://www.openarchives.org/OAI/2.0/oai_dc/';
  const EAD = 'http://ead3.archivists.org/schema/';
  const EAC = 'https://archivists.org/ns/eac/v2';
  const profiles: readonly (readonly [path: string, profiles: Readonly<Record<string, string>>])[] = [
    [`/document/${ID.document}`, { dc: DC, ead: EAD }],
    [`/collection/${ID.collection}`, { dc: DC, ead: EAD }],
    [`/person/${ID.person}`, { dc: DC, eac: EAC }],
    [`/repository/${ID.repository}`, { dc: DC, ead: EAD }],
    [`/place/${ID.place}`, { dc: DC }],
  ];
  for (const [path, expected] of profiles)
    test(path, async () => {
      const app = open();
      const answer = await app.request(path);
      const page = await answer.text();
      const types = [...page.matchAll(/<link rel="alternate" (type="[^"]*"(?: title="[^"]*")?)/g)].map(
        ([, type]) => type,
      );
      assert.equal(new Set(types).size, types.length, types.join('\n'));
      for (const [suffix, profile] of Object.entries(expected)) {
        const address = `https://archive.example${path}.${suffix}`;
        assert.ok(
          page.includes(
            `<link rel="alternate" type="application/xml; charset=utf-8;profile=&quot;${profile}&quot;" title="`,
          ) && page.includes(`" href="${address}">`),
          suffix,
        );
        assert.ok(
          answer.headers
            .get('link')
            ?.includes(`<${address}>; rel="describedby"; type="application/xml"; profile="${profile}"`),
          suffix,
        );
        const form = await app.request(`${path}.${suffix}`);
        assert.equal(form.headers.get('link'), `<${profile}>; rel="profile"`);
        assert.ok((await form.text()).includes(`"${profile}"`), 'it is of that namespace');
      }
    });
});

describe('unAPI', () => {
  const room = fakeReadingRoom();
  room.answers.set(fakeId('document', 3), {
    kind: 'gone',
    id: fakeId('document', 3),
    why: 'embargoed',
    until: '2031-01-01',
  });
  room.answers.set('8214', {
    kind: 'moved',
    to: { id: ID.document, kind: 'document', title: 'Record', slug: 'record' },
  });
  const app = createApp(room, { mode: 'live' });
  const cases: readonly (readonly [query: string, status: number, type: string, says: RegExp])[] = [
    ['', 200, 'application/xml', /^<\?xml[^>]*>\n<formats><format name="mods" type="application\/mods\+xml"/],
    [`?id=${ID.document}`, 300, 'application/xml', new RegExp(`<formats id="${ID.document}">`)],
    [`?id=${ID.document}&format=mods`, 200, 'application/mods+xml', /<mods /],
    [`?id=${ID.document}&format=oai_dc`, 200, 'application/xml', /<oai_dc:dc /],
    [`?id=${ID.document}&format=rdf_zotero`, 200, 'application/rdf+xml', /<z:itemType>/],
    [`?id=${ID.document}&format=ris`, 200, 'application/x-research-info-systems', /^TY {2}- /],
    [`?id=${ID.document}&format=bibtex`, 200, 'application/x-bibtex', /^@/],
    [`?id=${ID.document}&format=csljson`, 200, 'application/vnd.citationstyles.csl+json', /^\[/],
    [`?id=${ID.document}&format=tei`, 200, 'application/tei+xml', /<TEI /],
    [`?id=${ID.document}&format=MODS`, 406, 'application/problem+json', /\/unapi/],
    [`?id=${ID.document}&format=${'x'.repeat(4000)}`, 406, 'application/problem+json', /"status": 406/],
    [`?id=${ID.document}&id=${ID.document}`, 400, 'application/problem+json', /once/],
    [`?id=${ID.document}&format=mods&format=ris`, 400, 'application/problem+json', /once/],
    ['?format=mods', 400, 'application/problem+json', /id=/],
    ['?id=nothing&format=mods', 404, 'application/problem+json', /"status": 404/],
    [`?id=${ID.person}&format=mods`, 404, 'application/problem+json', /"status": 404/],
    [`?id=${fakeId('document', 3)}&format=mods`, 410, 'application/problem+json', /2031-01-01/],
    [`?id=${fakeId('document', 3)}`, 410, 'application/problem+json', /"status": 410/],
    ['?id=8214&format=mods', 301, '', /^$/],
    ['?id=%00%ff', 404, 'application/problem+json', /"status": 404/],
  ];
  for (const [query, status, type, says] of cases)
    test(`/unapi${query.slice(0, 60)}: ${status}`, async () => {
      const answer = await app.request(`/unapi${query}`);
      assert.equal(answer.status, status);
      assert.ok((answer.headers.get('content-type') ?? '').startsWith(type));
      assert.match(await answer.text(), says);
      if (status === 301)
        assert.equal(answer.headers.get('location'), `/unapi?id=${ID.document}&format=mods`);
      else assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    });

  test('each form is listed once, MODS first', async () => {
    const names = [...(await (await app.request('/unapi')).text()).matchAll(/<format name="([^"]+)"/g)].map(
      ([, name]) => name,
    );
    assert.equal(names[0], 'mods');
    assert.deepEqual(names, [...new Set(names)]);
  });

  test('a key of the archive names its document too', async () => {
    const named = open(fakeRecords, { naan: '12345' });
    assert.equal((await named.request(`/unapi?id=ark:/12345/${ID.document}&format=mods`)).status, 200);
  });
});
