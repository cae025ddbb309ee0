import type { Name } from '../agent.ts';
import { sourceKey, type Draft, type SourceKey } from '../draft.ts';
import type { ReferencePath, SourceNote } from '../source.ts';
import { knownRepository } from './repositories.ts';

/**
 * The key of an archive by its name: all names by which one is known have the same.
 *
 *   "RGASPI", "РГАСПИ"             -> name:repository:russian-state-archive-of-socio-political-history
 *   "Minnesota Historical Society" -> name:repository:minnesota-historical-society
 */
export function repositoryKey(name: string): SourceKey {
  const full = knownRepository(name)?.name ?? name;
  const folded = full
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return sourceKey('name', `repository:${folded || full.trim()}`);
}

/** An archive of which a source line gives the name; of those that are known, all their names. */
export function repositoryStub(name: string): Draft {
  const known = knownRepository(name);
  const preferred: Name = { form: known?.name ?? name, kind: 'preferred' };
  const others = (known?.names ?? []).filter((form) => form !== preferred.form);
  return {
    key: repositoryKey(name),
    joins: 'stub',
    record: {
      kind: 'repository',
      identifiers: [],
      names: [preferred, ...others.map((form): Name => ({ form, kind: kindOfName(form) }))],
      notes: [],
      links: [],
      attestations: [],
      ...(known === undefined ? {} : { country: known.country }),
    },
  };
}

const kindOfName = (form: string): Name['kind'] =>
  /^[\p{Lu}\p{Ll}-]{2,12}$/u.test(form) && /\p{Lu}.*\p{Lu}/u.test(form) ? 'abbreviation' : 'variant';

/** A source note whose paths name their archives by key, and those archives as records to be. */
export function bindRepositories(note: SourceNote<never>): {
  readonly note: SourceNote<SourceKey>;
  readonly stubs: readonly Draft[];
} {
  const bind = (path: ReferencePath<never>): ReferencePath<SourceKey> => ({
    ...path,
    repository: repositoryKey(path.repositoryName),
  });
  const names = [note.original, note.copy].flatMap((path) => path?.repositoryName ?? []);
  const { original, copy, ...rest } = note;
  return {
    note: {
      ...rest,
      ...(original ? { original: bind(original) } : {}),
      ...(copy ? { copy: bind(copy) } : {}),
    },
    stubs: names.map(repositoryStub),
  };
}
