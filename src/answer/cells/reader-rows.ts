// The rows of a statistic that the fact table leaves empty, out of the sentences that were found for their districts: a figure whose
// own words, and what it counts, are those of the measure.
import { BARE_VERBS, BREAKS, COUNT_VERBS, LEADS, LINKS, VERBS_IN_NAMES } from '../../lexicon/words/indicator-words.ts';
import { isOfFamily, type Measure, measureOf } from '../../lexicon/words/indicators.ts';
import { type Candidate, candidatesOf } from '../../read/candidates.ts';
import { formatExtract } from '../../read/cut.ts';
import { prepareQuestion } from '../../read/features.ts';
import { rank } from '../../read/ranking.ts';
import { withRoughness } from '../../read/widen.ts';
import { clausesOf, trimMarks } from '../../text/clauses.ts';
import { fold } from '../../text/normalise.ts';
import type { Quantity } from '../../text/numbers.ts';
import { periodsOverlap } from '../../text/periods.ts';
import { wordSpans } from '../../text/tokens.ts';
import { isSubject } from '../../understand/turn-words.ts';
import type { Understanding } from '../../understand/types.ts';
import { contentWords, partsOf } from '../../understand/words.ts';
import type { AnswerResources, SearchResult } from '../context.ts';
import { type StatedFigure, statedOf } from '../stated-figure.ts';
import { nameOf, type Row, type Rows, timeOf } from './row.ts';
import type { AskedStatistic } from './statistic.ts';

/** So many of the best sentences of a district are looked at. */
const MAX_SENTENCES = 8;
/** What is counted stands within so many characters of its figure. */
const AT_FIGURE = 6;

/** The words of a measure: all of them stand in the clause of its figure; the noun that is counted, or the last word, right at it. */
interface MeasureWords {
  readonly all: readonly string[];
  readonly counted: string;
}

/** Words of a measure that the unit of its figures says already: 征迁面积 … 500万平方米. */
const SAID_BY_UNIT: ReadonlySet<string> = new Set([
  '面积',
  '数量',
  '总数',
  '个数',
  '家数',
  '人数',
  '户数',
  '金额',
  '总量',
]);

function wordsOf({ literal }: Measure): MeasureWords {
  const words = contentWords(literal).flatMap(({ word }) => (partsOf(word).length > 0 ? partsOf(word) : [word]));
  const all = [...new Set(words)].filter((word) => word.length > 1 && !SAID_BY_UNIT.has(word));
  const nouns = all.filter((word) => isSubject(word) && !isVerb(word));
  return { all, counted: nouns.at(-1) ?? all.at(-1) ?? '' };
}

const VERBS = [COUNT_VERBS, VERBS_IN_NAMES, BARE_VERBS, BREAKS, LEADS, LINKS];
const isVerb = (word: string): boolean => VERBS.some(({ words }) => words.has(word));

/** True if a row of the fact table counts a narrower thing than a measure: 新增大学生创业企业 is no 新增企业. */
function isNarrower(indicator: string, { all }: MeasureWords): boolean {
  const rest = all.reduce((text, word) => text.replace(word, ' '), fold(indicator).replace(/["'“”的了]/gu, ''));
  return wordSpans(rest).some(({ word }) => word.length > 1 && !isVerb(word) && !SAID_BY_UNIT.has(word));
}

/** The clause of a figure, and what stands right at it, folded, without quotation marks. */
function aroundOf({ start, end }: Quantity, folded: string) {
  const bare = (text: string): string => text.replace(/["'“”的了]/gu, '');
  const clause = clausesOf(folded).find((each) => each.start <= start && each.end >= end) ?? {
    start: 0,
    end: folded.length,
  };
  const before = bare(folded.slice(clause.start, start)).slice(-AT_FIGURE - 2);
  const behind = bare(folded.slice(end, clause.end)).slice(0, AT_FIGURE + 2);
  return { clause, text: bare(folded.slice(clause.start, clause.end)), before, behind };
}

/** True if the words around a figure say that it is of a measure. */
function isNamed(measure: Measure, quantity: Quantity, folded: string): boolean {
  const { text, before, behind } = aroundOf(quantity, folded);
  const { indicator } = measure;
  const names = indicator ? [indicator.name, ...indicator.others].map(fold) : [];
  if (names.some((name) => before.endsWith(name) || behind.startsWith(name))) return true;
  const { all, counted } = wordsOf(measure);
  // 14个街道产业园 counts no 街道.
  const isAt =
    before.endsWith(counted) || new RegExp(`${counted}(?![\\p{Script=Han}]{0,2}[园区院所站店业])`, 'u').test(behind);
  return all.length > 0 && all.every((word) => text.includes(word)) && isAt;
}

/** Measures of money, area or length that are no indicators: 棚改资金. */
const MONEY_NAMED = /[资金额款值收入费投钱税]$|资金|投资|面积|长度|里程/u;

/** True if a figure can be of a measure by its kind and its unit. */
function fits({ indicator, aspect, literal }: Measure, { kind, unit }: Quantity): boolean {
  if (kind === 'ordinal' || kind === 'other' || kind === 'duration') return false;
  if (aspect === 'change') return unit === '%';
  return indicator
    ? isOfFamily(unit, indicator.family)
    : kind === 'count' || (unit !== '%' && MONEY_NAMED.test(literal));
}

/** True if the fact table calls a figure by the name of another known indicator or counts another noun, or says it of a part. */
function isElse({ fact, part }: StatedFigure, measure: Measure): boolean {
  if (part !== null || !fact) return part !== null;
  const own = measureOf(fact.indicator);
  if (own.key === measure.key) return false;
  const words = wordsOf(measure);
  const isHead = fold(fact.indicator)
    .replace(/["'“”]/gu, '')
    .endsWith(words.counted);
  return own.indicator !== null || (isNarrower(fact.indicator, words) && !isHead);
}

function rowOf(
  candidate: Candidate,
  quantity: Quantity,
  { district, measure, stated }: { district: string; measure: Measure; stated: StatedFigure },
): Row {
  const { prepared, periods } = candidate;
  const { read } = prepared.sentence;
  const { clause } = aroundOf(quantity, prepared.folded);
  const whole = withRoughness(quantity, prepared);
  const surface = read.slice(whole.start, whole.end);
  return {
    name: nameOf(district),
    value: quantity.value,
    unit: quantity.unit,
    surface,
    measure:
      stated.fact && isNarrower(stated.fact.indicator, wordsOf(measure)) ? measureOf(stated.fact.indicator) : measure,
    period: timeOf(stated.fact?.period ?? periods[0]?.period ?? null),
    isPlanned: stated.fact?.isPlanned ?? false,
    isApproximate: quantity.approximate,
    said: formatExtract({ value: surface, window: trimMarks(read.slice(clause.start, clause.end)) }),
    supports: [candidate],
  };
}

/** The first figure of a measure in the best sentences of a district. */
function rowIn(
  candidates: readonly Candidate[],
  { district, measure }: { district: string; measure: Measure },
  { library }: AnswerResources,
): Row | null {
  for (const candidate of candidates) {
    const { quantities, folded } = candidate.prepared;
    for (const quantity of quantities) {
      if (!fits(measure, quantity) || !isNamed(measure, quantity, folded)) continue;
      const stated = statedOf(candidate, quantity, library) ?? { fact: null, part: null };
      if (!isElse(stated, measure)) return rowOf(candidate, quantity, { district, measure, stated });
    }
  }
  return null;
}

/** The best sentences that a search found, of the periods asked for. */
function bestOf({ hits }: SearchResult, understanding: Understanding, resources: AnswerResources): Candidate[] {
  const question = prepareQuestion(understanding, understanding.asks[0]);
  const ranked = rank(question, candidatesOf(hits, resources.library, resources.preparer), resources);
  const { periods } = understanding;
  return ranked
    .map(({ candidate }) => candidate)
    .filter(({ prepared }) => prepared.sentence.role === 'body')
    .filter(
      (each) =>
        periods.length === 0 || each.periods.some(({ period }) => periods.some((one) => periodsOverlap(one, period))),
    )
    .slice(0, MAX_SENTENCES);
}

/** Returns the rows with those that the fact table leaves empty filled out of the sentences found. */
export function readMissing(
  understanding: Understanding,
  { asked, found, table }: { asked: AskedStatistic; found: readonly SearchResult[]; table: Rows },
  resources: AnswerResources,
): Rows {
  const { measure } = asked;
  const rows = found.flatMap((one): Row[] => {
    const district = one.search.districts[0] ?? '';
    if (!table.missing.includes(nameOf(district))) return [];
    const row = rowIn(bestOf(one, understanding, resources), { district, measure }, resources);
    return row ? [row] : [];
  });
  const named = new Set(rows.map(({ name }) => name));
  const order = found.map(({ search }) => nameOf(search.districts[0] ?? ''));
  const all = [...table.rows, ...rows].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  return { rows: all, missing: table.missing.filter((name) => !named.has(name)) };
}
