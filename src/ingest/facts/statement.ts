// One named figure → the fact that it states, or none: whom it is of, what makes its name whole, its period, whether it is planned.
// A row that would not read as a true statement by itself is no fact.

import { foreignDistrictIn } from '../../lexicon/places/districts.ts';
import { factCue } from '../../lexicon/words/fact-cues.ts';
import type { Quantity } from '../../text/numbers.ts';
import { referenceDate } from '../../text/report-dates.ts';
import type { Fact, Passage, ReportMeta, Sentence } from '../../types.ts';
import { type Clauses, clauseAround, signedValue, spanOf, textBefore, textBehind } from './clauses.ts';
import { partCalled, subjectOf, type Topic, topicOf } from './district-part.ts';
import { periodOf } from './fact-periods.ts';
import { type IndicatorName, isName, isSelfExplanatory, type NamedFigure, wordsOf } from './indicator-name.ts';
import { isPlanned } from './planned.ts';

/** A report whose source may be at hand: with it a fact's span is its clause, without it the sentence. */
export type FactSource = ReportMeta & { readonly text?: string };

/** The report that is being read, and its sentences so far. */
export interface ReportContext {
  readonly report: FactSource;
  /** Names of the district, long and short. */
  readonly names: readonly string[];
  readonly earlier: string[];
}

/** A sentence, where it stands, and the period that it takes over from those before it. */
export interface SentenceInContext {
  readonly sentence: Sentence;
  readonly clauses: Clauses;
  readonly passage: Passage;
  readonly period: string | null;
}

/** Words of a single person: what people say of themselves, or of 小王, is no figure of a district. */
const PERSONAL = factCue('personal');
/** 第九期, 第五届 are names, not ranks. */
const RANK_UNIT = /^[位名]?$/;
const MIN_BARE_NUMBER = 10_000;
const LONGEST_INDICATOR = 30;
const LONGEST_NAME = 24;
/** Actions with money: in 投资3000万元与甲公司合作 the sum is an investment, not the worth of what was just counted. */
const ACT = factCue('money spent');
/** The part as it is pointed at, once it is known: *园区*入驻企业. */
const POINTED_AT = factCue('part pointed at');
/** Head of a table's row in normalized text: 云溪区2020年：. */
const ROW_HEAD = /^[^，。；：:]{2,30}(?<![说示绍称道])(?=[：:])/;
const TOTAL = factCue('total');
/** Measures of what was just counted, else of the district. */
const OF_BOTH = /^(?:实现)?(?:税收|营业收入)$/;

function isFigureOfFact({ unit, kind, value }: Quantity): boolean {
  if (kind === 'ordinal') return RANK_UNIT.test(unit);
  return unit !== '' || kind === 'ratio' || value >= MIN_BARE_NUMBER;
}

/** Returns the clause that begins at a place, up to a figure, without the date at its head. */
function headOf({ read, periods }: Clauses, at: number, until: number): { head: string; end: number } {
  const [start, end] = clauseAround({ read }, { start: at, end: at });
  const last = Math.min(end, until);
  const date = periods.findLast((period) => period.start >= start && period.end <= last && period.start - start <= 4);
  return { head: read.slice(date?.end ?? start, last).replace(/^(?:〔[^〕]*〕|[，、\s]|份|以来)+/, ''), end };
}

/** Of whom the clauses of a sentence speak up to a figure: the last that says so; a ；ends what was said before. */
function topicAt({ clauses }: SentenceInContext, quantity: Quantity, names: readonly string[]): Topic {
  const begin = Math.max(...['；', ';'].map((mark) => clauses.read.lastIndexOf(mark, quantity.start))) + 1;
  let topic: Topic = { kind: 'unsaid' };
  for (let at = begin; at < quantity.start; ) {
    const { head, end } = headOf(clauses, at, quantity.start);
    const told = topicOf(head, names);
    if (told.kind !== 'unsaid') topic = told;
    at = Math.max(end, at) + 1;
  }
  return topic;
}

/** Returns the part of the district that a figure is of: null for the whole district, undefined if nobody can tell. */
function subjectAt(
  context: SentenceInContext,
  quantity: Quantity,
  { reportContext: { names, earlier }, named }: { reportContext: ReportContext; named: IndicatorName },
): string | null | undefined {
  const topic = topicAt(context, quantity, names);
  if (topic.kind === 'beyond') return undefined;
  if (topic.kind === 'before')
    return partCalled(topic.of, [...earlier, context.clauses.read.slice(0, quantity.start)], names) ?? undefined;
  if (topic.kind === 'part') return topic.name;
  return named.verb === '' ? null : subjectOf(named.left, names);
}

/** Returns a name made whole by what it is of: 其中…, 注册资金 of the companies just counted; null if that stays unsaid. */
function completed(
  named: IndicatorName,
  previous: NamedFigure | null,
  { isAmong, isAct, subject }: { isAmong: boolean; isAct: boolean; subject: string | null },
): IndicatorName | null {
  const isNew = previous !== null && !named.noun.includes('的') && !named.noun.startsWith(previous.noun);
  if (isAmong && isNew && named.verb === '') return { ...named, noun: `${wordsOf(previous)}中的${named.noun}` };
  const isCounted = previous?.figure.kind === 'count';
  if (isSelfExplanatory(named) && !(isCounted && OF_BOTH.test(wordsOf(named)))) return named;
  const isOfCounted = isCounted && named.tail === '' && named.verb === '' && !isAct;
  if (!isOfCounted) return subject === null ? null : named;
  return { ...named, verb: TOTAL.test(named.noun) ? '' : previous.verb, noun: previous.noun + named.noun };
}

/** Returns an indicator without the part at its head, which is told beside it. */
function withoutSubject(indicator: string, subject: string | null): string {
  if (subject === null) return indicator;
  const rest = indicator.startsWith(subject) ? indicator.slice(subject.length) : indicator.replace(POINTED_AT, '');
  return rest === indicator ? indicator : rest.replace(/^(?:的|内|共|已|目前)+/, '');
}

/** Returns the indicator and the part that it is of; null if the words do not make a statement. */
function indicatorOf(
  context: SentenceInContext,
  quantity: Quantity,
  {
    reportContext,
    named,
    previous,
  }: { reportContext: ReportContext; named: IndicatorName; previous: NamedFigure | null },
): { indicator: string; subject: string | null } | null {
  const { clauses } = context;
  const subject = subjectAt(context, quantity, { reportContext, named });
  if (subject === undefined) return null;
  const isAmong = /^其中/.test(textBefore(clauses, quantity));
  const isSpent = ACT.test(named.noun) && !/^(?:的|以上|左右|$)/.test(textBehind(clauses, quantity));
  const isAct = isSpent || /^[筹融]资$/.test(named.noun);
  const whole = completed(named, previous, { isAmong, isAct, subject });
  const indicator = whole ? withoutSubject(wordsOf(whole), subject) : '';
  return indicator.length <= LONGEST_INDICATOR && isName(indicator.slice(0, LONGEST_NAME))
    ? { indicator, subject }
    : null;
}

/**
 * Returns the district of a figure: one that its clause names, or the head of the row that it stands in (云溪区2020年：…), else the report's.
 */
function districtOf(read: string, clause: string, own: string | null): string | null {
  const head = ROW_HEAD.exec(read)?.[0] ?? '';
  return foreignDistrictIn(clause, own) ?? foreignDistrictIn(head, own) ?? own;
}

/** Returns the fact that a named figure states, without its change; null if the row would not be a true statement alone. */
export function stateFigure(
  sentence: SentenceInContext,
  quantity: Quantity,
  knowledge: {
    readonly reportContext: ReportContext;
    readonly named: IndicatorName;
    readonly previous: NamedFigure | null;
  },
): Fact | null {
  const { clauses, passage } = sentence;
  const { report } = knowledge.reportContext;
  const [start, end] = clauseAround(clauses, quantity);
  if (!isFigureOfFact(quantity) || PERSONAL.test(clauses.read.slice(start, quantity.start))) return null;
  const told = indicatorOf(sentence, quantity, knowledge);
  const district = districtOf(clauses.read, clauses.read.slice(start, end), report.district);
  if (!told || (district === null && told.subject === null)) return null;
  const publishedOn = referenceDate(report);
  const period = periodOf(clauses, quantity, { period: sentence.period, publishedOn });
  return {
    ...spanOf(sentence, quantity, report.text),
    reportId: report.id,
    passageNumber: passage.number,
    district,
    ...told,
    period,
    value: signedValue(clauses.read, quantity),
    unit: quantity.unit,
    surface: quantity.surface,
    changePercent: null,
    isPlanned: isPlanned(clauses, quantity, { heading: passage.heading, period, publishedOn }),
    isApproximate: quantity.approximate,
  };
}
