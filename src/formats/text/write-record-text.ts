import type { Described } from '../fields/described.ts';
import { factsOf } from '../fields/facts.ts';

/** Any record that is no document as plain text: its title, what it is described by, a line for each fact. */
export function writeRecordText(described: Described): string {
  const { facts, paragraphs } = factsOf(described);
  const lines = facts.flatMap(([name, values]) =>
    name === 'title' ? [] : values.map((value) => `${name}: ${value.replace(/\s+/g, ' ')}`),
  );
  return `${[described.label.title, ...paragraphs, lines.join('\n')].join('\n\n')}\n`;
}
