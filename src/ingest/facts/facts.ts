// The figures that a report states, as facts: district (or a part of it) × indicator × period × value × unit, each with the clause that
// states it. It reads sentence by sentence; what it cannot name so that the row reads as a true statement alone, it leaves out.
import { districtNames } from '../../lexicon/places/districts.ts';
import type { Quantity } from '../../text/numbers.ts';
import { periodOfTitle, referenceDate } from '../../text/report-dates.ts';
import type { Fact, Passage } from '../../types.ts';
import { type Clauses, changeBefore, changeRuns, clausesOf, periodsOf } from './clauses.ts';
import { namesPart } from './district-part.ts';
import { carriedFrom, periodOfHeading, periodOfOrigin } from './fact-periods.ts';
import { nameFigure } from './indicator.ts';
import { type IndicatorName, isSelfExplanatory, type NamedFigure } from './indicator-name.ts';
import { isOrigin } from './relations.ts';
import { type FactSource, type ReportContext, type SentenceInContext, stateFigure } from './statement.ts';

export type { FactSource } from './statement.ts';

/** Puts a change onto the figures before it: the last one, or with 分别 as many as there are changes. */
function attachChanges(facts: (Fact | null)[], changes: readonly number[]): void {
  const first = facts.length - changes.length;
  changes.forEach((changePercent, index) => {
    const fact = facts[first + index];
    if (fact && fact.unit !== '%' && fact.changePercent === null) facts[first + index] = { ...fact, changePercent };
  });
}

/** Gives each rate of a list the thing counted before it: 项目70个，*开工率、投产率*分别为90%和80%. */
function withOwner(named: IndicatorName | null, previous: NamedFigure | null): IndicatorName | null {
  if (!named?.others?.length || isSelfExplanatory(named) || previous?.figure.kind !== 'count') return named;
  const owned = (noun: string): string => previous.noun + noun;
  return { ...named, verb: previous.verb, noun: owned(named.noun), others: named.others.map(owned) };
}

/** Returns the figure that those behind may refer to, once a figure is named. */
function nextPrevious(named: NamedFigure, previous: NamedFigure | null, isStart: boolean): NamedFigure | null {
  const isReferable =
    (named.tail === '' || named.tail === '完成' || named.tail === '办完') &&
    (isSelfExplanatory(named) || previous === null);
  if (named.others !== undefined || isReferable) return named;
  return previous && { ...previous, end: named.end, figure: isStart ? named.figure : previous.figure };
}

/** True if a percentage only says how the figures before it changed (同比增长16%); 零售总额同比增长24% is a fact of its own. */
function isChangeOnly(clauses: Clauses, quantity: Quantity, previous: NamedFigure | null): boolean {
  const rest = changeBefore(clauses, quantity)?.rest.trim() ?? '';
  return rest.length < 2 && !previous?.others?.length;
}

/** The fact that a named figure states; where a change began, only if its time is said. */
function stated(
  context: SentenceInContext,
  quantity: Quantity,
  { isStart, ...knowledge }: Parameters<typeof stateFigure>[2] & { readonly isStart: boolean },
): Fact | null {
  const origin = isStart ? periodOfOrigin(context.clauses, quantity) : null;
  if (isStart && origin === null) return null;
  const fact = stateFigure(context, quantity, knowledge);
  return fact && origin !== null ? { ...fact, period: origin } : fact;
}

function factsOfSentence(context: SentenceInContext, reportContext: ReportContext): Fact[] {
  const { clauses } = context;
  const runs = changeRuns(clauses);
  const facts: (Fact | null)[] = [];
  let previous: NamedFigure | null = null;
  let changes: number[] = [];
  for (const quantity of clauses.quantities) {
    const run = runs.get(quantity);
    if (run && isChangeOnly(clauses, quantity, previous)) {
      attachChanges(facts, run);
      continue;
    }
    changes = run?.length ? [...run] : changes;
    const named = withOwner(nameFigure(clauses, quantity, { names: reportContext.names, previous }), previous);
    const isStart = isOrigin(clauses, quantity);
    const fact = named && stated(context, quantity, { reportContext, named, previous, isStart });
    facts.push(fact && run ? { ...fact, changePercent: changes.shift() ?? null } : fact);
    if (named) previous = nextPrevious({ ...named, figure: quantity }, previous, isStart);
  }
  return facts.filter((fact) => fact !== null);
}

/**
 * Returns the facts that the body of a report states, in order.
 * @param report with `text`, each fact's span is its clause; where the sentence was repaired, and without `text`, the whole sentence
 * @param passages the report's own, with their numbers
 */
export function extractFacts(report: FactSource, passages: readonly Passage[]): Fact[] {
  const { district } = report;
  const publishedOn = referenceDate(report);
  const ofTitle = periodOfTitle(report);
  const reportContext: ReportContext = {
    report,
    names: district === null ? [] : districtNames(district).names,
    earlier: [],
  };
  return passages.flatMap((passage) => {
    const ofHeading = periodOfHeading(passage.heading, publishedOn) ?? ofTitle;
    let period = ofHeading;
    return passage.sentences.flatMap((sentence) => {
      if (sentence.role !== 'body') return [];
      const isOfSomeone = district !== null || namesPart(sentence.read);
      const clauses = isOfSomeone
        ? clausesOf(sentence.read, publishedOn)
        : { read: sentence.read, quantities: [], periods: periodsOf(sentence.read, publishedOn) };
      const facts = isOfSomeone ? factsOfSentence({ sentence, clauses, passage, period }, reportContext) : [];
      reportContext.earlier.push(sentence.read);
      period = carriedFrom(clauses, { period, publishedOn }) ?? ofHeading;
      return facts;
    });
  });
}
