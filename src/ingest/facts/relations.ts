// Names what shares, ranks, rates, changes and times are told of: mostly a thing named before, not the noun next to the figure.
import { factCue } from '../../lexicon/words/fact-cues.ts';
import { VERBS_IN_NAMES } from '../../lexicon/words/indicator-words.ts';
import { indicatorCalled } from '../../lexicon/words/indicators.ts';
import { RESOLUTION } from '../../text/added-dates.ts';
import type { Quantity } from '../../text/numbers.ts';
import {
  type Clauses,
  changeBefore,
  clauseAround,
  clauseBefore,
  nextFigure,
  textBefore,
  textBehind,
} from './clauses.ts';
import { type IndicatorName, isName, type NamingContext, ofThingBefore, REACHING } from './indicator-name.ts';
import { nounAtStart, phraseAtEnd, withoutLeads, withoutLinks } from './phrase.ts';
import { isVerbal, taggedWordsOf } from './tagged-words.ts';

/** Ends of names of what is told in percent. */
const RATE = factCue('rate');
const RANK =
  /^(.*?)(?:均|都|也|连续|持续|保持|稳|一直|继续|各)*((?:位居|稳居|跃居|跃升|居|排名|排在|排|位列|名列|列|位次|全[市省国])[^，]{0,10})$/;
const SHARE =
  /^(.*?)(?:约|已|均|都|仅|的)*((?:占(?!比)|超出|高于|低于|高出|优于)[^，]{1,14}?|完成[^，]{1,10}(?=的))(?:的|约|达到?|为)*$/;
const PROGRESS = /^(.*?)(?:已|累计|目前|总体)*(完成|到位|完成了)$/;
const TIME_USED = factCue('time used');
const FROM = /(?:由|从)(?=[^，。；、]{0,10}$)/;
const FROM_ANYWHERE = /(?<!自)[由从]/;
const TO = factCue('change to');

/** Returns the noun at the end of the last clause without a figure, where a figure's own clause names nothing: 指标之一GDP，翻一番. */
function nounOfClauseBefore(clauses: Clauses, quantity: Quantity, names: readonly string[]): string {
  const [start] = clauseAround(clauses, quantity);
  const between = (
    clauses.read
      .slice(0, Math.max(0, start - 1))
      .split(/[，,。；;：:！？]/)
      .at(-1) ?? ''
  ).replace(RESOLUTION, '');
  const from = start - 1 - between.length;
  if (
    start === 0 ||
    !/[，,]/.test(clauses.read[start - 1] ?? '') ||
    clauses.quantities.some(({ end, start: at }) => end > from && at < start)
  )
    return '';
  return phraseAtEnd(between.split('之一').at(-1) ?? '', names).noun;
}

/** Keeps a verb in the name where nothing comes about by it: *办理*时间, *研发*强度. */
function nameOf({ verb, noun }: { readonly verb: string; readonly noun: string }): string {
  return VERBS_IN_NAMES.words.has(verb) ? verb + noun : noun;
}

/** Returns the thing named before, of which a share or rank without a noun of its own is. */
function borrowed(clauses: Clauses, quantity: Quantity, { names, previous }: NamingContext): IndicatorName | null {
  if (previous !== null && previous.tail !== '') return null;
  const noun = previous?.noun ?? nounOfClauseBefore(clauses, quantity, names);
  return isName(noun) ? { verb: '', noun, left: '', tail: '', end: quantity.end } : null;
}

/** Shares, ranks, rates: what is told of something else. */
export function relation(clauses: Clauses, quantity: Quantity, context: NamingContext): IndicatorName | null {
  const { names, previous } = context;
  const before = textBefore(clauses, quantity, previous?.end);
  const isRank = quantity.kind === 'ordinal';
  const match = (isRank ? RANK : SHARE).exec(before) ?? (quantity.kind === 'percent' ? PROGRESS.exec(before) : null);
  const phrase = phraseAtEnd(withoutLinks(match ? (match[1] ?? '') : before), names);
  const noun = nameOf(phrase);
  const own =
    isName(noun) && !names.includes(noun) ? { verb: '', noun, left: phrase.left, tail: '', end: quantity.end } : null;
  if (!match) return !isRank && own && RATE.test(own.noun) && !/的$/.test(before) ? own : null;
  const tail = match[2]?.replace(/[的为约第超近]+$/, '') ?? '';
  const thing = own ? ofThingBefore(own, previous) : borrowed(clauses, quantity, context);
  return thing && tail.length >= 2 ? { ...thing, tail } : null;
}

/** True if a figure is only what another one came from: 由*8个*增至15个. */
export function isOrigin(clauses: Clauses, quantity: Quantity): boolean {
  const next = nextFigure(clauses, quantity);
  if (!next || next.kind !== quantity.kind) return false;
  const between = clauses.read.slice(quantity.end, next.start);
  if (between.includes('、')) return false;
  const before = clauseBefore(clauses, quantity);
  if (/(?:精简|整合|压缩|优化|合并|缩减)[^，]{0,4}(?:成|为|至|到)$/.test(between)) return true;
  return (FROM.test(before) && TO.test(between)) || (/将/.test(before) && /(?:为|至|到)$/.test(between));
}

/** The words before 由 or 从, without dates: *城镇化率*从2019年的52.1%. */
function nameBeforeChange(clauses: Clauses, quantity: Quantity, { names, previous }: NamingContext): string {
  const start = Math.max(clauseAround(clauses, quantity)[0], previous?.end ?? 0);
  const [head = ''] = clauses.read.slice(start, quantity.start).split(FROM_ANYWHERE);
  const date = clauses.periods.findLast((period) => period.start >= start && period.end <= start + head.length);
  return withoutLeads(
    withoutLinks(head.slice(date === undefined ? 0 : date.end - start).replace(RESOLUTION, '')),
    names,
  );
}

/** Returns the indicator of a figure that only tells where a change began: *综合排名*由第80位. */
export function originOf(clauses: Clauses, quantity: Quantity, context: NamingContext): IndicatorName | null {
  const before = nameBeforeChange(clauses, quantity, context);
  if (indicatorCalled(before) !== null) return { verb: '', noun: before, tail: '', left: '', end: quantity.end };
  const { noun, left } = phraseAtEnd(before, context.names);
  if (isName(noun)) return { verb: '', noun, tail: '', left, end: quantity.end };
  const behind = nounAtStart(textBehind(clauses, quantity)).noun;
  if (isName(behind) && !taggedWordsOf(behind).every(isVerbal))
    return { verb: '', noun: behind, tail: '', left: '', end: quantity.end };
  const borrowed = nounOfClauseBefore(clauses, quantity, context.names);
  return isName(borrowed) ? { verb: '', noun: borrowed, tail: '', left: '', end: quantity.end } : null;
}

/** Returns the indicator that a duration measures: 办理时间压缩到*2个工作日*; null if it is no use of time. */
export function duration(
  clauses: Clauses,
  quantity: Quantity,
  { names, previous }: NamingContext,
): IndicatorName | null {
  const before = textBefore(clauses, quantity, previous?.end);
  const used = TIME_USED.exec(before);
  if (!used) return null;
  const phrase = phraseAtEnd(before.slice(0, used.index), names);
  const noun = nameOf(phrase);
  const tail = /(?:时间|时限|期限|周期)$/.test(noun) ? '' : used[0];
  if (isName(noun))
    return { verb: noun === phrase.noun ? phrase.verb : '', noun, left: phrase.left, tail, end: quantity.end };
  return /^[用耗历]时$/.test(used[0])
    ? { verb: '', noun: used[0], tail: '', left: before.slice(0, used.index), end: quantity.end }
    : null;
}

/** Returns the indicator that rises or falls: 社会消费品零售总额同比增长*24%*, 效率提升*七成*. */
export function changed(
  clauses: Clauses,
  quantity: Quantity,
  { names, previous }: NamingContext,
): IndicatorName | null {
  const change = changeBefore(clauses, quantity, previous?.end);
  if (!change) return null;
  const tail = change.words.replace(/^(?:分别|均|都|再|又|累计|实现)+/, '');
  const phrase = phraseAtEnd(withoutLinks(change.rest), names);
  if (isName(phrase.noun))
    return ofThingBefore(
      { ...phrase, verb: REACHING.test(phrase.verb) ? '' : phrase.verb, tail, end: quantity.end },
      previous,
    );
  if (change.rest.trim().length >= 2 || !previous || previous.tail !== '') return null;
  return { verb: '', noun: previous.noun, left: previous.left, tail, end: quantity.end };
}

/** Names a figure without words of its own, right behind a clause that names one: …指标之一GDP，翻一番，突破*90亿元*. */
export function continued(
  clauses: Clauses,
  quantity: Quantity,
  { names, previous }: NamingContext,
): IndicatorName | null {
  if (!['money', 'ratio'].includes(quantity.kind) || withoutLinks(textBefore(clauses, quantity, previous?.end)) !== '')
    return null;
  const noun =
    previous?.figure.kind === 'ratio' && previous.tail === ''
      ? previous.noun
      : nounOfClauseBefore(clauses, quantity, names);
  return isName(noun) ? { verb: '', noun, tail: '', left: '', end: quantity.end } : null;
}
