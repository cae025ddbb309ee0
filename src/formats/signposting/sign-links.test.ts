import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { describedRecord } from '../../../test/support/described-record.ts';
import { fakeId, fakeRecords, ID } from '../../../test/support/fake-records.ts';
import { linksetOf, printSignLink, signLinks, type SignForm } from './sign-links.ts';

const document = fakeRecords.get(ID.document);
if (document?.kind !== 'document') throw new Error('the fake document is one');

const FORMS: readonly SignForm[] = [
  { url: 'https://archive.example/document/d.pdf', mediaType: 'application/pdf', isContent: true },
  {
    url: 'https://archive.example/iiif/d/manifest',
    mediaType: 'application/ld+json; charset=utf-8',
    profile: 'http://iiif.io/api/presentation/3/context.json',
    isContent: false,
  },
];

describe('signposts', () => {
  test('of a document lead to all that a program looks for', () => {
    const links = signLinks(describedRecord(ID.document, document, { naan: '12345' }), FORMS);
    assert.deepEqual(links.map(printSignLink), [
      `<https://archive.example/ark:/12345/${ID.document}>; rel="cite-as"`,
      '<https://schema.org/AboutPage>; rel="type"',
      '<https://schema.org/ArchiveComponent>; rel="type"',
      `<https://archive.example/person/${ID.person}/falk-henriette>; rel="author"`,
      '<https://creativecommons.org/publicdomain/mark/1.0/>; rel="license"',
      `<https://archive.example/collection/${ID.collection}/the-dark-of-the-lamp>; rel="collection"`,
      '<https://archive.example/document/d.pdf>; rel="item"; type="application/pdf"',
      '<https://archive.example/iiif/d/manifest>; rel="describedby"; type="application/ld+json"; profile="http://iiif.io/api/presentation/3/context.json"',
    ]);
  });

  test('are cited by the address without decoration where no key is given', () => {
    const [first] = signLinks(describedRecord(ID.person, fakeRecords.get(ID.person) ?? document), []);
    assert.equal(first?.href, `https://archive.example/person/${ID.person}`);
  });

  test('are few, however many have written it', () => {
    const agents = [...fakeRecords].flatMap(([id, { kind }]) => (kind === 'agent' ? [id] : []));
    const contributions = Array.from({ length: 500 }, (_, at) => ({
      role: 'author' as const,
      name: `Author ${at}`,
      agent: agents[at % agents.length] ?? fakeId('agent', at),
    }));
    const links = signLinks(describedRecord(ID.document, { ...document, contributions }), FORMS);
    assert.ok(links.length < 20);
    assert.ok(links.map(printSignLink).join(', ').length < 4000);
  });

  test('no licence is an address that could break out of the header', () => {
    for (const uri of [
      'javascript:alert(1)',
      'https://x.example/>; rel="author"',
      'https://x.example/\r\nset-cookie: a',
      'https://x.example/ü',
    ]) {
      const links = signLinks(describedRecord(ID.document, { ...document, rights: { uri } }), []);
      assert.deepEqual(
        links.filter(({ rel }) => rel === 'license'),
        [],
        uri,
      );
    }
  });

  test('stand in a set of their own by their relations', () => {
    const links = signLinks(describedRecord(ID.document, document), FORMS);
    const set: unknown = JSON.parse(JSON.stringify(linksetOf('https://archive.example/a', links)));
    assert.deepEqual(set, {
      linkset: [
        {
          anchor: 'https://archive.example/a',
          'cite-as': [{ href: `https://archive.example/document/${ID.document}` }],
          type: [{ href: 'https://schema.org/AboutPage' }, { href: 'https://schema.org/ArchiveComponent' }],
          author: [{ href: `https://archive.example/person/${ID.person}/falk-henriette` }],
          license: [{ href: 'https://creativecommons.org/publicdomain/mark/1.0/' }],
          collection: [{ href: `https://archive.example/collection/${ID.collection}/the-dark-of-the-lamp` }],
          item: [{ href: 'https://archive.example/document/d.pdf', type: 'application/pdf' }],
          describedby: [
            {
              href: 'https://archive.example/iiif/d/manifest',
              type: 'application/ld+json',
              profile: ['http://iiif.io/api/presentation/3/context.json'],
            },
          ],
        },
      ],
    });
  });
});
