// Names what a figure measures, in the sentence's own words. Where the words do not say, there is no name: it never guesses.
import { readLexicon } from '../../lexicon/words/data-files.ts';
import { indicatorCalled, isOfFamily } from '../../lexicon/words/indicators.ts';
import type { Quantity } from '../../text/numbers.ts';
import { type Clauses, changeBefore, nextFigure, textBefore } from './clauses.ts';
import { measured } from './counted-noun.ts';
import { type IndicatorName, isName, type NamingContext } from './indicator-name.ts';
import { withoutLeads, withoutLinks } from './phrase.ts';
import { changed, continued, duration, isOrigin, originOf, relation } from './relations.ts';

const JOINED_NAMES = readLexicon('joined-names.txt').map((line) => line.split(' '));

/** Returns the names of 城镇、农村居民收入 or 城乡居民收入, of which each listed figure has one; null if they do not come out even. */
function namesInList(noun: string, count: number): string[] | null {
  const [joined = '', ...each] =
    JOINED_NAMES.find(([whole = '', ...of]) => of.length === count && noun.startsWith(whole)) ?? [];
  if (joined !== '') return each.map((name) => name + noun.slice(joined.length));
  const parts = noun.split(/[、和与及]/);
  const last = parts.at(-1) ?? '';
  if (parts.length !== count) return null;
  const whole = parts.map((part) =>
    part.length <= 2 && last.length > part.length + 1 ? part + last.slice(part.length) : part,
  );
  return whole.every(isName) ? whole : null;
}

/** With 分别 each figure of a list has its own noun of a list. */
function sharedOut(clauses: Clauses, quantity: Quantity, named: IndicatorName): IndicatorName | null {
  if (!/分别[^，]{0,6}$/.test(textBefore(clauses, quantity))) return named;
  const listed = clauses.quantities.filter(({ start }) => start >= quantity.start);
  const end = listed.findIndex(
    (each, index) =>
      !/^(?:以上|左右)?[、和与及]$/.test(clauses.read.slice(each.end, listed[index + 1]?.start ?? each.end)),
  );
  const names = namesInList(named.noun, end + 1);
  return names ? { ...named, noun: names[0] ?? '', others: names.slice(1) } : null;
}

/**
 * Names the indicator that a figure measures; null if the words do not say.
 * A counted thing stands behind its figure (289个“四新”项目) or before it (市场主体21594家), a measure mostly before it; a
 * relation (占全市, 全市排名) needs the thing before it.
 */
export function nameFigure(clauses: Clauses, quantity: Quantity, context: NamingContext): IndicatorName | null {
  const { previous } = context;
  const [other, ...others] = previous?.others ?? [];
  if (previous && other !== undefined && /^[、和与及]*$/.test(textBefore(clauses, quantity)))
    return { ...previous, noun: other, others, end: quantity.end };
  const named = namedAlone(clauses, quantity, context);
  return named && sharedOut(clauses, quantity, named);
}

/** Head of a table's row in normalized text: 云溪区2020年：. */
const ROW_HEAD = /^[^，。；：:]{2,30}[：:]/;

const REACHED = /^(?:实现|完成|达到)+(?=..)/;

/** Names a figure by the words before it where these are the name of a known indicator, or the whole header of a table's cell. */
function byKnownName(clauses: Clauses, quantity: Quantity, { names, previous }: NamingContext): IndicatorName | null {
  const text = withoutLeads(withoutLinks(textBefore(clauses, quantity, previous?.end)), names);
  const noun = indicatorCalled(text) ? text.replace(REACHED, '') : text;
  const indicator = indicatorCalled(noun);
  const isKnown = indicator !== null && isOfFamily(quantity.unit, indicator.family);
  const isCell =
    ROW_HEAD.test(clauses.read) &&
    /^[，。；]/.test(clauses.read.slice(quantity.end)) &&
    isName(noun) &&
    quantity.kind !== 'ordinal';
  return isKnown || isCell ? { verb: '', noun, left: '', tail: '', end: quantity.end } : null;
}

function namedAlone(clauses: Clauses, quantity: Quantity, context: NamingContext): IndicatorName | null {
  const { kind } = quantity;
  const { previous } = context;
  if (previous && isOrigin(clauses, previous.figure) && nextFigure(clauses, previous.figure) === quantity)
    return { ...previous, verb: '', end: quantity.end };
  if (isOrigin(clauses, quantity)) return originOf(clauses, quantity, context);
  if (kind === 'duration') return duration(clauses, quantity, context) ?? byKnownName(clauses, quantity, context);
  if (changeBefore(clauses, quantity, previous?.end)) return changed(clauses, quantity, context);
  const known = byKnownName(clauses, quantity, context);
  if (known) return known;
  if (kind === 'percent' || kind === 'ordinal' || (kind === 'ratio' && quantity.unit === ''))
    return relation(clauses, quantity, context);
  return measured(clauses, quantity, context) ?? continued(clauses, quantity, context);
}
