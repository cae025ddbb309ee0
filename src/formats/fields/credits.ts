import type { ContributionRole } from '../../core/contribution.ts';

export interface Credit {
  readonly role: ContributionRole;
  readonly name: string;
}

const ROLE_OF: Readonly<Record<string, ContributionRole>> = {
  contributed: 'contributor',
  obtained: 'contributor',
  provided: 'contributor',
  discovered: 'contributor',
  selected: 'editor',
  translated: 'translator',
  translation: 'translator',
  transcribed: 'transcriber',
  transcription: 'transcriber',
  edited: 'editor',
  annotated: 'editor',
  introduced: 'editor',
  compiled: 'editor',
};

const PHRASE =
  /\b(contributed|obtained|provided|discovered|selected|translated|translation|transcribed|transcription|edited|annotated|introduced|compiled)\b((?:(?:\s+and|,|\s+&)\s+(?:contributed|obtained|provided|selected|translated|transcribed|edited|annotated|introduced|compiled)\b)*)(?:\s+(?:for|from|into)\s+[^.;]{1,60}?)?\s+by\s+/giu;

/**
 * Who did what by a line of credits.
 *
 *   "Contributed by Sergey Radchenko and translated by Gary Goldberg."
 *   -> contributor Sergey Radchenko, translator Gary Goldberg
 *   "Obtained and translated by A. B. Smith and C. Jones" -> each of both
 */
export function readCredits(line: string): readonly Credit[] {
  const phrases = [...line.matchAll(PHRASE)];
  return phrases.flatMap((phrase, at) => {
    const names = namesIn(line.slice(phrase.index + phrase[0].length, phrases[at + 1]?.index ?? line.length));
    const verbs = [phrase[1] ?? '', ...(phrase[2] ?? '').split(/[^\p{L}]+/u)];
    const roles = new Set(verbs.flatMap((verb) => ROLE_OF[verb.toLowerCase()] ?? []));
    return [...roles].flatMap((role) => names.map((name) => ({ role, name })));
  });
}

/** "A. B. Smith and C. Jones. " -> both; the point after a word ends a sentence, after an initial it does not. */
function namesIn(text: string): readonly string[] {
  return text
    .replace(/[\s,;.]*\b(and|&)\s*$/i, '')
    .split(/\s*[,;](?!\s*(?:Jr|Sr)\b)\s*|\s+(?:and|&)\s+/u)
    .map((name) =>
      name
        .replace(/^and\s+/, '')
        .replace(/(?<=[\p{L}\p{M})]{2})[.\s]+$/u, '')
        .trim(),
    )
    .filter((name) => /\p{Lu}|\p{Lo}/u.test(name));
}
