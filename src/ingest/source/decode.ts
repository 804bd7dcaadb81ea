// Bytes → text, or the reason why not. It guesses among few encodings over the whole file and refuses rather than garble; a few
// bytes that mean nothing are replaced and told. It repairs nothing.
import type { FormatCode } from '../formats/types.ts';
import { plausibility, readableShare } from './plausibility.ts';

/** Encodings that are read. */
export type Encoding = 'utf-8' | 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be';

/** Why a file was not read. */
export type SkipCode =
  | FormatCode
  | 'unknown-format'
  | 'old-format'
  | 'empty'
  | 'binary'
  | 'unknown-encoding'
  | 'unreadable'
  | 'malformed';

/** A decoded text, or the reason why there is none. */
type Decoded =
  | {
      readonly ok: true;
      readonly text: string;
      readonly encoding: Encoding;
      /** Remarks for a maintainer, one line each. */
      readonly remarks: readonly string[];
    }
  | { readonly ok: false; readonly code: SkipCode; readonly reason: string };

interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

const BYTE_ORDER_MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Legacy encodings accept nearly any bytes, so their result must also look like Chinese. */
const LEGACY: readonly Encoding[] = ['gb18030', 'big5'];
const WIDE: readonly Encoding[] = ['utf-16le', 'utf-16be'];

/** Least plausibility of a text in a legacy encoding (real reports: ≥ 0.98). */
const MIN_PLAUSIBLE = 0.8;
/** A text in UTF-8 below this was garbled before it was saved (锟斤拷, 鍏洯). */
const MIN_PLAUSIBLE_UTF8 = 0.55;
/** Big5 reads better than GB18030 by at least this much where it is Big5. */
const CLEARLY_BETTER = 0.05;
const MIN_READABLE_WIDE = 0.9;
const MAX_LOST_SHARE = 0.005;
const SHORTEST_JUDGED = 20;
/** Control characters that never stand in a text; tab, line ends and form feed may. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g;
const MAX_CONTROL_SHARE = 0.01;
const JUDGED_CHARACTERS = 20_000;
const LOST = /\uFFFD/g;

function strictly(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function isChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

function looksBinary(text: string): boolean {
  if (text.includes('\u0000')) return true;
  const sample = text.slice(0, JUDGED_CHARACTERS);
  return (sample.match(CONTROL)?.length ?? 0) > sample.length * MAX_CONTROL_SHARE;
}

/** Returns the most plausible of the decoded texts, the earlier one unless a later one is clearly better; null if none is good enough. */
function best(candidates: readonly DecodedText[]): DecodedText | null {
  let found: { candidate: DecodedText; score: number } | null = null;
  for (const candidate of candidates) {
    // A legacy text without a single Chinese character is some Western encoding that we do not know.
    const score = isChinese(candidate.text) ? plausibility(candidate.text) : 0;
    if (score >= MIN_PLAUSIBLE && score > (found ? found.score + CLEARLY_BETTER : 0)) found = { candidate, score };
  }
  return found?.candidate ?? null;
}

function readStrictly(bytes: Uint8Array, encodings: readonly Encoding[]): DecodedText[] {
  return encodings.flatMap((encoding) => {
    const text = strictly(bytes, encoding);
    return text === null ? [] : [{ text, encoding }];
  });
}

function lostCount(text: string): number {
  return text.match(LOST)?.length ?? 0;
}

/** Returns the text with what means nothing replaced, where that is very little. */
function tolerantly(bytes: Uint8Array, encoding: Encoding): DecodedText[] {
  const text = new TextDecoder(encoding).decode(bytes);
  return lostCount(text) <= Math.max(1, text.length * MAX_LOST_SHARE) ? [{ text, encoding }] : [];
}

/** UTF-16 without a mark: half of the bytes of its Latin letters and line ends are zero. */
function readWide(bytes: Uint8Array): DecodedText | null {
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  const readable = readStrictly(even, WIDE).filter(
    ({ text }) => !looksBinary(text) && readableShare(text) >= MIN_READABLE_WIDE,
  );
  return readable.find(({ text }) => text.length >= SHORTEST_JUDGED) ?? null;
}

function guess(bytes: Uint8Array): DecodedText | null {
  const utf8 = strictly(bytes, 'utf-8');
  if (utf8 !== null && !utf8.includes('\u0000')) return { text: utf8, encoding: 'utf-8' };
  const wide = readWide(bytes);
  if (wide || utf8 !== null) return wide ?? { text: utf8 ?? '', encoding: 'utf-8' };
  const strict = best(readStrictly(bytes, LEGACY));
  if (strict) return strict;
  const [unicode] = tolerantly(bytes, 'utf-8');
  return unicode ?? best(LEGACY.flatMap((encoding) => tolerantly(bytes, encoding)));
}

function marked(bytes: Uint8Array): DecodedText | null {
  for (const [encoding, mark] of BYTE_ORDER_MARKS) {
    if (mark.every((byte, index) => bytes[index] === byte)) return tolerantly(bytes, encoding)[0] ?? null;
  }
  return null;
}

function isGarbled({ text, encoding }: DecodedText): boolean {
  const isLong = (text.slice(0, JUDGED_CHARACTERS).match(/\p{Script=Han}/gu)?.length ?? 0) >= SHORTEST_JUDGED;
  return encoding === 'utf-8' && isLong && plausibility(text) < MIN_PLAUSIBLE_UTF8;
}

function refuse(code: SkipCode, reason: string): Decoded {
  return { ok: false, code, reason };
}

/**
 * Decodes a whole file: byte-order mark → strict UTF-8 → UTF-16 → strict GB18030, or Big5 where it reads better → the same with a
 * few characters replaced by �. What does not read like a text is refused. The mark itself is not part of the text.
 * @example decode(new TextEncoder().encode('山阳区')) // => { ok: true, text: '山阳区', encoding: 'utf-8', remarks: [] }
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return refuse('empty', 'the file has zero bytes');
  const found = marked(bytes) ?? guess(bytes);
  if (!found) {
    if (bytes.includes(0)) return refuse('binary', 'it is a binary file');
    return refuse(
      'unknown-encoding',
      'it is neither UTF-8, UTF-16, GB18030 nor Big5 text; save it as UTF-8 and ingest again',
    );
  }
  if (looksBinary(found.text)) return refuse('binary', 'it is a binary file');
  if (found.text.trim() === '') return refuse('empty', 'it holds nothing but white space');
  if (isGarbled(found))
    return refuse('unknown-encoding', 'its characters were garbled before it was saved; take it from its source again');
  const lost = lostCount(found.text);
  const remarks = lost === 0 ? [] : [`${lost} characters could not be read and stand as �`];
  return { ok: true, ...found, remarks };
}
