import { stringify } from 'yaml';
import type { Described } from '../fields/described.ts';
import { factsOf } from '../fields/facts.ts';
import { escaped } from './write-inlines.ts';

/** Any record that is no document as Markdown: its facts as front matter, what it is described by below its title. */
export function writeRecordMarkdown(described: Described): string {
  const { facts, paragraphs } = factsOf(described);
  const front = Object.fromEntries(
    facts.map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );
  const body = [`# ${escaped(described.label.title)}`, ...paragraphs.map((one) => escaped(one))];
  return `---\n${stringify(front, { lineWidth: 0 })}---\n\n${body.join('\n\n')}\n`;
}
