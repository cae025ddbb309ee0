import type { RecordPage } from '../../actions/pages.ts';
import { addressOfRecordForm } from '../addresses.ts';
import { attributes, html, nothing, type Html } from '../html.ts';
import type { Site } from '../site.ts';

/** The other forms in which a record can be had, at the foot of its page; a document's stand with its citation. */
export function formsList(site: Site, { label, view }: RecordPage): Html {
  const forms = [...(site.forms.get(view.record.kind)?.values() ?? [])];
  if (forms.length === 0) return nothing;
  const links = forms.map(
    ({ suffix, mediaType }) =>
      html`<a download${attributes({ href: addressOfRecordForm(site, label, suffix), type: mediaType })}>${site.words.forms(suffix)}</a> `,
  );
  return html`<p class="forms" id="forms"><span class="quiet">${site.words.otherForms}</span> ${links}</p>`;
}
