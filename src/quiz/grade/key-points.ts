// Which key points an answer in one's own words makes: its pieces are assigned to points one to one, so that no piece makes
// two and no two make one; denied pieces make none, and what is invented costs marks.

import { type AnswerPiece, piecesOf, plainLetters } from './answer-pieces.ts';
import { EMPTY } from './grading-cues.ts';
import { areInOrder, longestRising, withoutOrdinal } from './labelled-points.ts';
import { type ComparedPoint, comparedPoints, scoreOfPiece } from './point-score.ts';

/** A piece makes a point from this score on; from the lower one on its learner should judge. */
const MADE = 0.7;
const DOUBTFUL = 0.6;
/** A point may be told over so many neighbouring pieces. */
const MAX_PIECES = 4;
/** A run of letters is cut before what says at least so much of a point. */
const CUT_SHARE = 0.75;
/** What is invented costs half a point each, beyond this many or a third of the points. */
const FREE_INVENTIONS = 1;
const COST_OF_INVENTION = 0.5;

/** What an answer makes of key points. */
export interface PointsMade {
  /** For each point whether it is made. */
  readonly made: readonly boolean[];
  /** Share of the points, less what was invented, 0 … 1. */
  readonly share: number;
  /** The share if all that is doubtful were made. */
  readonly highestShare: number;
}

/** Cuts a piece where several points stand in it without a mark between them. */
function cutRun(piece: AnswerPiece, points: readonly ComparedPoint[]): AnswerPiece[] {
  if (points.some(({ letters }) => letters === piece.text)) return [piece];
  const signs = new Set(points.map(({ letters }) => letters));
  const isOfSigns = [...piece.text].every((sign) => signs.has(sign));
  const starts = points.flatMap((point) => {
    const at = point.letters.length === 1 && !isOfSigns ? null : placeOf(piece.text, point);
    return at === null ? [] : [at];
  });
  const cuts = [...new Set([0, ...starts.filter((at) => at > 0)])].sort((a, b) => a - b);
  if (starts.length < 2) return [piece];
  return cuts.map((from, index) => ({ ...piece, text: piece.text.slice(from, cuts[index + 1] ?? piece.text.length) }));
}

/** Returns where most of a point stands in a text, as one string; null: nowhere. */
function placeOf(text: string, { letters, words, weight }: ComparedPoint): number | null {
  for (let length = letters.length; length >= 2; length -= 1) {
    for (let from = 0; from + length <= letters.length; from += 1) {
      const part = letters.slice(from, from + length);
      const at = text.indexOf(part);
      if (at < 0) continue;
      const said = words.reduce((sum, word) => sum + (part.includes(word.word) ? word.weight : 0), 0);
      return said / weight >= CUT_SHARE || length / letters.length >= CUT_SHARE ? at : null;
    }
  }
  return letters.length === 1 && text.includes(letters) ? text.indexOf(letters) : null;
}

/** A stretch of neighbouring pieces and how well it makes a point. */
interface Stretch {
  readonly length: number;
  readonly point: number;
  readonly score: number;
}

/** Returns the stretches that begin at a piece. */
function stretchesAt(start: number, pieces: readonly AnswerPiece[], { points, asked }: Compared): Stretch[] {
  const found: Stretch[] = [];
  const first = pieces[start];
  for (let length = 1; first !== undefined && length <= MAX_PIECES; length += 1) {
    const run = pieces.slice(start, start + length);
    if (run.length < length || run.some(({ sentence }) => sentence !== first.sentence)) break;
    const whole = {
      text: run.map(({ text }) => text).join(''),
      denials: Math.max(...run.map(({ denials }) => denials)),
    };
    for (const [point, compared] of points.entries()) {
      const siblings = points.filter((other) => other !== compared);
      const score = scoreOfPiece(whole, compared, { siblings, asked });
      if (score >= DOUBTFUL) found.push({ length, point, score });
    }
  }
  return found;
}

interface Compared {
  readonly points: readonly ComparedPoint[];
  readonly asked: string;
}

interface Assigned {
  readonly total: number;
  /** The score of each point that is assigned. */
  readonly scores: ReadonlyMap<number, number>;
  /** The piece at which each begins. */
  readonly places: ReadonlyMap<number, number>;
  /** Numbers of the pieces that make none. */
  readonly left: readonly number[];
}

/** Returns the assignment of the highest total score: each piece to one point at most, each point to one stretch. */
function assign(pieces: readonly AnswerPiece[], compared: Compared): Assigned {
  const known = new Map<string, Assigned>();
  const stretches = pieces.map((_, start) => stretchesAt(start, pieces, compared));
  const best = (start: number, taken: number): Assigned => {
    if (start >= pieces.length) return { total: 0, scores: new Map(), places: new Map(), left: [] };
    const key = `${start} ${taken}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const without = best(start + 1, taken);
    let top: Assigned = { ...without, left: [start, ...without.left] };
    for (const { length, point, score } of stretches[start] ?? []) {
      if ((taken >> point) & 1) continue;
      const rest = best(start + length, taken | (1 << point));
      // Of equal totals the one that needs fewer pieces: what is over may make another point.
      const total = rest.total + score - length * 1e-3;
      if (total <= top.total) continue;
      const scores = new Map([...rest.scores, [point, score]]);
      top = { total, scores, places: new Map([...rest.places, [point, start]]), left: rest.left };
    }
    known.set(key, top);
    return top;
  };
  return best(0, 0);
}

/** True if a piece tells something of its own, about as long as a point: neither lead-in nor explanation nor the question again. */
function isInvented({ text, denials }: AnswerPiece, { points, asked }: Compared): boolean {
  const content = text.replace(EMPTY, '');
  const longest = Math.max(...points.map(({ letters }) => letters.length));
  if (content.length < 2 || text.length > longest * 1.5 + 2) return false;
  const isAsked = [...content].filter((sign) => asked.includes(sign)).length / content.length > 0.6;
  return denials === 0 && !isAsked;
}

/** Returns which points an answer makes, in their order, and the share of what was asked for. @param question what was asked: its words make no point */
export function gradePoints(answer: string, points: readonly string[], question = ''): PointsMade {
  const plain = points.map(withoutOrdinal);
  const compared: Compared = { points: comparedPoints(plain, question), asked: plainLetters(question) };
  const pieces = piecesOf(answer).flatMap((piece) => cutRun(piece, compared.points));
  const { scores, places, left } = assign(pieces, compared);
  const inPlace = areInOrder(points, question) ? longestRising(places) : new Set(places.keys());
  const invented = left.flatMap((n) => pieces[n] ?? []).filter((piece) => isInvented(piece, compared)).length;
  const free = Math.max(FREE_INVENTIONS, Math.floor(points.length / 3));
  const cost = Math.max(0, invented - free) * COST_OF_INVENTION;
  const made = points.map((_, point) => inPlace.has(point) && (scores.get(point) ?? 0) >= MADE);
  const shareOf = (count: number): number => Math.max(0, (count - cost) / points.length);
  return { made, share: shareOf(made.filter(Boolean).length), highestShare: shareOf(inPlace.size) };
}

/** Returns which points an answer makes, in their order. */
export function pointsMade(answer: string, points: readonly string[], question = ''): readonly boolean[] {
  return gradePoints(answer, points, question).made;
}
