// Cuts out of a sentence what a figure of it measures, in the sentence's own words. It judges nothing: no words, no indicator.
import { EMPTY_NOUNS, FALLS, FIGURE_VERBS, LEADS, LINKS, RISES, VERBS } from '../lexicon/indicator-words.ts';
import type { Quantity } from '../text/numbers.ts';
import type { PeriodMention } from '../text/periods.ts';

/** A sentence as read, with what was found in it. */
export interface Clauses {
  readonly read: string;
  readonly quantities: readonly Quantity[];
  readonly periods: readonly PeriodMention[];
}

const LONGEST_INDICATOR = 24;
const LONGEST_BORROWED = 12;
const CLAUSE_END = /[，,。；;：:！!？?\n—…]/;
const LIST_MARK = /[、（）()]/;
const RESOLUTION = /〔[^〕]*〕/g;
/** What puts a figure beside another one: it needs the words of that one (税收收入…占比97%, 全市排名第一). */
const RELATION = /^(?:占|居|排|位|全[市省国区县]|超出|高于|低于|完成率|年均|同比)/;
const NOUN_TAILS = ['和', '及', '等', '、', '全', '近', '约', '已', '均', '都', '的', '共'];
const CHANGE = new RegExp(
  `(?:同比|环比|较[^，。；]{1,8}|比[^，。；]{1,8})?(?:分别|均|约|实际|净|累计|实现)?(?<way>${[...RISES, ...FALLS].join('|')})(?:了|约|近|超过?|达到?|为)?$`,
);

/** Where the clause around a figure begins and ends, in the sentence as read. */
export function clauseAround({ read }: Clauses, quantity: Quantity): readonly [number, number] {
  let start = quantity.start;
  let end = quantity.end;
  while (start > 0 && !CLAUSE_END.test(read[start - 1] ?? '')) start--;
  while (end < read.length && !CLAUSE_END.test(read[end] ?? '')) end++;
  return [start, end];
}

function strip(text: string, words: readonly string[], side: 'start' | 'end'): string {
  let rest = text.trim();
  for (;;) {
    const word = words.find((each) => (side === 'start' ? rest.startsWith(each) : rest.endsWith(each)));
    if (word === undefined) return rest;
    rest = (side === 'start' ? rest.slice(word.length) : rest.slice(0, -word.length)).trim();
  }
}

/** What stands before a figure since the last mark or figure, without periods. */
export function textBefore({ read, quantities, periods }: Clauses, quantity: Quantity): string {
  const [clauseStart] = clauseAround({ read, quantities, periods }, quantity);
  const marks = [...quantities, ...periods].filter(({ end }) => end <= quantity.start).map(({ end }) => end);
  let start = Math.max(clauseStart, ...marks);
  for (let index = quantity.start - 1; index >= start; index--) {
    if (LIST_MARK.test(read[index] ?? '')) start = index + 1;
  }
  return read
    .slice(start, quantity.start)
    .replace(RESOLUTION, '')
    .replace(/^〔?[^〔]*〕/, '')
    .trim();
}

/** What stands behind a figure up to the next mark, figure or period; beyond the next figure where that one only qualifies. */
function textBehind(clauses: Clauses, quantity: Quantity): string {
  const { read, quantities, periods } = clauses;
  const [, clauseEnd] = clauseAround(clauses, quantity);
  const starts = [...quantities, ...periods].map(({ start }) => start).filter((start) => start >= quantity.end);
  const end = Math.min(clauseEnd, ...starts);
  const behind = read.slice(quantity.end, end).replace(RESOLUTION, '');
  const next = quantities.find(({ start }) => start === end);
  // 两大类18项服务举措, 9个总投资57.4亿元的重点项目: the noun of both stands behind the second.
  const isShared = next && end < clauseEnd && (behind === '' || read[next.end] === '的') && !LIST_MARK.test(behind);
  return isShared ? textBehind(clauses, next) : behind;
}

/** Without the half of a pair of quotation marks whose other half was cut off. */
function balanced(text: string): string {
  const cut = text.lastIndexOf('“') > text.lastIndexOf('”') ? text.slice(0, text.lastIndexOf('“')) : text;
  const close = cut.indexOf('”');
  if (close < 0 || cut.slice(0, close).includes('“')) return cut.trim();
  return (close >= 2 ? cut.slice(0, close) : cut.slice(close + 1)).trim();
}

/** The noun behind a figure: 289个*“四新”项目*; empty where none follows at once. */
function nounBehind(clauses: Clauses, quantity: Quantity): string {
  const behind = textBehind(clauses, quantity).replace(/^(?:以上|左右|余|多|的|之多)+/, '');
  if (/^[\s、（(]/.test(behind) || LINKS.some((link) => link.length > 1 && behind.startsWith(link))) return '';
  const cuts = VERBS.map((verb) => behind.indexOf(verb)).filter((position) => position >= 0);
  const noun = behind.slice(0, Math.min(behind.length, ...cuts)).split(/[（(]/)[0] ?? '';
  return balanced(strip(noun, NOUN_TAILS, 'end').slice(0, LONGEST_INDICATOR));
}

function nounBefore(clauses: Clauses, quantity: Quantity, names: readonly string[]): string {
  const leads = quantity.kind === 'count' || quantity.kind === 'money' ? [...LEADS, ...names] : names;
  const words = strip(balanced(strip(textBefore(clauses, quantity), LINKS, 'end')), LINKS, 'end');
  const noun = strip(words, leads, 'start');
  if (noun.length <= LONGEST_INDICATOR) return noun;
  const last = noun.split(/[的与和了在等对将]/).at(-1) ?? '';
  return last.length >= 3 && last.length <= LONGEST_INDICATOR ? last : noun.slice(-LONGEST_INDICATOR);
}

/** The noun at the end of the last clause without a figure, where a figure's own clause names nothing: 指标之一GDP，较2016年翻一番. */
function nounOfClauseBefore(clauses: Clauses, quantity: Quantity): string {
  let end = clauseAround(clauses, quantity)[0];
  const hasFigure = (start: number): boolean =>
    clauses.quantities.some((other) => other.end > start && other.start < end);
  let start = end;
  do {
    end = Math.max(0, start - 1);
    for (start = end; start > 0 && !CLAUSE_END.test(clauses.read[start - 1] ?? ''); ) start--;
  } while (start > 0 && (hasFigure(start) || start === end));
  const clause = clauses.read.slice(start, end).replace(RESOLUTION, '');
  const noun =
    clause
      .split(/的|之一/)
      .at(-1)
      ?.trim() ?? '';
  return isNoun(noun) && noun.length <= LONGEST_BORROWED && !/\d/.test(noun) ? noun : '';
}

/** How a percentage changes what came before it: its sign, and what is left of the words before it. */
export function changeBefore(clauses: Clauses, quantity: Quantity): { sign: 1 | -1; rest: string } | null {
  if (quantity.unit !== '%') return null;
  const before = textBefore(clauses, quantity);
  const match = CHANGE.exec(before);
  if (!match) return null;
  return { sign: FALLS.includes(match.groups?.way ?? '') ? -1 : 1, rest: before.slice(0, match.index) };
}

function isVerb(text: string): boolean {
  return strip(text, [...FIGURE_VERBS, ...LEADS, ...LINKS], 'end') === '';
}

function isNoun(text: string): boolean {
  return text.length >= 2 && /[\p{L}\d]/u.test(text) && !EMPTY_NOUNS.includes(text);
}

/**
 * What a figure measures, in the words of the sentence; empty where the words do not say.
 * A counted thing stands behind its figure (289个“四新”项目) or before it (市场主体21594家), a measure mostly before it; a
 * relation (占全市, 全市排名) needs the indicator before it.
 * @param context.names names of the district, left out at the head   @param context.previous indicator of the figure before
 */
export function indicatorOf(
  clauses: Clauses,
  quantity: Quantity,
  context: { names: readonly string[]; previous: string },
): string {
  const before = nounBefore(clauses, quantity, context.names);
  const isShare = quantity.kind === 'percent' || quantity.kind === 'ordinal' || quantity.kind === 'ratio';
  const behind = isShare ? '' : nounBehind(clauses, quantity);
  if (isShare && (before.length < 2 || RELATION.test(before))) {
    const subject = context.previous || nounOfClauseBefore(clauses, quantity);
    return isNoun(subject) ? subject + before : '';
  }
  const candidates = quantity.kind === 'count' ? [behind, before] : [isVerb(before) ? '' : before, behind, before];
  const own = candidates.find(isNoun) ?? '';
  return own !== '' && !isVerb(own) ? own : nounOfClauseBefore(clauses, quantity);
}
