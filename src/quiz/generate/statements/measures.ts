// What a sentence says that a district did: what for, how, and what came of it. Clause by clause; what is none of these ends it.
import { AIM, EFFECT, PROBLEM, RESULT, TORN, VAGUE } from '../../../lexicon/words/item-cues.ts';
import { clausesOf, trimMarks } from '../../../text/clauses.ts';
import { listMarkOf, NUMBERED_SENTENCE_MARKS } from '../../../text/list-marks.ts';
import type { Span } from '../../../types.ts';
import {
  isDependentClause,
  isSetPhrase,
  opensWithoutSubject,
  opensWithPreposition,
  pointsBack,
} from './clause-words.ts';
import type { ItemSource, LineContext } from './sources.ts';

/** Kinds of clauses: `means` says how the next one was done. */
type Role = 'problem' | 'aim' | 'measure' | 'means' | 'result' | 'effect' | 'other';

/** A clause with what it says; `text` without the district, marks and words that join it to others. The span is of the whole clause. */
export interface RoleClause extends Span {
  readonly role: Role;
  readonly text: string;
}

const JOINING = /^(?:[也还并又均]|并且|同时|此外|另外|进而|从而|以此|着力)(?=[\u4e00-\u9fff])/u;
const CLOSING = /等(?:措施|举措|方式|办法)?$/u;
/** Ends a clause that says by what means the next was done. */
const LEADS_ON = /(?:方式|形式|途径|渠道|手段|契机|抓手|载体|基础|导向|原则|为主|的同时|中|后|时)$/u;
const MIN_CHARACTERS = 5;
const MAX_CHARACTERS = 46;

/** True if words stand alone as a key point. */
export function standsAlone(text: string): boolean {
  const isWhole = ['“”', '《》', '（）'].every(
    ([open = '', close = '']) => text.split(open).length === text.split(close).length,
  );
  return isWhole && !TORN.test(text) && !pointsBack(text) && !isSetPhrase(text);
}

function roleOf(text: string): Role {
  if (PROBLEM.test(text)) return 'problem';
  if (AIM.test(text)) return 'aim';
  if (RESULT.test(text)) return 'result';
  if (EFFECT.test(text)) return 'effect';
  if (
    isDependentClause(text) ||
    LEADS_ON.test(text) ||
    /^(?:通过|依托|围绕|按照|以|利用|借助|结合|依靠|在)/u.test(text)
  )
    return 'means';
  return opensWithoutSubject(text) ? 'measure' : 'other';
}

/** Returns the clauses of a line with their roles, in order. */
export function roleClausesOf(plain: string, { names }: ItemSource): RoleClause[] {
  const mark = listMarkOf(plain, NUMBERED_SENTENCE_MARKS)?.end ?? 0;
  return clausesOf(plain).map(({ start, end }) => {
    const whole = trimMarks(plain.slice(Math.max(start, start === 0 ? mark : 0), end));
    const name =
      names.find((each) => whole.startsWith(each)) ?? /^(?:全区|全县|该区|该县)(?!上下)/u.exec(whole)?.[0] ?? '';
    const text = whole.slice(name.length).replace(JOINING, '');
    return { start, end, role: roleOf(text), text };
  });
}

/** Returns what was done from a clause on, each with the means before it, up to what is neither. @param first index of the first clause */
export function measuresFrom(clauses: readonly RoleClause[], first: number): { points: string[]; next: number } {
  const points: string[] = [];
  let means = '';
  let next = first;
  for (; next < clauses.length; next++) {
    const { role, text } = clauses[next] ?? { role: 'other', text: '' };
    if (role === 'means') {
      means = means === '' ? text : `${means}，${text}`;
      continue;
    }
    if (role !== 'measure') break;
    const point = means === '' ? text : `${means}，${text}`;
    means = '';
    points.push(point);
  }
  // What only leads on elsewhere is a measure of its own where it ends the sentence.
  if (next === clauses.length && means !== '' && !opensWithPreposition(means)) points.push(means);
  return { points, next };
}

/** Returns the results from a clause on. */
export function resultsFrom(clauses: readonly RoleClause[], first: number): string[] {
  const end = clauses.findIndex(({ role }, at) => at >= first && role !== 'result');
  return clauses.slice(first, end < 0 ? undefined : end).map(({ text }) => text);
}

/** Returns key points fit to be asked for: whole, of a length to be told in one breath; null where one is not. */
export function keyPointsOf(points: readonly string[]): readonly string[] | null {
  const isFit = points.every(
    (point) =>
      point.length >= MIN_CHARACTERS &&
      !VAGUE.test(point) &&
      point.length <= MAX_CHARACTERS &&
      standsAlone(point) &&
      !CLOSING.test(point.slice(-3)),
  );
  return isFit && new Set(points).size === points.length ? points : null;
}

/** A sentence of a report with its clauses. */
export interface MeasureLine extends LineContext {
  readonly clauses: readonly RoleClause[];
}
