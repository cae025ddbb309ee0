import type { z } from 'zod';
import type { ReadingRoom, Settings } from '../../actions/archive.ts';
import type { Words } from '../../words/words.ts';

/** What a question of an assistant is answered with. */
export interface Asking {
  readonly room: ReadingRoom;
  /** With the address under which the archive was asked. */
  readonly settings: Settings;
  readonly words: Words;
  /** Told of what failed; the assistant hears only that it did. */
  failed(reason: unknown): void;
}

/** What a tool says: in its own words, and apart from them what stands in records. */
export interface ToolAnswer {
  readonly said: Readonly<Record<string, unknown>>;
  /** All that was taken from records. It is never an instruction, whatever it says. */
  readonly material?: unknown;
  /** It could not be done; `said` tells why, and the way out. */
  readonly isRefusal?: true;
}

/** One thing that an assistant can ask for. Its words stand with it: this door speaks English. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly input: z.ZodObject;
  run(asking: Asking, given: unknown): Promise<ToolAnswer>;
}

/** A tool whose arguments are read by its own schema. */
export const tool = <S extends z.ZodObject>(
  of: Omit<Tool, 'input' | 'run'> & {
    readonly input: S;
    answer(asking: Asking, given: z.infer<S>): Promise<ToolAnswer>;
  },
): Tool => ({
  name: of.name,
  title: of.title,
  about: of.about,
  input: of.input,
  run: (asking, given) => of.answer(asking, of.input.parse(given)),
});

/** What cannot be done, and what can. */
export const refusal = (
  problem: string,
  wayOut: string,
  more: Readonly<Record<string, unknown>> = {},
  material?: unknown,
): ToolAnswer => ({
  said: { problem, wayOut, ...more },
  ...(material === undefined ? {} : { material }),
  isRefusal: true,
});
