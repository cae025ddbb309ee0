import { problem } from '../../core/problem.ts';
import type { Problem } from '../../core/problem.ts';
import { encodingOf, guessByteEncoding } from './detect.ts';
import type { Encoding } from './detect.ts';
import { nfcOf } from './nfc.ts';

/** A text as it is read: its chunks once, in NFC, and afterwards all that was wrong with its encoding. */
export interface DecodedText {
  readonly chunks: AsyncIterable<string>;
  /** Whole only when the chunks have been read to their end. */
  readonly problems: () => readonly Problem[];
}

const HEAD_BYTES = 4096;

/**
 * Bytes as text in NFC, without its byte order mark, holding no more than a chunk. The encoding is found by
 * {@link encodingOf}. Text assumed to be UTF-8 that is not: if all before was plain ASCII, it is read as
 * Windows-1251 or 1252 and said to be guessed; else the wrong bytes read as U+FFFD, and the first line with
 * one is named.
 */
export function decodeText(
  bytes: AsyncIterable<Uint8Array>,
  about: { readonly name: string; readonly declared?: string },
): DecodedText {
  const problems: Problem[] = [];
  return {
    chunks: nfcOf(decodedChunks(bytes, about, problems)),
    problems: () => problems,
  };
}

async function* decodedChunks(
  bytes: AsyncIterable<Uint8Array>,
  { name, declared }: { readonly name: string; readonly declared?: string },
  problems: Problem[],
): AsyncGenerator<string> {
  let decoder: Decoder | undefined;
  for await (const chunk of withHead(bytes, HEAD_BYTES)) {
    if (decoder === undefined) {
      const encoding = encodingOf(chunk.subarray(0, HEAD_BYTES), declared);
      if (encoding.refusedLabel !== undefined)
        problems.push(
          problem(
            'encoding-wrong',
            { file: name },
            { value: encoding.refusedLabel, facts: { encoding: encoding.label } },
          ),
        );
      decoder = new Decoder(name, encoding, problems);
      yield decoder.decode(chunk.subarray(encoding.markBytes));
    } else yield decoder.decode(chunk);
  }
  if (decoder !== undefined) yield decoder.finish();
}

/** The same bytes, the first chunk of at least so many if there are as many. */
async function* withHead(bytes: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | undefined = new Uint8Array(0);
  for await (const chunk of bytes) {
    if (head === undefined) yield chunk;
    else {
      const joined: Uint8Array = joinBytes(head, chunk);
      head = joined;
      if (joined.length < size) continue;
      yield joined;
      head = undefined;
    }
  }
  if (head !== undefined) yield head;
}

function joinBytes(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}

/** Guards what was read so far: the bytes of a character cut by a chunk's end, and whether all was ASCII. */
class Decoder {
  readonly #name: string;
  readonly #problems: Problem[];
  #encoding: Encoding;
  #stream: TextDecoder;
  #cut: Uint8Array = new Uint8Array(0);
  #isAscii = true;
  #line = 1;
  #hasSaid = false;

  constructor(name: string, encoding: Encoding, problems: Problem[]) {
    this.#name = name;
    this.#encoding = encoding;
    this.#problems = problems;
    this.#stream = new TextDecoder(encoding.label, { ignoreBOM: true });
  }

  decode(chunk: Uint8Array): string {
    const text = this.#encoding.label === 'utf-8' ? this.#decodeUtf8(chunk) : this.#decodeOther(chunk, true);
    return this.#counted(text);
  }

  finish(): string {
    if (this.#encoding.label !== 'utf-8') return this.#counted(this.#decodeOther(new Uint8Array(0), false));
    const rest = this.#cut;
    this.#cut = new Uint8Array(0);
    return rest.length === 0 ? '' : this.#counted(this.#notUtf8(rest, false));
  }

  #decodeUtf8(chunk: Uint8Array): string {
    const joined = joinBytes(this.#cut, chunk);
    const end = wholeCharacters(joined);
    const whole = joined.subarray(0, end);
    this.#cut = joined.slice(end);
    try {
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(whole);
      if (this.#isAscii && text.length !== whole.length) this.#isAscii = false;
      return text;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return this.#notUtf8(whole, true);
    }
  }

  /** Bytes that are no UTF-8: another encoding if nothing but ASCII came before, else damage. */
  #notUtf8(bytes: Uint8Array, goesOn: boolean): string {
    const damaged = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    if (/[^\0-\x7f]/.test(damaged.slice(0, damaged.indexOf('\uFFFD')))) this.#isAscii = false;
    if (!this.#isAscii || this.#encoding.basis === 'mark') return damaged;
    const label = guessByteEncoding(bytes);
    this.#problems.push(
      problem(
        this.#encoding.basis === 'declared' ? 'encoding-wrong' : 'encoding-guessed',
        { file: this.#name, line: this.#line },
        {
          value: label,
          facts: { encoding: label },
        },
      ),
    );
    this.#encoding = { label, basis: 'guessed', markBytes: 0 };
    this.#stream = new TextDecoder(label, { ignoreBOM: true });
    const rest = joinBytes(bytes, this.#cut);
    this.#cut = new Uint8Array(0);
    return this.#decodeOther(rest, goesOn);
  }

  #decodeOther(chunk: Uint8Array, goesOn: boolean): string {
    return this.#stream.decode(chunk, { stream: goesOn });
  }

  /** Counts lines, and says once where the first character stands that could not be read. */
  #counted(text: string): string {
    const at = this.#hasSaid ? -1 : text.indexOf('\uFFFD');
    if (at >= 0) {
      this.#hasSaid = true;
      this.#problems.push(
        problem(
          'encoding-wrong',
          { file: this.#name, line: this.#line + linesIn(text.slice(0, at)) },
          { value: text.slice(Math.max(0, at - 40), at + 40), facts: { encoding: this.#encoding.label } },
        ),
      );
    }
    this.#line += linesIn(text);
    return text;
  }
}

function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** How many bytes there are before a UTF-8 character that is cut off at the end. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return needs > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
