// Lists that run over several sentences: 一是…。二是…。, 1.…, ——…, 路径之一：…. Finds the items that follow an introduction.

import type { Candidate } from '../../read/candidates.ts';
import { parseChineseNumeral } from '../../text/chinese-numerals.ts';
import { clausesOf, trimMarks } from '../../text/clauses.ts';
import type { Library, Passage, Sentence } from '../../types.ts';

/** An item of a list: the sentence that opens it and the words that name it. */
export interface ListItem {
  readonly sentence: Sentence;
  readonly passage: Passage;
  readonly label: string;
}

/** Forms of item marks; items of one list have one form. The numeral, where there is one, is captured. */
const MARKS: readonly RegExp[] = [
  /^(?<numeral>[一二三四五六七八九十])(?:是|要)/u,
  /^第(?<numeral>[一二三四五六七八九十])[，,、是]?/u,
  /^[（(](?<numeral>[一二三四五六七八九十\d]{1,2})[)）]/u,
  /^(?<numeral>[一二三四五六七八九十])、/u,
  /^(?<numeral>\d{1,2})[.．、](?!\d)/u,
  /^[^，。：]{1,6}之(?<numeral>[一二三四五六七八九十])[：:，]?/u,
  /^——/u,
  /^[-*•]\s/u,
];
/** So many sentences behind the introduction are looked at. */
const MAX_SENTENCES = 60;
const MAX_LABEL_CHARACTERS = 60;

interface Placed {
  readonly sentence: Sentence;
  readonly passage: Passage;
}

function* following(library: Library, { passage, position }: Candidate): Generator<Placed> {
  let current: Passage | null = passage;
  let first = position + 1;
  while (current) {
    for (const sentence of current.sentences.slice(first)) yield { sentence, passage: current };
    const next: number = current.number + 1;
    first = 0;
    current =
      next < library.passageCount && library.passage(next).reportId === passage.reportId ? library.passage(next) : null;
  }
}

/** What an item is called: its first clause, without the mark. */
function labelOf(read: string, mark: RegExp): string {
  const body = trimMarks(read.replace(mark, ''));
  const first = clausesOf(body)[0];
  return body.slice(first?.start ?? 0, first?.end ?? body.length).slice(0, MAX_LABEL_CHARACTERS);
}

/** Whether `current` may follow the item before it: the same form, and a higher numeral where it has one. */
function continues(mark: RegExp, read: string, items: readonly ListItem[]): boolean {
  const value = (text: string): number => {
    const numeral = mark.exec(text)?.groups?.['numeral'];
    if (numeral === undefined) return Number.NaN;
    return /^\d+$/.test(numeral) ? Number(numeral) : (parseChineseNumeral(numeral) ?? 0);
  };
  const last = items.at(-1);
  const own = value(read);
  return last === undefined
    ? Number.isNaN(own) || own === 1
    : Number.isNaN(own) || own === value(last.sentence.read) + 1;
}

/**
 * The items that an introducing sentence is followed by; fewer than two: none. An introduction may itself carry the first
 * item behind a colon. Stops at the next sentence of another list, or after sixty sentences.
 */
export function listItemsAfter(candidate: Candidate, library: Library): ListItem[] {
  const items: ListItem[] = [];
  let mark: RegExp | undefined;
  let looked = 0;
  for (const { sentence, passage } of following(library, candidate)) {
    if (++looked > MAX_SENTENCES) break;
    const read = sentence.read.replace(/^[“"]/u, '');
    const found = mark ?? MARKS.find((form) => form.test(read));
    if (!found?.test(read)) {
      if (items.length === 0 && looked > 2) break;
      continue;
    }
    if (!continues(found, read, items)) break;
    mark = found;
    items.push({ sentence, passage, label: labelOf(read, found) });
  }
  return items.length >= 2 ? items : [];
}
