// The table of contents of practice: its commands and buttons, and what carries them out. Who may stands in `policy.ts`.
import type { Action } from '../access/policy.ts';
import type { CommandHandler, PressHandler } from '../turn.ts';
import { skipCommand } from './answering.ts';
import { disputeCommand, disputesCommand, pressDecide, pressDispute, pressEvidence, pressWords } from './disputes.ts';
import { mistakesCommand, quizCommand, reviewCommand } from './drills.ts';
import { examCommand, pressExam } from './exams.ts';
import { pauseCommand, remindCommand } from './habits.ts';
import { progressWithPicture } from './picture/progress-picture.ts';
import { resultsCommand } from './results.ts';

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
} as const satisfies Readonly<Record<string, CommandHandler>>;

/** Buttons of practice by the first word of their token. */
export const PRACTICE_PRESSES: Readonly<Record<string, { readonly action: Action; readonly press: PressHandler }>> = {
  words: { action: 'practice', press: pressWords },
  fault: { action: 'practice', press: pressDispute },
  evidence: { action: 'faults', press: pressEvidence },
  decide: { action: 'faults', press: pressDecide },
  exam: { action: 'examine', press: pressExam },
};
