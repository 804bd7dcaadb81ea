// Bytes → text, or the reason why not. It guesses among few encodings and refuses rather than garble; it repairs nothing.
import { fold } from '../text/normalise.ts';

/** Encodings that are read. */
export type Encoding = 'utf-8' | 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be';

/** Why a file was not read. */
export type SkipCode = 'unknown-format' | 'empty' | 'binary' | 'unknown-encoding' | 'unreadable' | 'malformed';

/** A decoded text, or the reason why there is none. */
export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: Encoding }
  | { readonly ok: false; readonly code: SkipCode; readonly reason: string };

const BYTE_ORDER_MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Legacy encodings accept nearly any bytes, so their result must also look like Chinese. */
const LEGACY: readonly Encoding[] = ['gb18030', 'big5'];

/** Least share of everyday characters among the Chinese ones of a text that was decoded right (real reports: ≥ 0.98). */
const LEAST_PLAUSIBLE = 0.8;
/** Texts longer than this are judged by their beginning. */
const JUDGED_CHARACTERS = 20_000;
/** Control characters that never stand in a text; tab, line ends and form feed may. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g;
const MOST_CONTROL_SHARE = 0.01;

/** The 3,755 everyday characters: level 1 of GB 2312, rows 16 to 55. */
function everydayCharacters(): Set<string> {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xd7; row++) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) bytes.push(row, cell);
  }
  return new Set(new TextDecoder('gb18030').decode(Uint8Array.from(bytes)));
}

const EVERYDAY: ReadonlySet<string> = everydayCharacters();

/**
 * Share of everyday characters (in simplified form) among the Chinese characters of a text, 0 … 1; 1 where there is none.
 * A text decoded in the wrong encoding is full of rare ones.
 */
export function plausibility(text: string): number {
  let han = 0;
  let common = 0;
  for (const character of fold(text.slice(0, JUDGED_CHARACTERS))) {
    if (!/[\p{Script=Han}\uE000-\uF8FF]/u.test(character)) continue;
    han++;
    if (EVERYDAY.has(character)) common++;
  }
  return han === 0 ? 1 : common / han;
}

function strictly(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function looksBinary(text: string): boolean {
  if (text.includes('\u0000')) return true;
  const sample = text.slice(0, JUDGED_CHARACTERS);
  return (sample.match(CONTROL)?.length ?? 0) > sample.length * MOST_CONTROL_SHARE;
}

function guess(bytes: Uint8Array): { text: string; encoding: Encoding } | null {
  const utf8 = strictly(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' };
  for (const encoding of LEGACY) {
    const text = strictly(bytes, encoding);
    // A legacy text without a single Chinese character is some Western encoding that we do not know.
    if (text !== null && /\p{Script=Han}/u.test(text) && plausibility(text) >= LEAST_PLAUSIBLE)
      return { text, encoding };
  }
  return null;
}

function marked(bytes: Uint8Array): { text: string | null; encoding: Encoding } | null {
  for (const [encoding, mark] of BYTE_ORDER_MARKS) {
    if (mark.every((byte, index) => bytes[index] === byte)) return { text: strictly(bytes, encoding), encoding };
  }
  return null;
}

/**
 * Decodes a whole file: byte-order mark → strict UTF-8 → strict GB18030 → strict Big5, the last two only where the result
 * reads like Chinese. The mark itself is not part of the text.
 * @example decode(new TextEncoder().encode('山阳区')) // => { ok: true, text: '山阳区', encoding: 'utf-8' }
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { ok: false, code: 'empty', reason: 'the file has zero bytes' };
  const found = marked(bytes) ?? guess(bytes);
  if (found?.text == null) {
    if (bytes.includes(0)) return { ok: false, code: 'binary', reason: 'it is a binary file' };
    const reason = 'it is neither UTF-8, GB18030 nor Big5 text throughout; save it as UTF-8 and ingest again';
    return { ok: false, code: 'unknown-encoding', reason };
  }
  if (looksBinary(found.text)) return { ok: false, code: 'binary', reason: 'it is a binary file' };
  if (found.text.trim() === '') return { ok: false, code: 'empty', reason: 'it holds nothing but white space' };
  return { ok: true, text: found.text, encoding: found.encoding };
}
