import type { Contribution, ContributionRole } from '../../core/contribution.ts';
import type { Draft, SourceKey } from '../../core/draft.ts';
import { looksLikeBody } from './authorities.ts';
import type { Credit } from '../../core/source-line/credits.ts';
import { readSourceLine } from '../../core/source-line/read-source-line.ts';
import type { FieldName } from './field-names.ts';
import type { RowReading } from './row.ts';

const ROLES: readonly (readonly [field: FieldName, role: ContributionRole])[] = [
  ['author', 'author'],
  ['creator', 'creator'],
  ['sender', 'sender'],
  ['recipient', 'recipient'],
  ['copied_to', 'copied-to'],
  ['participant', 'participant'],
  ['interpreter', 'interpreter'],
  ['note_taker', 'note-taker'],
  ['drafter', 'drafter'],
  ['signatory', 'signatory'],
  ['translator', 'translator'],
  ['transcriber', 'transcriber'],
  ['contributor', 'contributor'],
  ['editor', 'editor'],
  ['publisher', 'publisher'],
];

/**
 * Who did what, and whom it is about, in the order of the fields; the same person in the same role once.
 * `said`: what the source line says of it.
 */
export function readContributions(
  reading: RowReading,
  said: readonly Credit[],
): readonly Contribution<SourceKey>[] {
  const found = new Map<string, Contribution<SourceKey>>();
  const add = (role: ContributionRole, name: string, kind: 'person' | 'organization' | 'either'): void => {
    const agent = agentOf(reading, name, kind);
    const key = `${role} ${agent}`;
    if (!found.has(key)) found.set(key, { role, name, agent });
  };
  for (const [field, role] of ROLES) for (const name of reading.many(field)) add(role, name, 'either');
  for (const { role, name } of creditsOf(reading, said)) add(role, name, 'either');
  for (const name of reading.many('people')) add('subject', name, 'person');
  for (const name of reading.many('organizations')) add('subject', name, 'organization');
  for (const name of reading.many('people_and_organizations')) add('subject', name, 'either');
  return [...found.values()];
}

function creditsOf(reading: RowReading, said: readonly Credit[]): readonly Credit[] {
  const line = reading.one('credits');
  const credits = line === undefined ? [] : readSourceLine(line).credits;
  if (credits.length > 0)
    reading.attestations.push({ field: 'contributions', by: 'rule', from: 'the line of credits' });
  if (said.length > 0)
    reading.attestations.push({ field: 'contributions', by: 'rule', from: 'the source line' });
  return [...credits, ...said];
}

function agentOf(reading: RowReading, name: string, kind: 'person' | 'organization' | 'either'): SourceKey {
  if (kind !== 'either') return reading.named(kind, name);
  return looksLikeBody(name) ? reading.named('organization', name, byItsName) : reading.named('person', name);
}

const byItsName = (stub: Draft): Draft =>
  stub.record.kind === 'agent'
    ? {
        ...stub,
        record: { ...stub.record, attestations: [{ field: 'agentKind', by: 'rule', from: 'its name' }] },
      }
    : stub;
