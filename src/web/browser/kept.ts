/** What a reader chose, in their browser and nowhere else: one small object of words. */
export type Kept = Readonly<Record<string, string>>;

const NAME = 'unsealed';
const MOST = 40;

export function readKept(): Kept {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(NAME) ?? '{}');
    const entries = Object.entries(Object(value)).filter(([, one]) => typeof one === 'string');
    return Object.fromEntries(entries.slice(-MOST).map(([name, one]) => [name, String(one)]));
  } catch (reason) {
    return unlessForbidden(reason) ?? {};
  }
}

export function keep(name: string, value: string | undefined): void {
  const { [name]: _old, ...rest } = readKept();
  try {
    localStorage.setItem(NAME, JSON.stringify(value === undefined ? rest : { ...rest, [name]: value }));
  } catch (reason) {
    unlessForbidden(reason);
  }
}

export function forgetAll(): void {
  try {
    localStorage.removeItem(NAME);
  } catch (reason) {
    unlessForbidden(reason);
  }
}

/** Storage may be forbidden or full, and what is kept may be broken: choices then last as long as the page. */
function unlessForbidden(reason: unknown): undefined {
  if (!(reason instanceof DOMException || reason instanceof SyntaxError)) throw reason;
}

const SOUGHT = 'unsealed sought';

/** What is looked for in a document, as long as its window is open: the next part of it shows it too. */
export function rememberSought(path: string, q: string | undefined): void {
  try {
    if (q === undefined) sessionStorage.removeItem(SOUGHT);
    else sessionStorage.setItem(SOUGHT, JSON.stringify([documentOf(path), q]));
  } catch (reason) {
    unlessForbidden(reason);
  }
}

export function recallSought(path: string): string | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(SOUGHT) ?? '[]');
    const [document, q]: readonly unknown[] = Array.isArray(kept) ? kept : [];
    return document === documentOf(path) && typeof q === 'string' ? q : undefined;
  } catch (reason) {
    return unlessForbidden(reason);
  }
}

/** "/document/d…", whatever follows. */
const documentOf = (path: string): string => /^.*\/document\/[^/]+/.exec(path)?.[0] ?? path;
