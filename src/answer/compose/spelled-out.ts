// Where a sentence itself spells out what a name counts: A、B、C“三大行动”, 三大行动：A、B、C, 看…比…看…比…“两看两比”.

import { parseNumeral } from '../../text/chinese-numerals.ts';
import { clausesOf, trimMarks } from '../../text/clauses.ts';
import { splitAtAnd } from '../../text/enumeration.ts';
import type { Span } from '../../types.ts';
import type { Understanding } from '../../understand/types.ts';
import { syllablesStand } from './practice-codes.ts';

/** A name that counts its parts, and how many. */
interface CountedName {
  readonly name: string;
  readonly count: number;
}

const COUNTED =
  /(?<numeral>[两二三四五六七八九十]|\d{1,2})(?:大|项|个|条|类|种|型|新|张)[\u4e00-\u9fff]{2,8}?(?=包括|包含|涵盖|涉及|分别|具体|各|由|$|[^\u4e00-\u9fff])/u;
const SYLLABLES = /(?:[一二两三四五六七八九十][\u4e00-\u9fff]){2,}/u;
/** Behind a name, what follows is its parts. */
const FOLLOWS = /^["'”]?(?:[:：]|,?(?:即|包括|分别(?:是|为|指)))/u;
const OTHER_COUNT = /[两二三四五六七八九十]大/u;
const MAX_CHARACTERS = 220;

/** Returns the name in a question that counts its parts; null if there is none. */
function countedIn({ content, quoted }: Understanding): CountedName | null {
  for (const text of [...quoted, ...content.split(/\s+/u)]) {
    const match = COUNTED.exec(text);
    const count = parseNumeral(match?.groups?.['numeral'] ?? '');
    if (match && count !== null && count > 1) return { name: match[0], count };
  }
  return null;
}

function itemsIn(list: string): number {
  const items = list.split('、').filter((item) => item.trim() !== '');
  return items.some((item) => OTHER_COUNT.test(item)) ? 0 : items.length + (splitAtAnd(items.at(-1) ?? '') ? 1 : 0);
}

/** The stretch of a folded sentence that spells out a counted name; null if it does not. */
function spellingOf({ name, count }: CountedName, folded: string): Span | null {
  for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + 1)) {
    const before = folded.slice(0, at).replace(/["'“”]+$/u, '');
    const start = Math.max(...[',', '，', ';', '；', '。', ':', '：'].map((mark) => before.lastIndexOf(mark))) + 1;
    const end = at + name.length;
    if (itemsIn(before.slice(start)) === count) return { start, end };
    const behind = folded.slice(end);
    const lead = FOLLOWS.exec(behind)?.[0].length;
    if (lead === undefined) continue;
    const list = behind.slice(lead).split(/[。;；\n]/u)[0] ?? '';
    const parts = list.includes('、') ? itemsIn(list.split(/[,，]/u)[0] ?? '') : list.split(/[,，]/u).length;
    if (parts === count) return { start, end: end + lead + list.length };
  }
  return null;
}

/** The clauses of a sentence that hold a stretch of it; the sentence whole where it is short. */
function wordsAround({ start, end }: Span, folded: string, read: string): string {
  if (read.length <= MAX_CHARACTERS) return read.trim();
  const held = clausesOf(folded).filter((clause) => clause.start < end && clause.end > start);
  return trimMarks(read.slice(held[0]?.start ?? start, held.at(-1)?.end ?? end));
}

/** Returns the words of a sentence that spell out what the question's name counts; null if it does not. @param folded `read`, folded unit for unit */
export function spelledOut(understanding: Understanding, folded: string, read: string): string | null {
  const counted = countedIn(understanding);
  const spelling = counted && spellingOf(counted, folded);
  if (spelling) return wordsAround(spelling, folded, read);
  const code = SYLLABLES.exec(understanding.content.replace(/["'“”]/gu, ''))?.[0];
  const at = code === undefined ? -1 : folded.indexOf(code);
  if (code === undefined || at < 0 || !syllablesStand(code, folded)) return null;
  return wordsAround({ start: 0, end: at + code.length }, folded, read);
}
