// The key figures of a brief: indicators of the dictionary first, each figure once, as written, with what makes it rough.
import type { BriefFigure } from '../../../documents.ts';
import { INDICATORS, measureOf } from '../../../lexicon/words/indicators.ts';
import { UNITS } from '../../../text/units.ts';
import type { Fact, Library } from '../../../types.ts';
import { timeOf } from '../../cells/row.ts';
import type { Citer } from '../citing.ts';

/** Counts that are part of a name rather than a figure: 三项改革, 五大行动, 两大类. */
const IN_A_NAME = /^[一二三四五六七八九十两](?:大|个|项|类|条|种|大类)/u;
/** What a bare name leaves open: of which part it is. */
const OF_A_PART = /^(?:占地|面积|总?投资|用时)$/u;
const ROUGH_BEFORE = /(?:近|约|逾|超过|超|突破|达到|不足|最高)$/u;
const ROUGH_BEHIND = /^(?:以上|以下|左右|余|多)/u;
const ORDER: ReadonlyMap<string, number> = new Map(INDICATORS.map(({ name }, index) => [name, index]));

/** The figure as its sentence writes it, with 近, 突破, 以上. */
function written({ surface, passageNumber, start, end }: Fact, library: Library): string {
  const { sentences } = library.passage(passageNumber);
  const around = sentences.find((sentence) => sentence.start <= start && end <= sentence.end);
  const read = around?.read ?? '';
  const at = read.indexOf(surface);
  if (at < 0) return surface;
  const before = ROUGH_BEFORE.exec(read.slice(0, at))?.[0] ?? '';
  const behind = ROUGH_BEHIND.exec(read.slice(at + surface.length))?.[0] ?? '';
  return `${before === '达到' ? '' : before}${surface}${behind}`;
}

function weightOf({ subject, indicator, surface, unit, period, changePercent, isPlanned }: Fact): number {
  const known = measureOf(indicator).indicator !== null;
  const kind = UNITS.get(unit)?.kind;
  return (
    (known && subject === null ? 4 : 0) +
    (changePercent === null ? 0 : 1.5) +
    (period === null ? 0 : 1) +
    (subject === null ? 1 : -2) +
    (OF_A_PART.test(indicator) ? -9 : 0) +
    (kind === 'money' || kind === 'percent' || kind === 'area' ? 1 : 0) +
    (isPlanned ? -0.5 : 0) +
    (IN_A_NAME.test(surface) ? -4 : 0) +
    (indicator.length > 14 ? -1 : 0)
  );
}

const MIN_WEIGHT = 0.5;

/** The place of an indicator: that of the dictionary, else behind it. */
function placeOf({ indicator, subject }: Fact): number {
  const name = subject === null ? measureOf(indicator).indicator?.name : undefined;
  return name === undefined ? ORDER.size : (ORDER.get(name) ?? ORDER.size);
}

function sameFigure(one: Fact, other: Fact): boolean {
  const [left, right] = [one, other].map(({ indicator }) => measureOf(indicator).key);
  return left === right && one.subject === other.subject && one.value === other.value && one.unit === other.unit;
}

/** Returns the weightiest facts as key figures, at most `most`, in the order of the dictionary, then of the reports. */
export function keyFigures(
  facts: readonly Fact[],
  most: number,
  { library, citer }: { library: Library; citer: Citer },
): BriefFigure[] {
  const distinct: Fact[] = [];
  for (const fact of facts) {
    const known = distinct.findIndex((other) => sameFigure(other, fact));
    if (known < 0) distinct.push(fact);
    else if (distinct[known]?.period === null && fact.period !== null) distinct[known] = fact;
  }
  const best = distinct
    .map((fact, index) => ({ fact, index, weight: weightOf(fact) }))
    .filter(({ weight }) => weight >= MIN_WEIGHT)
    .sort((a, b) => b.weight - a.weight || a.index - b.index)
    .slice(0, most);
  return best
    .sort((a, b) => placeOf(a.fact) - placeOf(b.fact) || a.index - b.index)
    .map(({ fact }) => figureOf(fact, library, citer));
}

/** Returns a fact as a figure of a document. */
export function figureOf(fact: Fact, library: Library, citer: Citer): BriefFigure {
  const { district, subject, indicator, value, unit, period, changePercent, isPlanned, reportId, passageNumber } = fact;
  const isChange = unit === '%' && changePercent === value;
  return {
    district,
    subject,
    indicator,
    surface: written(fact, library),
    value,
    unit,
    period: timeOf(period),
    changePercent: isChange ? null : changePercent,
    isPlanned,
    citations: [citer.place(reportId, passageNumber, fact)],
  };
}
