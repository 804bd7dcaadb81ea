// The table of contents: every command and every button, and what carries it out. Who may stands in `policy.ts`.
import { linkCommand } from './access/linking.ts';
import {
  approveCommand,
  inviteCommand,
  membersCommand,
  revokeCommand,
  startCommand,
  withdrawCommand,
} from './access/membership.ts';
import type { Action } from './access/policy.ts';
import { askCommand, pressAlone, pressRetry, pressSwap, pressYear } from './asking/asking.ts';
import { districtsCommand, pressTopics } from './asking/browsing.ts';
import { feedbackCommand, gapsCommand, pressBad, pressGood } from './asking/feedback.ts';
import { pressSource, sourceCommand } from './asking/open-source.ts';
import {
  correctCommand,
  pressRemove,
  reindexCommand,
  removeCommand,
  reportsCommand,
  statusCommand,
} from './corpus/corpus-commands.ts';
import { pressStage } from './corpus/file-upload.ts';
import { pendingCommand } from './corpus/pending-commands.ts';
import { briefCommand, compareCommand, pressBrief, topicCommand } from './documents/pages.ts';
import type { CommandName } from './i18n/texts.ts';
import { introduce, sourceList } from './i18n/welcome.ts';
import {
  exportCommand,
  forgetCommand,
  languageCommand,
  pressForget,
  pressLanguage,
  privacyCommand,
  stopCommand,
} from './personal.ts';
import { skipCommand } from './practice/answering.ts';
import { bankCommand } from './practice/banks/bank-command.ts';
import { pressBank } from './practice/banks/review.ts';
import { pressMark, pressSelfMark, pressUndo, undoCommand } from './practice/corrections.ts';
import {
  disputeCommand,
  disputesCommand,
  pressDecide,
  pressDispute,
  pressEvidence,
  pressWords,
} from './practice/disputes.ts';
import { mistakesCommand, quizCommand, reviewCommand } from './practice/drills.ts';
import { enterByLink, examCommand, pressExam } from './practice/exams.ts';
import { paceCommand, pauseCommand, remindCommand } from './practice/habits.ts';
import { pressPaper } from './practice/paper.ts';
import { progressWithPicture } from './practice/picture/progress-picture.ts';
import { resultsCommand } from './practice/results.ts';
import { pressNext, pressRoundEnd, roundCommand, stopRound } from './practice/round.ts';
import { type CommandHandler, type PressHandler, say } from './turn.ts';

/** Every command by name. */
export const COMMANDS: Readonly<Record<CommandName, CommandHandler>> = {
  start: (argument, turn) => enterByLink(argument, turn) ?? startCommand(argument, turn),
  help: (_argument, turn) => introduce(turn),
  ask: askCommand,
  brief: briefCommand,
  compare: compareCommand,
  topic: topicCommand,
  districts: districtsCommand,
  sources: (_argument, turn) => say(turn, sourceList(turn.parts.service.reports(), turn.wording)),
  source: sourceCommand,
  stop: (argument, turn) => stopRound(turn) ?? stopCommand(argument, turn),
  language: languageCommand,
  link: linkCommand,
  privacy: privacyCommand,
  export_me: exportCommand,
  forget_me: forgetCommand,
  invite: inviteCommand,
  members: membersCommand,
  revoke: revokeCommand,
  approve: approveCommand,
  withdraw: withdrawCommand,
  status: statusCommand,
  reindex: reindexCommand,
  reports: reportsCommand,
  remove: removeCommand,
  correct: correctCommand,
  pending: pendingCommand,
  gaps: gapsCommand,
  feedback: feedbackCommand,
  quiz: quizCommand,
  review: reviewCommand,
  mistakes: mistakesCommand,
  skip: skipCommand,
  undo: undoCommand,
  pace: paceCommand,
  progress: progressWithPicture,
  remind: remindCommand,
  pause: pauseCommand,
  fault: disputeCommand,
  exam: examCommand,
  results: resultsCommand,
  bank: bankCommand,
  faults: disputesCommand,
  round: roundCommand,
};

/** The handler of each button and the action it needs, by the first word of its token. */
export const PRESSES: Readonly<Record<string, { readonly action: Action; readonly press: PressHandler }>> = {
  source: { action: 'source', press: pressSource },
  good: { action: 'judge', press: pressGood },
  bad: { action: 'judge', press: pressBad },
  swap: { action: 'question', press: pressSwap },
  year: { action: 'question', press: pressYear },
  alone: { action: 'question', press: pressAlone },
  topics: { action: 'question', press: pressTopics },
  brief: { action: 'brief', press: pressBrief },
  language: { action: 'language', press: pressLanguage },
  forget: { action: 'forget_me', press: pressForget },
  remove: { action: 'remove', press: pressRemove },
  stage: { action: 'add', press: pressStage },
  retry: { action: 'question', press: pressRetry },
  words: { action: 'practice', press: pressWords },
  fault: { action: 'practice', press: pressDispute },
  evidence: { action: 'faults', press: pressEvidence },
  decide: { action: 'faults', press: pressDecide },
  exam: { action: 'examine', press: pressExam },
  paper: { action: 'exam', press: pressPaper },
  mark: { action: 'examine', press: pressMark },
  bank: { action: 'bank', press: pressBank },
  self: { action: 'practice', press: pressSelfMark },
  undo: { action: 'undo', press: pressUndo },
  review: { action: 'review', press: ([word = ''], turn) => reviewCommand(word, turn) },
  next: { action: 'round', press: pressNext },
  roundend: { action: 'round', press: pressRoundEnd },
};

/** True if a name is a command. */
export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}
