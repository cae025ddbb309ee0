import { problem } from '../../core/problem.ts';
import type { Problem } from '../../core/problem.ts';
import type { Alignment } from '../../core/rendition.ts';
import type { MappedText } from './mapped-text.ts';

interface Side {
  readonly key: string;
  readonly text: MappedText;
  readonly file: string;
}

/**
 * Which passages of two texts answer to each other, part by part, as their marks give it. Within a part the
 * passages answer one to one where there are as many; else the part as a whole, and it is said.
 */
export function alignTexts(from: Side, to: Side, say: (one: Problem) => void): Alignment {
  const links: Alignment['links'][number][] = [];
  for (const [name, passages] of from.text.units) {
    const others = to.text.units.get(name);
    if (passages.length === 0 && (others?.length ?? 0) === 0) continue;
    if (others?.length === passages.length) {
      for (const [at, passage] of passages.entries()) {
        const other = others[at];
        if (other !== undefined) links.push({ from: [passage], to: [other], basis: 'given' });
      }
      continue;
    }
    const facts = { from: passages.length, to: others?.length ?? 0, rendition: to.key };
    say(problem('alignment-unequal', { file: to.file, field: name }, { value: name, facts }));
    if (others !== undefined && others.length > 0 && passages.length > 0)
      links.push({ from: passages, to: others, basis: 'given' });
  }
  for (const name of to.text.units.keys())
    if (!from.text.units.has(name))
      say(
        problem(
          'alignment-unequal',
          { file: to.file, field: name },
          { value: name, facts: { from: 0, rendition: to.key } },
        ),
      );
  return { from: from.key, to: to.key, links };
}
