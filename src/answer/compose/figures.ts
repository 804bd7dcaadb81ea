// Drafts the answer to what asks for facts: figures, names, dates, persons. Several asks share a sentence where they can.

import { type Extract, extractClauses, formatExtract, type Wanted } from '../../read/cut.ts';
import { extractDate, extractFigure, extractName, extractPerson } from '../../read/extract.ts';
import { type Judged, UNJUDGED } from '../../read/judging.ts';
import type { Ranked } from '../../read/ranking.ts';
import type { Language } from '../../types.ts';
import type { Ask, Term } from '../../understand/types.ts';
import { contradiction, type ExtractedAnswer } from './conflict.ts';
import { clip, type Draft, MAX_SHORT } from './draft.ts';
import { labelled } from './labelled.ts';
import { haveOneStanding, ofTheStanding } from './standing.ts';

/** A further ask prefers the sentence that answered the one before, then its passage. */
const SAME_SENTENCE_BONUS = 1.5;
const SAME_PASSAGE_BONUS = 0.5;

/** Sentences tried for an ask; one that only repeats a figure given already yields to another that scores this near. */
const MAX_TRIED = 8;
const FRESH_SHARE = 0.5;
const ALSO_STATED = { zh: '另一处记为', en: 'also stated as ' } as const;
/** A sentence whose score comes this near to the chosen one's answers hardly less often: then both are shown. */
const SURE_LEAD = 1;
const SEE_ALSO = { zh: '另见：', en: 'see also: ' } as const;
/** With less room than this the second is not shown (UTF-16 units). */
const MIN_ROOM = 16;
/** Words of the question that its other asks use count this much in cutting for one ask. */
const OTHER_ASK_WEIGHT = 0.3;

/** The question's terms as one of several asks weighs them: its own words in full. */
function termsFor(ask: Ask, asks: readonly Ask[], terms: readonly Term[]): readonly Term[] {
  const own = terms.filter(({ word }) => ask.text.includes(word));
  if (asks.length < 2 || own.length === 0) return terms;
  return terms.map((term) => (own.includes(term) ? term : { ...term, weight: term.weight * OTHER_ASK_WEIGHT }));
}

function extractFor(wanted: Wanted, { candidate: { prepared } }: Ranked): Extract | null {
  switch (wanted.ask.shape) {
    case 'figure':
      return extractFigure(wanted, prepared);
    case 'date':
      return extractDate(wanted, prepared);
    case 'person':
      return extractPerson(wanted, prepared);
    default:
      return extractName(wanted, prepared);
  }
}

function preferNear(ranked: readonly Ranked[], previous: Ranked | null): readonly Ranked[] {
  if (!previous) return ranked;
  const bonus = ({ candidate }: Ranked): number => {
    if (candidate.prepared === previous.candidate.prepared) return SAME_SENTENCE_BONUS;
    return candidate.passage === previous.candidate.passage ? SAME_PASSAGE_BONUS : 0;
  };
  return [...ranked].sort((a, b) => b.score + bonus(b) - a.score - bonus(a));
}

/** The best-ranked sentence out of which the ask can be extracted; the very best, whole clauses, if none of the first few can. */
function answerAsk(
  wanted: Wanted,
  ranked: readonly Ranked[],
  mayAnswer: (found: ExtractedAnswer) => boolean,
): ExtractedAnswer | null {
  const first = ranked[0];
  let repeated: ExtractedAnswer | null = null;
  for (const choice of ranked.slice(0, MAX_TRIED)) {
    const extract = extractFor(wanted, choice);
    if (extract && !wanted.taken.includes(extract.value) && mayAnswer({ choice, extract })) return { choice, extract };
    if (extract) repeated ??= { choice, extract };
    if (repeated && choice.score < FRESH_SHARE * repeated.choice.score) break;
  }
  if (repeated) return repeated;
  return first ? { choice: first, extract: extractClauses(wanted, first.candidate.prepared) } : null;
}

/** Cuts of one sentence are said together: `289个、70.5亿元（引进…289个，注册资金70.5亿元）`. */
function sayTogether(extracts: readonly Extract[]): string {
  const values = [...new Set(labelled(extracts))].filter((value) => value !== '');
  const windows = [...new Set(extracts.map(({ window }) => window))];
  const kept = windows.filter((window) => !windows.some((other) => other !== window && other.includes(window)));
  return formatExtract({ value: values.join('、'), window: kept.join('，') });
}

/** Input of answers to fact-shaped asks. */
interface FactSources extends Pick<Wanted, 'periods' | 'factsOf'> {
  /** True if what was extracted of a sentence may answer an ask: of its indicator, and of the whole district. */
  readonly mayAnswer: (ask: Ask, found: ExtractedAnswer) => boolean;
  /** What a reader says of the sentences for each ask, in the order of the asks; empty without one. */
  readonly judgedFor: readonly Judged[];
  readonly asks: readonly [Ask, ...Ask[]];
  /** The ranking of each ask, in the order of the asks. */
  readonly rankedFor: readonly (readonly Ranked[])[];
  readonly terms: readonly Term[];
  readonly answerLanguage: Language;
}

/** Cuts grouped by the sentence they come from. */
function grouped(answerings: readonly ExtractedAnswer[]): { choice: Ranked; extracts: Extract[] }[] {
  const groups: { choice: Ranked; extracts: Extract[] }[] = [];
  for (const { choice, extract } of answerings) {
    const group = groups.find((known) => known.choice.candidate.prepared === choice.candidate.prepared);
    if (group) group.extracts.push(extract);
    else groups.push({ choice, extracts: [extract] });
  }
  return groups;
}

/** What is said behind the answer, and the sentence that it stands in. */
interface Addition {
  readonly said: string;
  readonly choice: Ranked;
}

/** What another sentence of the report says, where it comes so near that either may be the answer; null where the first is sure. */
function rival(
  wanted: Wanted,
  { choice, extract }: ExtractedAnswer,
  among: { ranked: readonly Ranked[]; room: number },
) {
  const { report, prepared: chosen } = choice.candidate;
  const near = among.ranked.find(
    ({ candidate, score }) =>
      candidate.report === report && candidate.prepared !== chosen && score > choice.score - SURE_LEAD,
  );
  if (!near || among.room < MIN_ROOM) return null;
  const other = extractFor(wanted, near) ?? extractClauses(wanted, near.candidate.prepared);
  if (other.value !== '' && other.value === extract.value) return null;
  const whole = formatExtract(other);
  const said =
    whole.length <= among.room ? whole : formatExtract(extractClauses(wanted, near.candidate.prepared, among.room));
  return said.length > among.room || extract.window.includes(said) ? null : { said, choice: near };
}

/** What to add to the answer to a single ask: a figure that contradicts it, or else what may be the answer just as well. */
function additionTo(answering: ExtractedAnswer, wanted: Wanted, sources: FactSources): Addition | null {
  const { answerLanguage, rankedFor } = sources;
  const ranked = rankedFor[0] ?? [];
  const conflict = contradiction(wanted, answering, ranked.slice(0, MAX_TRIED));
  if (conflict)
    return { said: `；${ALSO_STATED[answerLanguage]}${formatExtract(conflict.extract)}`, choice: conflict.choice };
  const lead = `；${SEE_ALSO[answerLanguage]}`;
  const room = MAX_SHORT.fact - formatExtract(answering.extract).length - lead.length;
  const found = rival(wanted, answering, { ranked, room });
  return found && { said: lead + found.said, choice: found.choice };
}

/** What is extracted for one of the asks, where earlier ones took some values. */
function wantedFor(index: number, taken: readonly string[], sources: FactSources): Wanted {
  const { asks, terms, periods, factsOf } = sources;
  const [first] = asks;
  const ask = asks[index] ?? first;
  return {
    ask,
    terms: termsFor(ask, asks, terms),
    taken,
    periods,
    factsOf,
    judged: sources.judgedFor[index] ?? UNJUDGED,
  };
}

const valuesOf = (answerings: readonly ExtractedAnswer[]): string[] => answerings.map(({ extract }) => extract.value);

/** Each ask out of the sentence that ranks best for it, the later ones out of those near the earlier ones where they can. */
function answersOneByOne(sources: FactSources): ExtractedAnswer[] {
  const answerings: ExtractedAnswer[] = [];
  for (const [index, ask] of sources.asks.entries()) {
    const near = ofTheStanding(
      ask,
      preferNear(sources.rankedFor[index] ?? [], answerings.at(-1)?.choice ?? null),
      sources,
    );
    const wanted = wantedFor(index, valuesOf(answerings), sources);
    const found = answerAsk(wanted, near, (each) => sources.mayAnswer(ask, each));
    if (found) answerings.push(found);
  }
  return answerings;
}

/** All asks out of one sentence, a value of its own each; null where it does not hold them all. */
function answersFrom({ candidate }: Ranked, sources: FactSources): ExtractedAnswer[] | null {
  const answerings: ExtractedAnswer[] = [];
  for (const [index, ask] of sources.asks.entries()) {
    const choice = sources.rankedFor[index]?.find((one) => one.candidate === candidate);
    const wanted = wantedFor(index, valuesOf(answerings), sources);
    const extract = choice && extractFor(wanted, choice);
    if (!choice || !extract || extract.value === '' || wanted.taken.includes(extract.value)) return null;
    if (!sources.mayAnswer(ask, { choice, extract })) return null;
    answerings.push({ choice, extract });
  }
  return answerings;
}

/** A sentence that answers all asks counts as much more as each of the later ones prefers the sentence of the one before. */
function worthOf(answerings: readonly ExtractedAnswer[]): number {
  const sentences = new Set(answerings.map(({ choice }) => choice.candidate.prepared));
  const score = answerings.reduce((sum, { choice }) => sum + choice.score, 0);
  return score + SAME_SENTENCE_BONUS * (answerings.length - sentences.size);
}

function answersOf(sources: FactSources): ExtractedAnswer[] {
  const apart = answersOneByOne(sources);
  if (sources.asks.length < 2 || !haveOneStanding(sources.asks)) return apart;
  const together = (sources.rankedFor[0] ?? []).slice(0, MAX_TRIED).flatMap((choice) => {
    const found = answersFrom(choice, sources);
    return found ? [found] : [];
  });
  return together.reduce((best, one) => (worthOf(one) > worthOf(best) ? one : best), apart);
}

/**
 * The draft for fact-shaped asks; null without candidates. Where the reports contradict each other, both figures are said;
 * where two sentences come equally near, so are both.
 */
export function draftFacts(sources: FactSources): Draft | null {
  const { asks } = sources;
  const answerings = answersOf(sources);
  const [only] = answerings;
  const addition = only && asks.length === 1 ? additionTo(only, wantedFor(0, [], sources), sources) : null;
  const groups = grouped(answerings);
  const [first, ...rest] = [...groups.map(({ choice }) => choice), ...(addition ? [addition.choice] : [])];
  if (!first) return null;
  const said = groups.map(({ extracts }) => sayTogether(extracts)).join('；');
  const supports = rest.map(({ candidate }) => candidate);
  const { pointed, figure } = answerings[0]?.extract ?? {};
  return {
    short: clip(said + (addition?.said ?? ''), MAX_SHORT.fact),
    supports: [first.candidate, ...supports],
    ...(pointed === undefined ? {} : { pointed }),
    ...(figure && { figure }),
  };
}
