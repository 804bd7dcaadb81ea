// The figures that a report states, as facts: district × indicator × period × value × unit, each with the clause that states it.
// It reads sentence by sentence and carries a period no further than the passage. What it cannot name, it leaves out.
import { districtNames, foreignDistrictIn } from '../lexicon/districts.ts';
import { findQuantities, type Quantity } from '../text/numbers.ts';
import { findPeriods, type PeriodMention } from '../text/periods.ts';
import type { Fact, Passage, ReportMeta, Sentence, Span } from '../types.ts';
import { type Clauses, changeBefore, clauseAround, indicatorOf } from './indicator.ts';

/** A report whose source may be at hand: with it a fact's span is its clause, without it the sentence. */
export type FactSource = ReportMeta & { readonly text?: string };

/** What stays the same while one report is read. */
interface Reader {
  readonly report: FactSource;
  readonly names: readonly string[];
}

/** What a sentence takes over from those before it in its passage. */
interface Carried {
  readonly passageNumber: number;
  readonly period: string | null;
  readonly publishedOn: string | null;
}

/** Figures that measure nothing by themselves unless the words before say that time was used. */
const TIME_USED = /(?:用时|耗时|历时|仅用|只用|只需|需|缩短[至到]|压缩[至到]|工期)$/;

function isFact(quantity: Quantity, read: string): boolean {
  if (quantity.unit === '') return quantity.kind === 'ratio' || quantity.value >= 10_000;
  return quantity.kind !== 'duration' || TIME_USED.test(read.slice(0, quantity.start));
}

/** Places in a sentence as read → places in the source, where only resolutions 〔…〕 were put in; null where more was changed. */
function sourceOffsets(sentence: Sentence, text: string | undefined): ((offset: number) => number) | null {
  if (text?.slice(sentence.start, sentence.end) !== sentence.read.replaceAll(/〔[^〕]*〕/g, '')) return null;
  return (offset) => sentence.start + sentence.read.slice(0, offset).replaceAll(/〔[^〕]*(?:〕|$)/g, '').length;
}

function spanOf(
  clauses: Clauses,
  quantity: Quantity,
  { sentence, text }: { sentence: Sentence; text: string | undefined },
): Span {
  const offset = sourceOffsets(sentence, text);
  if (!offset) return { start: sentence.start, end: sentence.end };
  const [start, end] = clauseAround(clauses, quantity);
  const clause = clauses.read.slice(start, end);
  const margin = clause.length - clause.trimStart().length;
  return { start: offset(start + margin), end: offset(start + clause.trimEnd().length) };
}

const NOW = /(?:目前|现在|如今|截至发稿)(?!为止的)/g;

/** The periods of a sentence as read, without the resolutions 〔…〕, which say once more what stands before them. */
function periodsOf(read: string, publishedOn: string | null): PeriodMention[] {
  return findPeriods(read, publishedOn).filter(({ start }) => read[start - 1] !== '〔');
}

/** The periods of a sentence that date its figures: not those compared with (比2018年), nor those announced (计划8月底). */
function datingPeriods({ read, periods }: Clauses): PeriodMention[] {
  return periods.filter(
    ({ start }) => !/(?:[比较与]|(?:计划|预计|将于|力争|拟于?)[^，。；]{0,4})$/.test(read.slice(0, start)),
  );
}

/** The period that holds for a figure: the last one before it, the date of the report after 目前, else the one carried so far. */
function periodOf(clauses: Clauses, quantity: Quantity, carried: Carried): string | null {
  const period = datingPeriods(clauses)
    .filter(({ end }) => end <= quantity.start)
    .at(-1);
  const now = [...clauses.read.slice(0, quantity.start).matchAll(NOW)].at(-1)?.index ?? -1;
  return now > (period?.start ?? -1) ? carried.publishedOn : (period?.period ?? carried.period);
}

/** What a sentence leaves for the next one: a year or a stretch, or 截至9月底, lasts; the day of an event does not. */
function carriedFrom(clauses: Clauses, before: string | null): string | null {
  const last = datingPeriods(clauses).at(-1);
  if (!last) return before;
  const lasts = last.kind !== 'day' && (last.kind !== 'month' || /截[至止]$/.test(clauses.read.slice(0, last.start)));
  return lasts ? last.period : null;
}

/** Puts a change onto the figures before it: the last one, or with 分别 as many as there are changes. */
function attachChanges(facts: Fact[], changes: readonly number[]): void {
  const first = facts.length - changes.length;
  changes.forEach((changePercent, index) => {
    const fact = facts[first + index];
    if (fact && fact.unit !== '%' && fact.changePercent === null) facts[first + index] = { ...fact, changePercent };
  });
}

/** Percentages that say how the figures before them changed, by the first of each run: 分别增长62%、51%. */
function changeRuns(clauses: Clauses): Map<Quantity, number[]> {
  const runs = new Map<Quantity, number[]>();
  let current: { values: number[]; sign: number } | null = null;
  for (const [index, quantity] of clauses.quantities.entries()) {
    const change = changeBefore(clauses, quantity);
    const previous = clauses.quantities[index - 1];
    const listed =
      previous && quantity.unit === '%' && /^[、和及]$/.test(clauses.read.slice(previous.end, quantity.start));
    if (change) {
      current = { values: [change.sign * quantity.value], sign: change.sign };
      runs.set(quantity, current.values);
    } else if (listed && current) {
      current.values.push(current.sign * quantity.value);
      runs.set(quantity, []);
    } else current = null;
  }
  return runs;
}

function factsOfSentence(
  sentence: Sentence,
  clauses: Clauses,
  { report, names, carried }: Reader & { carried: Carried },
): Fact[] {
  const { read } = clauses;
  const runs = changeRuns(clauses);
  const facts: Fact[] = [];
  let subject = '';
  for (const quantity of clauses.quantities) {
    const run = runs.get(quantity);
    const indicator = indicatorOf(clauses, quantity, { names, previous: subject });
    // 占全市60%，居全省第二: both are of the same thing, not the second of the first.
    if (indicator !== '' && !(subject !== '' && indicator.startsWith(subject))) subject = indicator;
    const rest = changeBefore(clauses, quantity)?.rest.trim() ?? '';
    // 同比增长16.1% says how the figure before it changed; 社会消费品零售总额同比增长24% is a fact of its own.
    if (run && rest.length < 2) attachChanges(facts, run);
    if ((run && rest.length < 2) || indicator === '' || !isFact(quantity, read)) continue;
    const [start, end] = clauseAround(clauses, quantity);
    facts.push({
      ...spanOf(clauses, quantity, { sentence, text: report.text }),
      reportId: report.id,
      passageNumber: carried.passageNumber,
      district: foreignDistrictIn(read.slice(start, end), report.district) ?? report.district,
      subject: null,
      indicator,
      period: periodOf(clauses, quantity, carried),
      value: quantity.value,
      unit: quantity.unit,
      surface: quantity.surface,
      changePercent: run?.[0] ?? null,
      isPlanned: false,
      isApproximate: quantity.approximate,
    });
  }
  return facts;
}

/**
 * The facts that the body of a report states, in order.
 * @param report with `text`, each fact's span is its clause; where the sentence was repaired, and without `text`, the whole sentence
 * @param passages the report's own, with their numbers
 */
export function extractFacts(report: FactSource, passages: readonly Passage[]): Fact[] {
  const reader = { report, names: report.district === null ? [] : districtNames(report.district).names };
  return passages.flatMap((passage) => {
    let period: string | null = null;
    return passage.sentences.flatMap((sentence) => {
      if (sentence.role !== 'body') return [];
      const carried = { passageNumber: passage.number, period, publishedOn: report.publishedOn };
      const { read } = sentence;
      const clauses = { read, quantities: findQuantities(read), periods: periodsOf(read, report.publishedOn) };
      const facts = factsOfSentence(sentence, clauses, { ...reader, carried });
      period = carriedFrom(clauses, period);
      return facts;
    });
  });
}
