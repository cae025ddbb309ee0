/** A word on a page image, and where it stands on it, in pixels of the image. */
export interface PageWord extends Box {
  readonly text: string;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

const MOST = 20_000;
const kept = new Map<string, Promise<readonly PageWord[]>>();

/** The words of a page, asked for once. None where it has none, or the network is away. */
export function readPageWords(address: string): Promise<readonly PageWord[]> {
  const known = kept.get(address);
  if (known !== undefined) return known;
  const asked = ask(address);
  if (kept.size > 60) kept.clear();
  kept.set(address, asked);
  return asked;
}

async function ask(address: string): Promise<readonly PageWord[]> {
  try {
    const answer = await fetch(address);
    return answer.ok ? wordsIn(await answer.json()) : [];
  } catch (reason) {
    if (!(reason instanceof TypeError || reason instanceof SyntaxError)) throw reason;
    kept.delete(address);
    return [];
  }
}

/** The words of a IIIF annotation page: of each annotation its text, cut into words, at its `xywh`. */
export function wordsIn(page: unknown): readonly PageWord[] {
  const words: PageWord[] = [];
  for (const annotation of listOf(at(page, 'items'))) {
    const box = boxOf(JSON.stringify(at(annotation, 'target')) ?? '');
    if (box === undefined) continue;
    for (const body of listOf(at(annotation, 'body'))) {
      const text = at(body, 'value');
      if (typeof text !== 'string') continue;
      words.push(...sharesOf(text, box));
      if (words.length > MOST) return words.slice(0, MOST);
    }
  }
  return words;
}

/** The words of a line, each with a share of it by its length: near enough to be pointed at. */
function sharesOf(line: string, { x, y, w, h }: Box): readonly PageWord[] {
  const parts = line.split(/(\s+)/);
  const unit = w / Math.max(1, line.length);
  let place = 0;
  return parts.flatMap((text) => {
    const from = place;
    place += text.length;
    return text.trim() === '' ? [] : [{ text, x: x + from * unit, y, w: text.length * unit, h }];
  });
}

function boxOf(target: string): Box | undefined {
  const [, ...sides] = /xywh=(?:pixel:)?([\d.]+),([\d.]+),([\d.]+),([\d.]+)/.exec(target) ?? [];
  const [x, y, w, h] = sides.map(Number);
  return x === undefined || y === undefined || !w || !h ? undefined : { x, y, w, h };
}

const at = (value: unknown, name: string): unknown => Reflect.get(Object(value), name);
const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];
