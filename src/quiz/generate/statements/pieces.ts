// The shortest piece of a sentence round what is asked for that needs nothing of the sentence before it.
import { clausesOf } from '../../../text/clauses.ts';
import type { Span } from '../../../types.ts';
import {
  isDependentClause,
  opensWithoutSubject,
  opensWithPreposition,
  opensWithVerb,
  pointsBack,
} from './clause-words.ts';
import type { Marked } from './replacing.ts';
import type { ItemSource, LineContext } from './sources.ts';
import { isDistrictTheSubject, opensWithDistrict } from './subjects.ts';

/** A piece of a sentence. */
interface StatementPiece extends Marked {
  readonly target: Span;
  /** What was cut off before it. */
  readonly dropped: string;
}

/** Limits of a piece, in UTF-16 units. */
export interface PieceLimits {
  readonly maxCharacters: number;
  /** A shorter piece takes in more of what stands before it, if it may, and behind it. */
  readonly minCharacters: number;
}

/** So many clauses behind the one asked about are taken in until one says what was done. */
const MAX_WAITING = 3;
/** Clauses that say more of what stands before them: they need it. */
const DEPENDENT =
  /^(?:总投资|完成年度|完成投资|完成率|占|同比|其中|分别|平均|人均|增长|下降|较|比|以及|并|达|共|注册资金)/u;
/** Clauses that sum up those before them: 共…, 分别…. */
const SUMMING = /^(?:共|合计|总计|均|都|分别)/u;
const ROUNDING_OFF = /^(?:占|同比|增长|下降|其中)/u;
const WAITS =
  /(?:的是|[时后下来中前]|的“[^”]*”|的(?:要求|基础|前提|情况|形势|背景|机遇|同时|过程)|[以把将].{1,60}为(?:载体|抓手|依托|关键|重点|引领|目标|契机|牵引|核心|主线|突破口))$/u;

/** True if words need what stands before them, or wait for what stands behind. */
export function isTorn(words: string): boolean {
  return DEPENDENT.test(words) || WAITS.test(words);
}

/** True if a sentence may be cut before a clause, so that the rest has the district for its subject. */
function mayStart(
  first: number,
  last: number,
  { clauses, place }: { clauses: readonly string[]; place: LineContext },
): boolean {
  const clause = clauses[first] ?? '';
  if (DEPENDENT.test(clause)) return false;
  if (clauses.slice(first + 1, last + 1).some((later) => SUMMING.test(later))) return false;
  if (!opensWithoutSubject(clause)) return opensWithDistrict(clause, place.source);
  return !opensWithPreposition(clauses[first - 1] ?? '') && isDistrictTheSubject(place.line.plain, first, place.source);
}

/** Returns the first of the numbers from … to that passes; the first of all where none does. */
function firstFrom(from: number, to: number, passes: (at: number) => boolean): number {
  for (let at = from; at <= to; at++) if (passes(at)) return at;
  return from;
}

/** Returns a clause without the district that heads it. */
export function withoutName(clause: string, { names }: ItemSource): string {
  const head =
    names.find((name) => clause.startsWith(name)) ?? /^[全该我]?[区县市](?=[通按围依针根])/u.exec(clause)?.[0] ?? '';
  return clause.slice(head.length);
}

/** True if what a colon announces is cut off in the middle: 分为三步：…，|…。 */
function isListCut(piece: string, rest: string): boolean {
  return /[：:](?!\d)/u.test(piece) && /[\u4e00-\u9fff]/u.test(rest);
}

/** True if the subject comes only after a clause that lacks it: 建立…，全区…. */
function isSubjectLate(clauses: readonly string[], source: ItemSource): boolean {
  const [first = '', ...more] = clauses;
  return opensWithVerb(first) && more.some((clause) => opensWithDistrict(clause, source));
}

/** True if a clause rounds off what stands before it and needs nothing behind. */
function roundsOff(clause: string): boolean {
  const goesOn = opensWithPreposition(clause) && !isDependentClause(clause);
  return (opensWithVerb(clause) || goesOn || ROUNDING_OFF.test(clause)) && !pointsBack(clause) && !WAITS.test(clause);
}

/**
 * Returns the shortest piece round a target that needs nothing before it and is not too short; null: none is short enough.
 * @param target stretch of `line.plain`
 */
export function pieceAround(
  target: Span,
  place: LineContext,
  { maxCharacters: most, minCharacters: fewest }: PieceLimits,
): StatementPiece | null {
  const { plain } = place.line;
  const spans = clausesOf(plain);
  const clauses = spans.map(({ start, end }) => plain.slice(start, end).trim());
  const holding = spans.findIndex(({ end }) => end >= target.end);
  // A date alone says nothing: what happened then stands in the next clause.
  const isBare = (clauses[holding] ?? '').length - (target.end - target.start) < 2;
  const said = isBare ? holding + 1 : holding;
  const waits = (clause: number): boolean =>
    isDependentClause(withoutName(clauses[clause] ?? '', place.source)) || WAITS.test(clauses[clause] ?? '');
  const opened = isBare && opensWithPreposition(clauses[said] ?? '') ? said + 1 : said;
  const last = firstFrom(opened, Math.min(opened + MAX_WAITING, clauses.length - 1), (clause) => !waits(clause));
  const through = (clause: number): number => spans[clause]?.end ?? plain.length;
  const pieceOf = (first: number, end: number): StatementPiece | null => {
    const start = first === 0 ? 0 : (spans[first]?.start ?? 0);
    if (start > target.start || end - start > most || isListCut(plain.slice(start, end), plain.slice(end))) return null;
    const moved = { start: target.start - start, end: target.end - start };
    return { text: plain.slice(start, end), target: moved, dropped: plain.slice(0, start) };
  };
  const starts = Array.from({ length: last }, (_, back) => last - back).filter((first) =>
    mayStart(first, last, { clauses, place }),
  );
  // What leads up to a clause is taken in together with it.
  const next = waits(last + 1) ? last + 2 : last + 1;
  const end = roundsOff(clauses[next] ?? '') ? next : null;
  const pieces = [...starts, 0].flatMap((first) => {
    if (isSubjectLate(clauses.slice(first, last + 1), place.source)) return [];
    const piece = pieceOf(first, through(last));
    return piece ? [{ piece, longer: end === null ? null : pieceOf(first, through(end)) }] : [];
  });
  const best = pieces.find(({ piece }) => piece.text.length >= fewest) ?? pieces.at(-1);
  if (!best) return null;
  return best.piece.text.length < fewest ? (best.longer ?? best.piece) : best.piece;
}
