// Scores how plausible a decoded text is: a text decoded in the wrong encoding is full of rare characters. It decodes nothing.
import { fold } from '../../text/normalise.ts';

/** Of a text, this many foreign characters are judged, from three places. */
const JUDGED_CHARACTERS = 24_000;
// biome-ignore lint/suspicious/noControlCharactersInRegex: plain characters are what is passed over
const PLAIN = /[\u0000-\u007f]+/g;
const HAN = /[\p{Script=Han}\uE000-\uF8FF]/u;
/** Characters of Chinese texts beside Chinese ones: Latin letters, punctuation, signs, full-width forms. */
const USUAL =
  /[\t\n\f\r\u0020-\u007e\u00a0-\u017f\u2000-\u206f\u2100-\u22ff\u2460-\u25ff\u2600-\u26ff\u3000-\u303f\uff00-\uffef]/;

/** Returns the 3,755 everyday characters: level 1 of GB 2312, rows 16 to 55. */
function everydayCharacters(): Set<string> {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xd7; row++) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) bytes.push(row, cell);
  }
  return new Set(new TextDecoder('gb18030').decode(Uint8Array.from(bytes)));
}

const EVERYDAY: ReadonlySet<string> = everydayCharacters();

/** Returns the beginning, the middle and the end of a text. */
function sampleOf(text: string): string {
  const window = JUDGED_CHARACTERS / 3;
  if (text.length <= JUDGED_CHARACTERS) return text;
  const middle = Math.floor((text.length - window) / 2);
  return text.slice(0, window) + text.slice(middle, middle + window) + text.slice(-window);
}

/**
 * Share of everyday characters (in simplified form) among the Chinese characters of a text, 0 … 1; 1 where there is none.
 * Real reports: ≥ 0.98.
 */
export function plausibility(text: string): number {
  let han = 0;
  let common = 0;
  for (const character of fold(sampleOf(text.replace(PLAIN, '')))) {
    if (!HAN.test(character)) continue;
    han++;
    if (EVERYDAY.has(character)) common++;
  }
  return han === 0 ? 1 : common / han;
}

/** Share of characters that a Chinese or Western text is made of, 0 … 1: nearly 1 for any real one. */
export function readableShare(text: string): number {
  const characters = [...fold(sampleOf(text))];
  const readable = characters.filter((character) => EVERYDAY.has(character) || USUAL.test(character)).length;
  return characters.length === 0 ? 1 : readable / characters.length;
}
