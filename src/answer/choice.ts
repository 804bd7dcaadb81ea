// One question at one set of sentences: ranks them, drafts the answer, and says how sure it is. Both a plain question and a
// cell of a comparison are such a choice.

import { fold } from '../text/normalise.ts';
import { findQuantities } from '../text/numbers.ts';
import { bigrams } from '../text/tokens.ts';
import type { Fact, Library, Sentence } from '../types.ts';
import { findAsks } from '../understand/asks.ts';
import type { Ask, Understanding } from '../understand/types.ts';
import { candidatesOf } from './candidates.ts';
import { confidenceOf, periodClash, SIGNAL_NAMES, signalsOf } from './confidence.ts';
import type { Draft } from './draft.ts';
import { draftFacts } from './facts.ts';
import { probeOf } from './features.ts';
import { asksForOrganisation, kindFit } from './kinds.ts';
import { literalMatch, shareIn } from './match.ts';
import type { Found, Means } from './means.ts';
import { draftPassages } from './passages.ts';
import { type Ranked, rank } from './ranking.ts';
import { mendSlips } from './slips.ts';

/** What was chosen for a question. */
export interface Choice {
  readonly draft: Draft;
  readonly ranked: readonly Ranked[];
  /** 0 … 1: how sure it is that this answers. */
  readonly confidence: number;
  /** What the confidence was told from. */
  readonly signals: Float64Array;
  /** Something the question demands and the evidence lacks, whatever the confidence. */
  readonly flaw: 'period-not-covered' | 'attribute-not-covered' | null;
}

/** Shapes whose answer is a fact cut out of a sentence. */
const FACT_SHAPES: ReadonlySet<string> = new Set(['figure', 'name', 'date', 'person']);
/** A sentence about the right period is preferred to a better one about another, if its score comes this near. */
const PERIOD_SHARE = 0.7;
const KIND_SHARE = 0.7;
const SHORTEST_NAME = 2;
/** Mistyped names share at least this much of their pairs of characters with the right one. */
const NEARLY = 0.4;
const MISSING_SIGNALS = ['nounMissing', 'nounNotInSentence', 'figureFar'] as const;
const ALMOST_ONE = 0.99;
const TELLING_WEIGHT = 9;

/**
 * Where no district is named one report answers: the one of the best sentence that holds the kind of thing asked for, if it
 * scores nearly as well as the very best; else the one of the very best.
 */
function ofOneReport(ask: Ask, ranked: readonly Ranked[]): Ranked[] {
  const least = KIND_SHARE * (ranked[0]?.score ?? 0);
  const fitting = demandsKind(ask)
    ? ranked.find(({ candidate, score }) => score >= least && kindFit(ask, candidate.prepared) > 0)
    : undefined;
  const report = (fitting ?? ranked[0])?.candidate.report.id;
  return ranked.filter(({ candidate }) => candidate.report.id === report);
}

/** Sentences about the period asked for first, where there are any that score nearly as well. */
function rightPeriodFirst(understanding: Understanding, ask: Ask, ranked: readonly Ranked[]): readonly Ranked[] {
  const probe = probeOf(understanding, ask);
  const best = ranked[0];
  if (!best || periodClash(probe, best) === 0) return ranked;
  const better = ranked.find(
    (other) =>
      periodClash(probe, other) === 0 &&
      other.score >= PERIOD_SHARE * best.score &&
      kindFit(ask, other.candidate.prepared) > 0,
  );
  return better ? [better, ...ranked.filter((other) => other !== better)] : ranked;
}

function draftFor(
  understanding: Understanding,
  ranked: readonly Ranked[],
  means: Means,
): { draft: Draft; isComplete: boolean } | null {
  const [ask, ...more] = understanding.asks;
  if (!FACT_SHAPES.has(ask.shape))
    return draftPassages({ understanding, ask, ranked, library: means.library, preparer: means.preparer });
  const candidates = ranked.map(({ candidate }) => candidate);
  const rankedFor = [ranked, ...more.map((each) => rank(probeOf(understanding, each), candidates, means))];
  const draft = draftFacts({ ...understanding, rankedFor, factsOf: factTable(understanding, means.library) });
  return draft && { draft, isComplete: true };
}

/** The fact table's rows about the districts of a question, by the sentence that states them; read when a figure is first cut. */
function factTable({ districts }: Understanding, library: Library): (sentence: Sentence) => readonly Fact[] {
  let facts: readonly Fact[] | null = null;
  return ({ start, end }) => {
    facts ??= districts.flatMap((district) => [...library.facts(district)]);
    return facts.filter((fact) => fact.start >= start && fact.end <= end);
  };
}

/** Whether an ask can only be answered by a certain kind of thing. */
function demandsKind(ask: Ask): boolean {
  return ask.shape === 'figure' || ask.shape === 'person' || ask.shape === 'date' || asksForOrganisation(ask);
}

/** A numeral: its unit, or the calendar it counts by, may be one that we do not know. */
const NUMERAL = /[\d〇零一二两三四五六七八九十百千万亿半]/u;

/**
 * Whether the kind of thing asked for stands in none of the sentences that the draft rests on. Where no district is named, reports
 * may be about anything and count by any unit: there a numeral may be the figure or the date.
 */
function lacksKind(understanding: Understanding, ask: Ask, { supports }: Draft): boolean {
  if (!demandsKind(ask)) return false;
  const mayBeNumeral = !isPlaced(understanding) && (ask.shape === 'figure' || ask.shape === 'date');
  return supports.every(
    ({ prepared }) => kindFit(ask, prepared) === 0 && !(mayBeNumeral && NUMERAL.test(prepared.folded)),
  );
}

/** Whether only the reports on what the question names were searched. */
export function isPlaced({ districts, places }: Understanding): boolean {
  return districts.length > 0 || places.length > 0;
}

/** Whether a thing that the question names in quotation marks stands nowhere around the draft's sentences, not even nearly. */
function lacksNamed({ quoted }: Understanding, { supports }: Draft): boolean {
  const around = supports
    .map(({ before, prepared, after, above, passage }) =>
      [before, prepared.folded, after, above, ...passage.sentences.map(({ read }) => fold(read))].join(' '),
    )
    .join(' ');
  return quoted.some(
    (name) => name.length >= SHORTEST_NAME && shareIn(bigrams(name), around) < NEARLY && !around.includes(name),
  );
}

/** Whether what is counted (多少个航天员), a word that says much, stands neither in the sentence nor anywhere around. */
function lacksNoun({ terms, language }: Understanding, { noun, text }: Ask, signals: Float64Array): boolean {
  const isCounted = noun.length > 1 && /[少几][^，,]{0,3}$/u.test(text.slice(0, Math.max(0, text.indexOf(noun))));
  const isTelling = terms.some(({ word, weight }) => weight >= TELLING_WEIGHT && noun.includes(word));
  if (language !== 'zh' || !isCounted || !isTelling) return false;
  return MISSING_SIGNALS.every((name) => (signals[SIGNAL_NAMES.indexOf(name)] ?? 0) >= ALMOST_ONE);
}

/**
 * Whether a follow-up that asks for nothing by itself (那重大产业项目呢) names things of which none stands around the sentence:
 * then it is no question about them, and what it took over from the question before does not answer it.
 */
function lacksOwn({ followUp, terms }: Understanding, ask: Ask, { candidate }: Ranked): boolean {
  const own = terms.filter(({ carried }) => !carried);
  if (!followUp || own.length === 0 || findAsks(ask.text)[0].shape !== 'open') return false;
  const { before, prepared, after, above } = candidate;
  const around = [before, prepared.folded, after, above].join(' ');
  return own.every((term) => literalMatch(term, around) === 0);
}

/** Whether the figure that was cut is one that the question itself states (那53个项目里医药的有几个): then it is not what is asked for. */
function repeatsQuestion({ question }: Understanding, ask: Ask, { short }: Draft): boolean {
  const [said] = ask.shape === 'figure' ? findQuantities(short) : [];
  // Numerals in words are mostly names (三轮车, 一大批).
  const given = findQuantities(fold(question)).filter(({ surface }) => /\d/.test(surface));
  return said !== undefined && given.some(({ value, unit }) => value === said.value && unit === said.unit);
}

/** Chooses among what one search found; null where it found nothing. */
export function choose(asked: Understanding, { hits, ...reach }: Found, means: Means): Choice | null {
  const candidates = candidatesOf(hits, means.library, means.preparer);
  const understanding = { ...asked, terms: mendSlips(asked.terms, candidates) };
  const [ask] = understanding.asks;
  const all = rank(probeOf(understanding, ask), candidates, means);
  const ranked = rightPeriodFirst(understanding, ask, understanding.districts.length > 0 ? all : ofOneReport(ask, all));
  const drafted = draftFor(understanding, ranked, means);
  if (!drafted) return null;
  const best = ranked.find(({ candidate }) => candidate === drafted.draft.supports[0]) ?? ranked[0];
  if (!best) return null;
  const probe = probeOf(understanding, ask);
  const model = isPlaced(understanding) ? means.confidence.named : means.confidence.open;
  const signals = signalsOf(probe, best, {
    ...reach,
    vectors: means.vectors,
    passageCount: means.library.passageCount,
  });
  const clashes = periodClash(probe, best) === 1;
  const lacks =
    lacksKind(understanding, ask, drafted.draft) ||
    !drafted.isComplete ||
    lacksNamed(understanding, drafted.draft) ||
    repeatsQuestion(understanding, ask, drafted.draft) ||
    lacksNoun(understanding, ask, signals) ||
    lacksOwn(understanding, ask, best);
  return {
    draft: drafted.draft,
    ranked,
    confidence: confidenceOf(signals, model),
    signals,
    flaw: clashes ? 'period-not-covered' : lacks ? 'attribute-not-covered' : null,
  };
}
