// Plain questions for a figure that the fact table holds under the very name asked for: the cell answers before any reader.
import type { Measure } from '../../lexicon/words/indicators.ts';
import { figureFit } from '../../read/answer-type.ts';
import { formatExtract } from '../../read/cut.ts';
import { isYearless } from '../../text/periods.ts';
import type { Fact } from '../../types.ts';
import { PLAN_ASKED, RANK_ASKED } from '../../understand/cues.ts';
import type { Understanding } from '../../understand/types.ts';
import { clip, type Draft, MAX_SHORT } from '../compose/draft.ts';
import type { AnswerResources } from '../context.ts';
import { measureAsked } from './asked-measure.ts';
import { type AskedCell, agreed, type Cell, cellsFor } from './cell.ts';
import { isOfPart, type ShownCell, showCell } from './shown-cell.ts';

const YEARLY = /^\d{4}(?:-12(?:-31)?)?$/;

/** Cells of the latest year, where all are of whole years or their ends. */
function latest(cells: readonly Cell[]): readonly Cell[] {
  const years = cells.map(({ period }) => (period !== null && YEARLY.test(period) ? period.slice(0, 4) : null));
  const last = years.reduce<string>((best, year) => (year !== null && year > best ? year : best), '');
  return years.includes(null) ? cells : cells.filter(({ period }) => period?.startsWith(last));
}

function cellFor(
  measure: Measure,
  { facts, ...asked }: { facts: readonly Fact[] } & Pick<AskedCell, 'periods' | 'isPlanAsked'>,
): Cell | null {
  if (measure.key === '') return null;
  const held = cellsFor(facts, { measure, ...asked });
  return agreed(held) ?? (asked.periods.every(isYearless) ? agreed(latest(held)) : null);
}

/** What a part of the question is answered by: a cell, or the remark that a rank is not found. */
type Part = ShownCell | string;

/** Figures of one sentence are said together: 581亿元、5.4%（全区生产总值达到581亿元、增长5.4%）. */
function saidOf(parts: readonly Part[]): string {
  const sentences = new Set(parts.map((part) => (typeof part === 'string' ? part : part.candidate.prepared)));
  return [...sentences]
    .map((sentence) => {
      if (typeof sentence === 'string') return sentence;
      const own = parts.filter(
        (part): part is ShownCell => typeof part !== 'string' && part.candidate.prepared === sentence,
      );
      const windows = [...new Set(own.map(({ window }) => window))];
      const kept = windows.filter((window) => !windows.some((other) => other !== window && other.includes(window)));
      return formatExtract({ value: own.map(({ surface }) => surface).join('、'), window: kept.join('，') });
    })
    .join('；');
}

const NO_RANK = { zh: '排名未找到', en: 'rank not found' } as const;

/**
 * Returns the draft of a plain question that asks for figures of one district, out of the fact table; null where that does not hold
 * each of them just once under the name asked for.
 * @param district full name
 */
export function draftCells(understanding: Understanding, district: string, resources: AnswerResources): Draft | null {
  const { asks, periods, regions, answerLanguage } = understanding;
  // What is asked of a whole city no district of it answers.
  if (asks.some(({ shape }) => shape !== 'figure') || regions.length > 0) return null;
  const facts = resources.library.facts(district);
  const parts: Part[] = [];
  let measure: Measure | null = null;
  for (const ask of asks) {
    const isRank = RANK_ASKED.test(ask.text);
    if (isRank && parts.length > 0) {
      parts.push(NO_RANK[answerLanguage]);
      continue;
    }
    measure = measureAsked(ask, measure);
    const cell = isRank ? null : cellFor(measure, { facts, periods, isPlanAsked: PLAN_ASKED.test(ask.text) });
    const shown = cell && showCell(cell, resources);
    if (!shown || isOfPart(shown) || (measure.aspect === 'level' && figureFit(ask, shown.quantity) === 0)) return null;
    parts.push(shown);
  }
  const [first, ...rest] = parts.flatMap((part) => (typeof part === 'string' ? [] : [part.candidate]));
  return first ? { short: clip(saidOf(parts), MAX_SHORT.fact), supports: [first, ...rest] } : null;
}
