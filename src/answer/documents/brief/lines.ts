// Chooses the lines of a section of a brief: the sentences that say most, first one of every point, then more as there is room.
import type { BriefLine } from '../../../documents.ts';
import { initiativesIn } from '../../../lexicon/names/initiatives.ts';
import { districtNames } from '../../../lexicon/places/districts.ts';
import { briefCue } from '../../../lexicon/words/brief-cues.ts';
import { clausesOf } from '../../../text/clauses.ts';
import type { Citer } from '../citing.ts';
import type { PlacedSentence, Point } from './points.ts';
import {
  clauseTexts,
  isEmptyTalk,
  MEASURE,
  salienceOf,
  sayAlike,
  shortened,
  shortenedTo,
  tellsResult,
} from './salience.ts';

/** Room for a section, and for a line of it, in characters. */
export interface LineLimits {
  readonly characters: number;
  readonly line: number;
}

/** What a section tells. */
export type SectionKind = 'overview' | 'practices' | 'results' | 'problems' | 'plans';

/** What lines are chosen from, and how much of it. */
interface Choice {
  readonly kind: SectionKind;
  readonly points: readonly Point[];
  readonly limits: LineLimits;
  readonly isTopic: boolean;
}

/** A line and the heading of its report that it stands under. */
export interface ThemedLine {
  readonly theme: string | null;
  readonly line: BriefLine;
}

/** What stands in a brief already; problems and plans apart, since the measure may stand in the same sentence. */
export class Chosen {
  readonly #clauses: string[] = [];
  readonly #others: string[] = [];

  /** True if a text, or one that says alike, stands there. */
  has(text: string, kind: SectionKind): boolean {
    return this.#of(kind).some((other) => sayAlike(other, text));
  }

  /** Notes that a text stands there now. */
  add(text: string, kind: SectionKind): void {
    this.#of(kind).push(text);
  }

  #of(kind: SectionKind): string[] {
    return kind === 'problems' || kind === 'plans' ? this.#clauses : this.#others;
  }
}

const [PROBLEM, PLAN, SPEECH, SCENE] = [briefCue('problem'), briefCue('plan'), briefCue('speech'), briefCue('scene')];
const SOLVED = briefCue('solved');
const WORTH_TELLING = 0.7;
const MAX_LABEL_CHARACTERS = 40;
const OVERVIEW_SENTENCES = 12;
const MIN_LINES_A_POINT = 5;
const MIN_CHARACTERS = 14;
/** A point whose heading names a practice is told before others. */
const NAMED_BONUS = 3;

interface Candidate {
  readonly point: Point;
  readonly placed: PlacedSentence;
  readonly weight: number;
  /** Order in its report. */
  readonly place: number;
  /** 0: the best of its point, 1: the next … */
  readonly rank: number;
}

const isTold = ({ text }: PlacedSentence): boolean => !SPEECH.test(text) && !SCENE.test(text) && !isEmptyTalk(text);

/** True if a sentence ends with the problem that it names. */
function isMereProblem(text: string): boolean {
  const last = clauseTexts(text).at(-1) ?? '';
  return PROBLEM.test(last) && !MEASURE.test(last);
}

/** True if a sentence plans from its first clause on. */
const isMerePlan = (text: string): boolean => PLAN.test(clauseTexts(text)[0] ?? '');

/** True if a sentence tells of the district as a whole: by its name, or what it did and reached. */
function tellsOverview({ text, report }: PlacedSentence): boolean {
  const name = districtNames(report.district ?? '').display.replace(/[区县市旗]$/u, '');
  return (name !== '' && text.includes(name)) || MEASURE.test(text) || tellsResult(text);
}

/** How much a sentence is worth to each section, by its salience; 0: it does not belong there. */
const WORTH: Readonly<Record<SectionKind, (placed: PlacedSentence, point: Point, salience: number) => number>> = {
  overview: (placed, { theme, label }, salience) =>
    theme === null && label === null && tellsOverview(placed) ? salience : 0,
  problems: ({ text }, _, salience) =>
    PROBLEM.test(text) && ![SOLVED, SCENE, SPEECH].some((cue) => cue.test(text)) ? 2 + salience / 4 : 0,
  plans: (placed, _, salience) => (PLAN.test(placed.text) && isTold(placed) ? 2 + salience / 4 : 0),
  results: (placed, _, salience) =>
    tellsResult(placed.text) && isTold(placed) && !isMereProblem(placed.text) && !PLAN.test(placed.text) ? salience : 0,
  practices: (placed, { label }, salience) => {
    const { text } = placed;
    if (isMereProblem(text) || isMerePlan(text)) return 0;
    // Whatever stands under a heading of its own is worth a line.
    if (label !== null && isTold(placed)) return Math.max(salience, WORTH_TELLING);
    return MEASURE.test(text) || initiativesIn(text).length > 0 || tellsResult(text) ? salience : 0;
  },
};

function candidatesFor({ kind, points, isTopic }: Choice): Candidate[] {
  let place = 0;
  const openings = new Map<string, number>();
  return points.flatMap((point) => {
    const told = point.sentences.flatMap((placed) => {
      place += 1;
      const seen = (openings.get(placed.report.id) ?? 0) + 1;
      openings.set(placed.report.id, seen);
      if (kind === 'overview' && seen > OVERVIEW_SENTENCES) return [];
      const weight = WORTH[kind](placed, point, salienceOf(placed.text));
      return weight >= (isTopic ? WORTH_TELLING / 2 : WORTH_TELLING) ? [{ point, placed, weight, place, rank: 0 }] : [];
    });
    const best = [...told]
      .sort((a, b) => b.weight - a.weight)
      .slice(0, Math.max(MIN_LINES_A_POINT, point.sentences.length / 2));
    return best.map((each, rank) => ({ ...each, rank }));
  });
}

const isNamed = ({ label, theme }: Point): boolean => initiativesIn(label ?? theme ?? '').length > 0;

/** What a section says of a sentence: the clauses that name the problem or the plan, of all else the sentence without those that lead up to it. */
function toldBy(kind: SectionKind, text: string, most: number): string {
  const clauses = clauseTexts(text);
  if (kind === 'problems') return clausePart(text, problemSpan(clauses), most);
  if (kind === 'plans') {
    const at = clauses.findIndex((clause) => PLAN.test(clause));
    return clausePart(text, { first: Math.max(0, at - 1), last: clauses.length - 1 }, most);
  }
  const plan = clauses.findIndex((clause, index) => index > 0 && PLAN.test(clause));
  const last = plan > 0 && clauses.slice(plan).every((clause) => PLAN.test(clause)) ? plan - 1 : clauses.length - 1;
  const first = text.length <= most ? 0 : firstTelling(kind, clauses, most);
  return shortened(clausePart(text, { first, last }, text.length), most);
}

/** Where a long sentence begins to tell: its first measure, name or result, where that would be cut off otherwise. */
function firstTelling(kind: SectionKind, clauses: readonly string[], most: number): number {
  const tells = (clause: string): boolean =>
    kind === 'results'
      ? tellsResult(clause)
      : MEASURE.test(clause) || initiativesIn(clause).length > 0 || tellsResult(clause);
  const at = clauses.findIndex(tells);
  return at > 0 && clauses.slice(0, at + 1).join('，').length > most ? at : 0;
}

/** A problem reaches to its last clause; one that a measure is aimed at begins where it is named. */
function problemSpan(clauses: readonly string[]): { first: number; last: number } {
  const telling = clauses.flatMap((clause, index) => (PROBLEM.test(clause) ? [index] : []));
  const [first = 0] = telling;
  return { first: /^(?:针对|面对)/u.test(clauses[first] ?? '') ? first : 0, last: telling.at(-1) ?? first };
}

/** The words from one clause to another, as written, cut to a length. */
function clausePart(text: string, { first, last }: { first: number; last: number }, most: number): string {
  const spans = clausesOf(text);
  return shortenedTo(text.slice(spans[first]?.start ?? 0, spans[last]?.end ?? text.length), most);
}

function labelled(line: Candidate, isFirst: boolean): string | null {
  const { label } = line.point;
  return isFirst && label !== null && label.length <= MAX_LABEL_CHARACTERS ? label : null;
}

/** Returns the lines of a section in the order of the reports, as many as there is room for. */
export function chosenLines(choice: Choice, chosen: Chosen, citer: Citer): ThemedLine[] {
  const { kind, limits } = choice;
  const order = (each: Candidate): number =>
    kind === 'practices' ? each.rank * 100 - each.weight - (isNamed(each.point) ? NAMED_BONUS : 0) : -each.weight;
  const kept: { each: Candidate; text: string }[] = [];
  let used = 0;
  for (const each of candidatesFor(choice).sort((a, b) => order(a) - order(b))) {
    if (used >= limits.characters) break;
    const text = toldBy(kind, each.placed.text, limits.line);
    // A problem, a plan is told in its own clause; the measure is another line, of the same sentence.
    const whole = kind === 'problems' || kind === 'plans' ? text : each.placed.text;
    if (chosen.has(whole, kind) || text.length < MIN_CHARACTERS) continue;
    if (used + text.length > limits.characters && kept.length > 0) continue;
    chosen.add(whole, kind);
    used += text.length + (each.rank === 0 ? (each.point.label?.length ?? 0) : 0);
    kept.push({ each, text });
  }
  const labels = new Set<Point>();
  return kept
    .sort((a, b) => a.each.place - b.each.place)
    .map(({ each, text }) => {
      const label = kind === 'practices' ? labelled(each, !labels.has(each.point)) : null;
      labels.add(each.point);
      const { passage, sentence } = each.placed;
      const { lead } = each.point;
      const own = citer.sentence(passage, sentence);
      const leads = label === null || lead === null ? [] : [citer.sentence(lead.passage, lead.sentence)];
      const isResult = kind === 'practices' && tellsResult(each.placed.text) && initiativesIn(text).length === 0;
      return { theme: each.point.theme, line: { label, text, isResult, citations: [own, ...leads] } };
    });
}
