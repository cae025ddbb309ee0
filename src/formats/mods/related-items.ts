import { printName } from '../../core/citation/cited-name.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import type { Described } from '../fields/described.ts';
import { webUriOf } from '../fields/web-uri.ts';
import { printAround, printElement, printWords } from '../xml/print-xml.ts';

/** The volume it was printed in, or the collections that it is in. A volume's year would pass for the document's. */
export function hostsOf(described: Described<ArchiveDocument>): string {
  const { volume } = described;
  const collections = described.view.record.collections.flatMap(
    ({ collection }) => described.named(collection) ?? [],
  );
  const host = (title: string, lang: string | undefined, url: string | undefined, more = ''): string =>
    printElement(
      'relatedItem',
      { type: 'host' },
      printElement('titleInfo', {}, printWords('title', { 'xml:lang': lang }, title)) +
        more +
        printAround('location', {}, printWords('url', {}, url)),
    );
  return [
    ...(volume === undefined
      ? []
      : [
          host(
            volume.title,
            undefined,
            webUriOf(volume.url),
            volume.editors
              .map((name) =>
                printElement(
                  'name',
                  { type: 'personal' },
                  printWords('namePart', {}, printName(name)) +
                    printElement(
                      'role',
                      {},
                      printWords('roleTerm', { type: 'code', authority: 'marcrelator' }, 'edt'),
                    ),
                ),
              )
              .join('') +
              printAround(
                'originInfo',
                {},
                printAround('place', {}, printWords('placeTerm', { type: 'text' }, volume.place)) +
                  printWords('publisher', {}, volume.publisher) +
                  printWords('displayDate', {}, volume.year),
              ) +
              printAround('part', {}, detail('volume', volume.volume) + detail('document', volume.document)),
          ),
        ]),
    ...collections.map(({ label, url }) => host(label.title, label.lang, url)),
  ].join('');
}

const detail = (type: string, number: string | undefined): string =>
  printAround('detail', { type }, printWords('number', {}, number));

const RELATED = {
  'reply-to': 'references',
  encloses: 'constituent',
  'enclosed-in': 'host',
  'same-text': 'otherVersion',
  'version-of': 'otherVersion',
  'mentioned-in': 'isReferencedBy',
  related: undefined,
} as const;

/** What stands to it in a relation that somebody has said. */
export function relatedOf(described: Described<ArchiveDocument>): string {
  return described.view.record.related
    .map(({ document, relation, words }) => {
      const named = described.named(document);
      if (named === undefined || relation === 'not-same-text') return '';
      return printElement(
        'relatedItem',
        { type: RELATED[relation], displayLabel: words ?? relation },
        printElement(
          'titleInfo',
          {},
          printWords('title', { 'xml:lang': named.label.lang }, named.label.title),
        ) + printElement('location', {}, printWords('url', {}, named.url)),
      );
    })
    .join('');
}
