import type { Rights } from '../../core/rights.ts';
import { attributes, html, type Html } from '../html.ts';
import type { Site } from '../site.ts';

/** Rights in words, else by the name of their statement, leading to it. */
export function rightsHtml({ words }: Pick<Site, 'words'>, rights: Rights): Html {
  const { uri, holder } = rights;
  const says = rights.words ?? (uri === undefined ? '' : (words.rightsName(uri) ?? uri));
  const isLink = uri !== undefined && /^https?:\/\//.test(uri);
  return html`${isLink ? html`<a rel="license"${attributes({ href: uri })}>${says}</a>` : says}${holder !== undefined && html` · © ${holder}`}`;
}
