// The table of contents of practice: its commands and buttons, and what carries them out. Who may stands in `policy.ts`.
import type { Act } from '../access/policy.ts';
import type { Reply } from '../reply.ts';
import type { Turn } from '../turn.ts';
import { skipCommand } from './answering.ts';
import { disputeCommand, disputesCommand, pressDecide, pressDispute, pressEvidence, pressWords } from './disputes.ts';
import { mistakesCommand, quizCommand, reviewCommand } from './drills.ts';
import { examCommand, pressExam } from './exams.ts';
import { pauseCommand, remindCommand } from './habits.ts';
import { progressWithPicture } from './picture/progress-picture.ts';
import { resultsCommand } from './results.ts';

type Handler = (argument: string, turn: Turn) => Reply | Promise<Reply>;
type PressHandler = (words: readonly string[], turn: Turn) => Reply | Promise<Reply>;

/** Commands of practice by name. */
export const PRACTICE_COMMANDS = {
  quiz: quizCommand,
  review: reviewCommand,
  mistakes: mistakesCommand,
  skip: skipCommand,
  progress: progressWithPicture,
  remind: remindCommand,
  pause: pauseCommand,
  fault: disputeCommand,
  exam: examCommand,
  results: resultsCommand,
  faults: disputesCommand,
} as const satisfies Readonly<Record<string, Handler>>;

/** Buttons of practice by the first word of their token. */
export const PRACTICE_PRESSES: Readonly<Record<string, { readonly act: Act; readonly press: PressHandler }>> = {
  words: { act: 'practice', press: pressWords },
  fault: { act: 'practice', press: pressDispute },
  evidence: { act: 'faults', press: pressEvidence },
  decide: { act: 'faults', press: pressDecide },
  exam: { act: 'examine', press: pressExam },
};
