import { readAssetName } from '../../formats/srv/assets.ts';
import type { RecordPage } from '../../actions/pages.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import { directionOf } from '../../core/language.ts';
import type { Rendition } from '../../core/rendition.ts';
import type { Answer } from '../answer.ts';
import { addressOf } from '../addresses.ts';
import { attributes, html, type Html } from '../html.ts';
import { away } from '../public/edges.ts';
import { ofKind } from '../public/handlers.ts';
import { scans } from '../public/scans-pdf.ts';
import { textHtml } from '../public/text.ts';
import { contextOf } from '../public/text-context.ts';
import type { Site, Visit } from '../site.ts';

type Said = Promise<Answer | undefined>;

/** The pages of one scan as a PDF. */
export async function media(visit: Visit): Said {
  const named = readAssetName(visit.params['name'] ?? '', 'pdf');
  if (named === undefined) return undefined;
  const params = { asked: named.document, rendition: named.rendition };
  return scans({ ...visit, params });
}

/** A transcript or a translation as a page of its own, without the site around it. */
export const textOf =
  (kind: 'transcription' | 'translation') =>
  async ({ site, room, params }: Visit): Said => {
    const named = readAssetName(params['name'] ?? '', 'html');
    if (named === undefined) return undefined;
    const answer = await room.read(named.document, { kind: 'document' });
    if (answer.kind === 'gone' || answer.kind === 'withdrawn') return away(site, answer);
    const page = answer.kind === 'found' ? ofKind(answer.page, 'document') : undefined;
    const text = page?.view.record.renditions.find(({ key }) => key === named.rendition);
    if (page === undefined || text === undefined || text.kind !== kind) return undefined;
    return { kind: 'text', mediaType: 'text/html; charset=utf-8', body: wholePage(site, page, text).text };
  };

function wholePage(
  site: Site,
  page: RecordPage<ArchiveDocument>,
  text: Extract<Rendition, { kind: 'transcription' | 'translation' }>,
): Html {
  const { record, withheld } = page.view;
  const { invented, withheld: held, madeByMachine } = site.words.oldAddresses;
  // Whoever keeps the file is still led to the archive.
  const away = { ...site, prefix: site.settings.address };
  const context = contextOf(away, page, record.mentions, text.text);
  const said = [
    ...(record.invented === undefined ? [] : [invented(record.invented)]),
    ...withheld.map(({ words }) => held(words)),
    ...(text.madeBy === undefined ? [] : [madeByMachine]),
  ];
  const address = addressOf(away, page.label);
  return html`<!doctype html>
<html${attributes({ lang: text.language, dir: directionOf(text.language) })}><head><meta charset="utf-8"><title>${page.label.title}</title><link rel="canonical"${attributes({ href: address })}></head><body>
<h1${attributes({ lang: page.label.lang })}><a${attributes({ href: address })}>${page.label.title}</a></h1>
${said.map((line) => html`<p${attributes({ lang: site.language, dir: 'ltr' })}>${line}</p>`)}
${textHtml(text.text, { ...context, fileAddress: (digest) => site.settings.address + context.fileAddress(digest) })}
</body></html>
`;
}
