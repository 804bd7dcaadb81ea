// The score table of a round: who had how many right. Pure: it is given the questions and their answers.
import type { Attempt } from '../../quiz/learning/records.ts';
import type { AskedQuestion } from '../../store/state/rounds.ts';

/** A question of a round with its answers. */
interface ScoredQuestion extends AskedQuestion {
  readonly attempts: readonly Pick<Attempt, 'learner' | 'isRight' | 'at'>[];
}

/** A player's score. */
export interface Score {
  readonly user: string;
  readonly right: number;
  readonly answered: number;
  /** Time that the right answers took together, counted from each question's putting. */
  readonly rightMs: number;
  /** From 1; equal scores share a place. */
  readonly place: number;
}

/** Ranks players by their scores: most right first, then the quickest; in equal scores, the order of their ids. */
export function scoresOf(questions: readonly ScoredQuestion[]): Score[] {
  const players = new Map<string, Omit<Score, 'place'>>();
  for (const { at, attempts } of questions) {
    for (const { learner, isRight, at: answeredAt } of attempts) {
      const before = players.get(learner.user) ?? { user: learner.user, right: 0, answered: 0, rightMs: 0 };
      players.set(learner.user, {
        user: learner.user,
        right: before.right + (isRight ? 1 : 0),
        answered: before.answered + 1,
        rightMs: before.rightMs + (isRight ? answeredAt.getTime() - at.getTime() : 0),
      });
    }
  }
  const sorted = [...players.values()].sort((a, b) => compare(a, b) || (a.user < b.user ? -1 : 1));
  return sorted.map((score) => ({ ...score, place: 1 + sorted.findIndex((other) => compare(other, score) === 0) }));
}

type Bare = Pick<Score, 'right' | 'rightMs'>;

function compare(a: Bare, b: Bare): number {
  return b.right - a.right || a.rightMs - b.rightMs;
}
