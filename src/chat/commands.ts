// The table of contents: every command and every button, and what carries it out. Who may stands in `policy.ts`.

import {
  approveCommand,
  inviteCommand,
  membersCommand,
  revokeCommand,
  startCommand,
  withdrawCommand,
} from './access/membership.ts';
import type { Act } from './access/policy.ts';
import { askCommand, pressRetry, pressSwap, pressYear } from './asking/asking.ts';
import { districtsCommand, pressTopics } from './asking/browsing.ts';
import { feedbackCommand, gapsCommand, pressBad, pressGood } from './asking/feedback.ts';
import { pressSource, sourceCommand } from './asking/open-source.ts';
import { briefCommand, compareCommand, pressBrief, topicCommand } from './asking/pages.ts';
import { pressRemove, reindexCommand, removeCommand, reportsCommand, statusCommand } from './corpus/corpus-commands.ts';
import { pressStage } from './corpus/file-upload.ts';
import { sourceList } from './i18n/welcome.ts';
import { introduce } from './i18n/welcome-reply.ts';
import type { CommandName } from './i18n/wording.ts';
import {
  exportCommand,
  forgetCommand,
  languageCommand,
  pressForget,
  pressLanguage,
  privacyCommand,
  stopCommand,
} from './personal.ts';
import { PRACTICE_COMMANDS, PRACTICE_PRESSES } from './practice/contents.ts';
import { reviewCommand } from './practice/drills.ts';
import { pressNext, pressRoundEnd, roundCommand, stopRound } from './practice/round.ts';
import type { Reply } from './reply.ts';
import { say, type Turn } from './turn.ts';

/** Carries out a command; the argument is what stands behind its name. */
export type Handler = (argument: string, turn: Turn) => Reply | Promise<Reply>;
/** Does what a button says; the words are those behind the first of its token. */
export type PressHandler = (words: readonly string[], turn: Turn) => Reply | Promise<Reply>;

/** Every command by name. */
export const COMMANDS: Readonly<Record<CommandName, Handler>> = {
  start: startCommand,
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
  gaps: gapsCommand,
  feedback: feedbackCommand,
  ...PRACTICE_COMMANDS,
  round: roundCommand,
};

/** What a button does, by the first word of its token, and the deed that it is. */
export const PRESSES: Readonly<Record<string, { readonly act: Act; readonly press: PressHandler }>> = {
  source: { act: 'source', press: pressSource },
  good: { act: 'judge', press: pressGood },
  bad: { act: 'judge', press: pressBad },
  swap: { act: 'question', press: pressSwap },
  year: { act: 'question', press: pressYear },
  topics: { act: 'question', press: pressTopics },
  brief: { act: 'brief', press: pressBrief },
  language: { act: 'language', press: pressLanguage },
  forget: { act: 'forget_me', press: pressForget },
  remove: { act: 'remove', press: pressRemove },
  stage: { act: 'add', press: pressStage },
  retry: { act: 'question', press: pressRetry },
  ...PRACTICE_PRESSES,
  review: { act: 'review', press: (_words, turn) => reviewCommand('', turn) },
  next: { act: 'round', press: pressNext },
  roundend: { act: 'round', press: pressRoundEnd },
};

/** True if a name is a command. */
export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}
