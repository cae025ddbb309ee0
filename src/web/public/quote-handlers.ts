import type { Answer } from '../answer.ts';
import { found } from '../answer.ts';
import type { Visit } from '../site.ts';
import { quotePage, type QuoteForm } from './quote.ts';

/** A quotation, sent by a form or in an address. What cannot be looked for is said, with 400. */
export async function quote({ site, room, url, form }: Visit): Promise<Answer> {
  const { quoting } = site.words;
  const most = room.mostQuoted;
  const refused = (asked: QuoteForm, fault: string): Answer => ({
    kind: 'page',
    status: 400,
    page: quotePage(site, asked, most, { fault }),
  });
  const empty = { text: '', reference: '' };
  if (form === 'unreadable') return refused(empty, quoting.unreadable);
  if (form === 'too-long') return refused(empty, quoting.tooLong(most));
  const given = form ?? url.searchParams;
  const asked = { text: given.get('text') ?? '', reference: given.get('reference') ?? '' };
  if (form === undefined && !given.has('text') && !given.has('reference'))
    return found(quotePage(site, asked, most));
  const answer = await room.checkQuote(asked);
  switch (answer.refused) {
    case 'empty':
      return refused(asked, quoting.nothing);
    case 'too-long':
      return refused(
        { text: asked.text.slice(0, most), reference: asked.reference.slice(0, most) },
        quoting.tooLong(most),
      );
    case 'too-short':
      return refused(asked, quoting.tooShort);
    default:
      return found(quotePage(site, asked, most, { answer }));
  }
}
