import type { Stored } from './stored.ts';

/** One entry of a volume's list of persons. */
interface Listed {
  readonly volume: string;
  readonly id: string;
  readonly name: string;
}

/** The persons that volumes list, read without the reader that is tested. */
export function* listedIn(volume: string, xml: string): Generator<Listed> {
  for (const [, id = '', words = ''] of xml.matchAll(
    /<persName\b[^>]*\bxml:id="(p_[^"]+)"[^>]*>([\s\S]*?)<\/persName>/g,
  ))
    yield {
      volume,
      id,
      name: words
        .replace(/<[^>]+>/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    };
}

/** People whom every volume means when it lists them so. */
const ONE_EACH: readonly (readonly [who: string, listedAs: RegExp, known: RegExp])[] = [
  ['John Foster Dulles', /^Dulles, John F/, /^(?:Dulles, John F|John F(?:oster|\.) Dulles)/],
  ['Dean Acheson', /^Acheson, Dean/, /^(?:Acheson, Dean|Dean (?:G\. )?Acheson)/],
];

/** That those whom many volumes list are one each, and that two of one list stay two. */
export function checkPeople(
  listed: readonly Listed[],
  stored: Pick<Stored, 'bearers' | 'people'>,
): readonly string[] {
  const faults: string[] = [];
  const agentOf = ({ volume, id }: Listed): string | undefined =>
    [...(stored.bearers.get(`tei:${volume}#${id}`) ?? [])].join(' and ') || undefined;
  for (const [who, listedAs, known] of ONE_EACH) {
    const entries = listed.filter(({ name }) => listedAs.test(name));
    const agents = new Set(entries.map(agentOf));
    if (agents.size !== 1) faults.push(`${who} of ${entries.length} lists is ${[...agents].join(', ')}`);
    const named = stored.people.filter(({ forms }) => forms.some((form) => known.test(form)));
    if (named.length !== 1)
      faults.push(`${who} is ${named.map(({ id, forms }) => `${id} ${forms[0]}`).join(', ')}`);
  }
  const inList = new Map<string, Listed>();
  for (const entry of listed) {
    const agent = agentOf(entry);
    if (agent === undefined) {
      faults.push(`${entry.volume}#${entry.id} (${entry.name}) is nobody`);
      continue;
    }
    const other = inList.get(`${entry.volume} ${agent}`);
    if (other && other.id !== entry.id)
      faults.push(`${entry.volume}: ${other.id} (${other.name}) and ${entry.id} (${entry.name}) became one`);
    inList.set(`${entry.volume} ${agent}`, entry);
  }
  return faults;
}
