import type { PassageLabel, RecordPage } from '../../actions/pages.ts';
import type { Mention } from '../../core/document.ts';
import type { Label } from '../../core/label.ts';
import type { Text } from '../../core/text.ts';
import { addressOf, addressOfFile, addressWithin } from '../addresses.ts';
import { escapeHtml } from '../html.ts';
import type { Site } from '../site.ts';
import type { TextContext } from './text.ts';

/** What the texts of a record's page are written with. */
export function contextOf(
  site: Site,
  page: RecordPage,
  mentions: readonly Mention[],
  text?: Text,
): TextContext {
  const named = new Map<string, Label>();
  for (const { key, to } of mentions) {
    const label = page.labels.get(to);
    if (label !== undefined) named.set(key, label);
  }
  const addresses = new Map<PassageLabel, string>();
  const { record } = page.view;
  const releases = record.kind === 'document' ? record.releases : [];
  return {
    words: site.words,
    address: (label) => {
      const known = addresses.get(label);
      if (known !== undefined) return known;
      const escaped = escapeHtml(addressOfLead(site, label));
      addresses.set(label, escaped);
      return escaped;
    },
    links: page.links,
    mention: (key) => named.get(key),
    releaseYear: (key) => releases.find((release) => release.key === key)?.date?.slice(0, 4),
    fileAddress: addressOfFile,
    headingLevel: 2,
    seen: new Set(),
    placed: new Set(),
    ...(text === undefined ? {} : { noteLabels: new Map(text.notes.map((note) => [note.id, note.label])) }),
  };
}

const addressOfLead = (site: Site, label: PassageLabel): string =>
  label.matter === undefined ? addressOf(site, label) : addressWithin(site, label, 'matter', label.matter);

/** All that the texts of a page lead to: as long as this is the same, they are written the same. */
export function leadsOf(site: Site, page: RecordPage, mentions: readonly Mention[]): string {
  const lead = (label: PassageLabel | undefined): string =>
    label === undefined ? '' : `${addressOfLead(site, label)}#${label.block ?? ''}`;
  const named = mentions.map(({ to }) => lead(page.labels.get(to)));
  const linked = [...page.links].map(([place, label]) => `${place} ${lead(label)}`);
  return [lead(page.label), ...named, ...linked].join('\n');
}
