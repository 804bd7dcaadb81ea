// What a figure is stated of: which indicator, and the whole of what the question names or a part of it.
import { type Measure, measureOf } from '../lexicon/words/indicators.ts';
import type { Candidate } from '../read/candidates.ts';
import { fold } from '../text/normalise.ts';
import type { Quantity } from '../text/numbers.ts';
import type { Fact, Library } from '../types.ts';
import type { Ask, Understanding } from '../understand/types.ts';
import { measureAsked } from './cells/asked-measure.ts';
import { isNamedIn, namesOf, partOf, sentencesBefore } from './parts.ts';

/** What a figure is stated of. */
export interface StatedFigure {
  /** The row of the fact table that states it; null: none. */
  readonly fact: Fact | null;
  /** The part of the district that it is of; null: of the whole, or nothing says of what. */
  readonly part: string | null;
}

/** Returns what a figure of a sentence is stated of; null in a report on no district. */
export function statedOf(candidate: Candidate, figure: Quantity, library: Library): StatedFigure | null {
  const { report, prepared } = candidate;
  if (report.district === null) return null;
  const { start, end } = prepared.sentence;
  const isStated = (row: Fact): boolean => row.start >= start && row.end <= end && row.surface === figure.surface;
  const fact = library.facts(report.district).find(isStated) ?? null;
  const earlier = sentencesBefore(candidate, library);
  return { fact, part: partOf({ candidate, figure, names: namesOf(report.district), fact, earlier }) };
}

/** A figure as a direct answer says it, and what it is stated of. */
interface SaidFigure {
  readonly stated: StatedFigure;
  /** The direct answer. */
  readonly said: string;
}

const namesOfIndicator = (indicator: Measure['indicator']): readonly string[] =>
  indicator ? [indicator.name, ...indicator.others].map(fold) : [];

/** Names this short (面积, 收入) say something else with a word before them. */
const GENERIC_CHARACTERS = 2;

/** True if an ask is for a known indicator, by no more than its name, and a figure is of another. */
export function isOfAnother(ask: Ask, { stated, said }: SaidFigure): boolean {
  const { indicator, aspect, key } = measureAsked(ask, null);
  if (indicator === null || aspect === 'change') return false;
  const names = namesOfIndicator(indicator);
  const row = fold(stated.fact?.indicator ?? '');
  const measured = measureOf(row);
  if (stated.fact && measured.key === key) return false;
  const held = names.filter((name) => row.includes(name));
  // 拆迁面积 is a row of its own, not the 面积 of the district; 经济地区生产总值 is a column under the heading of its group.
  const others = namesOfIndicator(measured.indicator).filter((name) => row.includes(name));
  const isLonger = others.some((name) => !names.some((own) => own.includes(name)));
  const isOwnRow = isLonger || held.every(({ length }) => length <= GENERIC_CHARACTERS);
  const isModified = held.length > 0 && isOwnRow && !held.some((name) => row.startsWith(name));
  const folded = fold(said);
  return isModified || !names.some((name) => folded.includes(name));
}

/** Words by which a text speaks of a whole city or province. */
const OF_REGION = /全[市省州]|[市省州]域/u;

/** True if the question asks for what stands behind the kind of a part (医院床位): then the kind is a word of the measure, not of a name. */
function isKindAsked(part: string, said: string, question: string): boolean {
  const end = said.lastIndexOf(fold(part)) + part.length;
  return end >= part.length && question.includes(said.slice(end - 2, end + 2));
}

/** True if the question names the part that a figure is of, or what was taken for one is a word of what it asks. */
export function isPartAsked(part: string, said: string, question: string): boolean {
  return isNamedIn(question, part) || isKindAsked(part, fold(said), question);
}

/** True if a figure is of a part of what the question names alone: of a firm in the district, of a district in the city. */
export function isOfPart(ask: Ask, { stated, said }: SaidFigure, { regions, matching }: Understanding): boolean {
  const folded = fold(said);
  if (regions.length > 0 && !OF_REGION.test(folded) && !regions.some((region) => folded.includes(region))) return true;
  const { part } = stated;
  return part !== null && !isPartAsked(part, said, matching) && measureAsked(ask, null).indicator !== null;
}
