// Tells whether a figure is a plan, a target or a forecast, by the words around it, the headings above it and the year it is for.
import { factCue } from '../../lexicon/words/fact-cues.ts';
import { isPlanHeading, isReviewHeading } from '../../lexicon/words/heading-cues.ts';
import { PLAN_WORDS } from '../../lexicon/words/indicator-words.ts';
import type { Quantity } from '../../text/numbers.ts';
import { type Clauses, clauseAround } from './clauses.ts';
import { isVerbal, taggedWordsOf } from './tagged-words.ts';

const ANNOUNCED = new RegExp(PLAN_WORDS.join('|'), 'g');
/** Plans that are only what something is measured by or called: 完成年度*计划*的, “惠民*计划*”. */
const NO_PLAN = factCue('no plan');
const NOUN_OF_PLAN = /^(?:计划|规划|目标)$/;
const NO_PLAN_BEHIND = factCue('no plan behind');
const RESULT = factCue('result');
/** Announces what is to come; in a look back, what is reached and still counted. */
const ESTIMATED = '预计';
/** Words that announce what follows in the sentence, not the figure of their own clause alone. */
const LASTING = factCue('lasting announcement');

/** Names are no announcements: 实施“小巨人培育计划”. */
function withoutQuotes(text: string): string {
  return text.replace(/“[^”]{0,20}”/g, '');
}

/** True if 计划 and the like announce here, or are only what something is measured by (完成年度计划) or called (计划局). */
function isAnnouncement(word: string, before: string, behind: string): boolean {
  return !NOUN_OF_PLAN.test(word) || (!NO_PLAN.test(before) && !NO_PLAN_BEHIND.test(behind));
}

/** True if a 将 is the future and not 把: 将*落实*9项, but 将9个机构整合为7个. */
function isFuture(text: string): boolean {
  for (const { index } of text.matchAll(/将/g)) {
    const [next] = taggedWordsOf(text.slice(index + 1));
    if (next && isVerbal(next)) return true;
  }
  return false;
}

function announcedIn(text: string): boolean {
  const isWord = [...text.matchAll(ANNOUNCED)].some(({ 0: word, index }) =>
    isAnnouncement(word, text.slice(0, index), text.slice(index + word.length)),
  );
  return isWord || isFuture(text);
}

/** Since when the words of a sentence have announced: the last ；before a figure ends an announcement. */
function wordsBefore({ read }: Clauses, clauseStart: number): string {
  return read.slice(0, clauseStart).split(/[；;]/).at(-1) ?? '';
}

/**
 * True if a figure is planned.
 * @param context.period the figure's own, canonical, or null   @param context.publishedOn date of the report, or null
 */
export function isPlanned(
  clauses: Clauses,
  quantity: Quantity,
  context: { readonly heading: readonly string[]; readonly period: string | null; readonly publishedOn: string | null },
): boolean {
  const { period, publishedOn, heading } = context;
  // A report of January looks back on figures that are still counted.
  const asMeant = (text: string): string =>
    withoutQuotes(isReviewHeading(heading) ? text.replaceAll(ESTIMATED, '') : text);
  const [start, end] = clauseAround(clauses, quantity);
  const own = asMeant(clauses.read.slice(start, quantity.start));
  if (announcedIn(own) || /^[^，。；]{0,6}(?:目标)/.test(clauses.read.slice(quantity.end, end))) return true;
  if (RESULT.test(own)) return false;
  const before = asMeant(wordsBefore(clauses, start));
  if (LASTING.test(before) && announcedIn(before) && !RESULT.test(before.slice(-30))) return true;
  const first = period?.split('/')[0] ?? '';
  if (publishedOn !== null && first !== '' && first > publishedOn && first.slice(0, publishedOn.length) !== publishedOn)
    return true;
  return isPlanHeading(heading);
}
