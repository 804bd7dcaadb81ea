// A sentence as read with what was found in it, and the stretches of it around a figure. It names nothing.
import { FALLS, RISES } from '../../lexicon/words/indicator-words.ts';
import { RESOLUTION } from '../../text/added-dates.ts';
import { findQuantities, type Quantity } from '../../text/numbers.ts';
import { isNegativeAt } from '../../text/occurrence.ts';
import { findPeriods, type PeriodMention } from '../../text/periods.ts';
import type { Sentence, Span } from '../../types.ts';
import { taggedWordsOf } from './tagged-words.ts';

/** A sentence as read, with what was found in it. */
export interface Clauses {
  readonly read: string;
  /** Figures that state something: neither thresholds (*亿元*以上项目) nor parts of names (“*三*亮”). */
  readonly quantities: readonly Quantity[];
  readonly periods: readonly PeriodMention[];
}

const CLAUSE_END = /[，,。；;：:！!？?\n—…]/;
const BRACKETS = /[（(][^（）()]*[）)]/g;
const CHANGE = new RegExp(
  `(?:同比|环比|较[^，。；]{1,8}?|比[^，。；]{1,8}?)?(?:分别|均|都|再|又|实际|净|累计|实现)*(?<way>(?<!新)(?:${[...RISES, ...FALLS].join('|')}))(?:了|约|近|超过?|达到?|为)*$`,
);
/** Behind a figure that only sorts things out: 亿元*以上*项目, 1%*以下*的企业. */
const THRESHOLD =
  /^(?:及?以上|及?以下|以内|以外)的?(?=[\p{Script=Han}“])(?!占|居|位|增|下降|提|上升|达|为|完成|在|，)/u;
/** A sum in words right before a noun: *亿元*楼宇. */
const IN_WORDS = /^[亿千百十万]+元$/;
const LONGEST_NAME = 20;
const SPACES = /(?<=[“”])\s+|\s+(?=[“”])/g;

function isThreshold(read: string, quantity: Quantity): boolean {
  const behind = read.slice(quantity.end);
  if (behind.startsWith('级')) return true;
  const threshold = THRESHOLD.exec(behind);
  if (!threshold && !IN_WORDS.test(quantity.surface)) return false;
  const rest = behind.slice(threshold?.[0].length ?? 0);
  return (
    /^[\p{Script=Han}“]/u.test(rest) &&
    !['verb', 'count-verb', 'verb-in-name', 'break'].includes(taggedWordsOf(rest.slice(0, 12))[0]?.kind ?? 'verb')
  );
}

/** True if a figure is part of a name in quotation marks: “1办14组”. A whole sentence in them is speech. */
function isQuoted(read: string, { start, end }: Quantity): boolean {
  const open = read.lastIndexOf('“', start);
  const close = read.indexOf('”', end);
  if (open < 0 || close < 0 || close - open > LONGEST_NAME || read.lastIndexOf('”', start) > open) return false;
  return !/[，。；！？]/.test(read.slice(open, close));
}

/** Returns a sentence as read and what it holds. @param publishedOn date of the report, null: unknown */
export function clausesOf(read: string, publishedOn: string | null): Clauses {
  const quantities = findQuantities(read).filter((each) => !isThreshold(read, each) && !isQuoted(read, each));
  return { read, quantities, periods: periodsOf(read, publishedOn) };
}

/** Returns the periods that a sentence as read names. @param publishedOn date of the report, null: unknown */
export function periodsOf(read: string, publishedOn: string | null): readonly PeriodMention[] {
  // A resolution 〔…〕 says once more what stands before it.
  return findPeriods(read, publishedOn).filter(({ start }) => read[start - 1] !== '〔');
}

/** Returns where the clause around a figure begins and ends, as offsets into the normalized sentence. */
export function clauseAround(
  { read }: Pick<Clauses, 'read'>,
  quantity: Pick<Quantity, 'start' | 'end'>,
): readonly [number, number] {
  let start = quantity.start;
  let end = quantity.end;
  while (start > 0 && !CLAUSE_END.test(read[start - 1] ?? '')) start--;
  while (end < read.length && !CLAUSE_END.test(read[end] ?? '')) end++;
  return [start, end];
}

/** Without resolutions and bracketed remarks; behind a bracket that is still open. */
function plain(text: string): string {
  return (
    text
      .replace(RESOLUTION, '')
      .replace(/^〔?[^〔]*〕/, '')
      .replace(BRACKETS, '')
      .replace(SPACES, '')
      .split(/[（()）]/)
      .at(-1)
      ?.trim() ?? ''
  );
}

/** Words that only join a figure to what stands before a date: 一般公共预算收入2021年*为*41.2亿元. */
const ONLY_LINKS = /^(?:[已共累计约近超过完成实现达到为是有至了]+)$/;

/** Returns the text before a figure since the last mark or figure, without periods. @param from where to begin at the earliest */
export function textBefore(clauses: Clauses, quantity: Quantity, from = 0): string {
  const { read, quantities, periods } = clauses;
  const [clauseStart] = clauseAround(clauses, quantity);
  const isBefore = ({ end }: Span): boolean => end <= quantity.start;
  const inner = periods.filter(isBefore).at(-1);
  const isBetween = inner && inner.start > clauseStart && ONLY_LINKS.test(plain(read.slice(inner.end, quantity.start)));
  const last = isBetween ? inner : null;
  const marks = [...quantities, ...periods].filter((each) => each !== last && isBefore(each)).map(({ end }) => end);
  const start = Math.max(clauseStart, from, ...marks);
  if (!last || last.start < start) return plain(read.slice(start, quantity.start));
  return plain(read.slice(start, last.start) + read.slice(last.end, quantity.start));
}

/** Returns the text before a figure in its clause, figures and periods included. */
export function clauseBefore(clauses: Clauses, quantity: Quantity): string {
  return clauses.read.slice(clauseAround(clauses, quantity)[0], quantity.start).replace(RESOLUTION, '').trim();
}

/** Returns the text behind a figure up to the next mark, figure or period. */
export function textBehind(clauses: Clauses, quantity: Quantity): string {
  const { read, quantities, periods } = clauses;
  const [, clauseEnd] = clauseAround(clauses, quantity);
  const starts = [...quantities, ...periods].map(({ start }) => start).filter((start) => start >= quantity.end);
  const behind = read
    .slice(quantity.end, Math.min(clauseEnd, ...starts))
    .replace(RESOLUTION, '')
    .replace(BRACKETS, '');
  return behind.split(/[（(）)]/)[0] ?? '';
}

/** Returns the figure behind another one in the same clause, or undefined. */
export function nextFigure(clauses: Clauses, quantity: Quantity): Quantity | undefined {
  const [, clauseEnd] = clauseAround(clauses, quantity);
  return clauses.quantities.find(({ start, end }) => start >= quantity.end && end <= clauseEnd);
}

/** Returns how a figure changes the one before it: sign, word of change, and the words left before it; null if it states no change. */
export function changeBefore(
  clauses: Clauses,
  quantity: Quantity,
  from = 0,
): { readonly sign: 1 | -1; readonly rest: string; readonly words: string } | null {
  if (quantity.kind === 'ordinal' || quantity.kind === 'duration') return null;
  const before = textBefore(clauses, quantity, from);
  const match = CHANGE.exec(before);
  if (!match) return null;
  const way = match.groups?.way ?? '';
  return {
    sign: FALLS.includes(way) ? -1 : 1,
    rest: before.slice(0, match.index),
    words: match[0].replace(/(?:了|约|近|超过?|达到?|为)+$/, ''),
  };
}

/** Returns the value of a figure with the minus before it. */
export function signedValue(read: string, { start, value }: Quantity): number {
  return isNegativeAt(read, start) ? -value : value;
}

/** Percentages that say how the figures before them changed, signed, by the first of each run: 分别增长62%、51%. */
export function changeRuns(clauses: Clauses): Map<Quantity, number[]> {
  const runs = new Map<Quantity, number[]>();
  let current: { values: number[]; sign: number } | null = null;
  for (const [index, quantity] of clauses.quantities.entries()) {
    const change = quantity.unit === '%' ? changeBefore(clauses, quantity) : null;
    const previous = clauses.quantities[index - 1];
    const listed =
      previous && quantity.unit === '%' && /^[、和及]$/.test(clauses.read.slice(previous.end, quantity.start));
    if (change) {
      current = { values: [change.sign * signedValue(clauses.read, quantity)], sign: change.sign };
      runs.set(quantity, current.values);
    } else if (listed && current) {
      current.values.push(current.sign * signedValue(clauses.read, quantity));
      runs.set(quantity, []);
    } else current = null;
  }
  return runs;
}

const RESOLUTION_SO_FAR = /〔[^〕]*(?:〕|$)/g;

/** Places in a sentence as read → places in the source, where only resolutions 〔…〕 were put in; null where more was changed. */
function sourceOffsets(sentence: Sentence, text: string | undefined): ((offset: number) => number) | null {
  if (text?.slice(sentence.start, sentence.end) !== sentence.read.replaceAll(RESOLUTION, '')) return null;
  return (offset) => sentence.start + sentence.read.slice(0, offset).replaceAll(RESOLUTION_SO_FAR, '').length;
}

/**
 * Returns the span of the source that states a figure: its clause without white space at the ends, or the whole sentence.
 * @param text the source, undefined if it is not at hand
 */
export function spanOf(
  { sentence, clauses }: { readonly sentence: Sentence; readonly clauses: Clauses },
  quantity: Quantity,
  text: string | undefined,
): Span {
  const offset = sourceOffsets(sentence, text);
  if (!offset) return { start: sentence.start, end: sentence.end };
  const [start, end] = clauseAround(clauses, quantity);
  const clause = clauses.read.slice(start, end);
  const margin = clause.length - clause.trimStart().length;
  return { start: offset(start + margin), end: offset(start + clause.trimEnd().length) };
}
