// The learner of a turn: who it is, by which clock, with which rights and papers.
import { DEFAULT_ZONE } from '../../quiz/learning/days.ts';
import type { Exam, Learner, PracticeSet } from '../../quiz/learning/records.ts';
import { judge } from '../access/policy.ts';
import type { Turn } from '../turn.ts';

/** Returns the learner who speaks. */
export function learnerOf({ speaker: { channel, user } }: Pick<Turn, 'speaker'>): Learner {
  return { channel, user };
}

/** Returns the learner's time zone. */
export function zoneOf(turn: Turn): string {
  return turn.parts.state.learning.habits.of(learnerOf(turn))?.zone ?? DEFAULT_ZONE;
}

/** True if the speaker may set exams and see everybody's results. */
export function isExaminer({ role, place }: Turn): boolean {
  return judge('examine', { role, place, isApproved: true }) === 'allowed';
}

/** Returns the speaker's paper of an exam; null: none. */
export function ownPaper({ code }: Exam, turn: Turn): PracticeSet | null {
  const { channel, user } = turn.speaker;
  const papers = turn.parts.state.learning.exams.papers(code);
  return papers.find(({ learner }) => learner.channel === channel && learner.user === user) ?? null;
}
