import type { RecordId, RecordKind } from './id.ts';
import type { LanguageTag } from './language.ts';
import { preferredName } from './agent.ts';
import type { PublicRecord } from './public-record.ts';
import type { ArchiveRecord } from './record.ts';
import { impossible } from './result.ts';
import { slugOf } from './slug.ts';

/** What a link to a record needs: its title in its language, and the decoration of its address. */
export interface Label {
  readonly id: RecordId;
  readonly kind: RecordKind;
  /** For agents: whether `/person/` or `/organization/` is its address. */
  readonly agentKind?: 'person' | 'body' | 'office';
  /** For units of description, whose address is their place in the tree of sources: the repository and the codes down to it. */
  readonly path?: { readonly repository: RecordId; readonly codes: readonly string[] };
  readonly title: string;
  readonly lang?: LanguageTag;
  readonly slug: string;
}

/** The label of a public record. A record without a title is called by its id. */
export function labelOf({ id, record }: PublicRecord): Label {
  const { title, lang } = titleOf(record);
  const shown = title || id;
  return {
    id,
    kind: record.kind,
    title: shown,
    slug: slugOf(shown),
    ...(lang ? { lang } : {}),
    ...(record.kind === 'agent' ? { agentKind: record.agentKind } : {}),
    ...(record.kind === 'unit'
      ? { path: { repository: record.repository, codes: record.path.map(({ code }) => code) } }
      : {}),
  };
}

/** Its title and the language of that; empty when it has none. */
export function titleOf(record: ArchiveRecord<string>): {
  readonly title: string;
  readonly lang?: LanguageTag;
} {
  switch (record.kind) {
    case 'document':
    case 'collection':
    case 'unit': {
      const first = record.titles[0];
      return first ? { title: first.text, lang: first.lang } : { title: '' };
    }
    case 'agent':
    case 'place':
    case 'subject':
    case 'repository':
    case 'event': {
      const name = preferredName(record);
      return name ? { title: name.form, ...(name.lang ? { lang: name.lang } : {}) } : { title: '' };
    }
    case 'term':
      return { title: record.form, ...(record.lang ? { lang: record.lang } : {}) };
    default:
      return impossible(record);
  }
}
