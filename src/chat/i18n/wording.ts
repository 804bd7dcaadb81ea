// What the conversation says of its own accord: the shape that every language fills.

import type { Verdict } from '../../store/state/feedback.ts';
import type { RefusalReason } from '../../types.ts';
import type { Action, Role } from '../access/policy.ts';
import type { BadInput } from '../input.ts';
import type { PracticeWording } from '../practice/i18n/wording-zh.ts';

/** A command as shown in help and menus. */
export interface CommandLine {
  readonly command: string;
  /** ≤ 256 characters. */
  readonly description: string;
}

/** Actions of the policy that are no commands. */
type NoCommand =
  | 'question'
  | 'inline'
  | 'file'
  | 'judge'
  | 'add'
  | 'browse'
  | 'search'
  | 'history'
  | 'tokens'
  | 'items'
  | 'backup'
  | 'practice'
  | 'examine';

/** The name of a command. */
export type CommandName = Exclude<Action, NoCommand>;

/** Everything the conversation says of its own accord to those who ask. */
export interface AskingWording {
  readonly bad: Readonly<Record<BadInput, string>>;
  readonly about: string;
  readonly nothingIndexed: string;
  readonly tryAsking: string;
  /** Questions that fit any district; the argument is its short name. */
  readonly examples: readonly ((district: string) => string)[];
  readonly figureExample: (district: string, figure: string) => string;
  /** Questions that fit any report, for reports without a district. */
  readonly titleExample: (title: string) => string;
  readonly holds: (reports: number, districts: number) => string;
  readonly districtLine: (district: string, reports: number) => string;
  readonly withoutDistrict: string;
  readonly andMore: (count: number) => string;
  readonly askUsage: string;
  readonly unknownCommand: (name: string) => string;
  readonly understoodAs: (subject: string) => string;
  readonly nearest: string;
  readonly sourceButton: (n: number) => string;
  readonly readAs: (reading: string) => string;
  readonly changedSince: string;
  readonly noSuchSource: (n: number) => string;
  readonly noAnswerYet: string;
  readonly gone: string;
  readonly wordsOnly: string;
  readonly failed: (id: string) => string;
  readonly retry: string;
  readonly quotes: readonly [string, string];
  readonly changeDistrict: string;
  readonly changePeriod: string;
  readonly whichDistrict: string;
  readonly whichYear: string;
  readonly stopped: string;
  readonly nothingToStop: string;
  readonly working: string;
  readonly fromFile: (title: string) => string;
  readonly askAboutFile: (title: string, minutes: number) => string;
  readonly wrongFormat: (endings: readonly string[]) => string;
  readonly tooLarge: (megabytes: number) => string;
}

/** Words of briefs and browsing buttons. */
export interface BriefWording {
  /** Questions that suit any district: practices first. */
  readonly topics: readonly { readonly label: string; readonly question: (district: string) => string }[];
  readonly whatOf: (district: string) => string;
  readonly briefButton: string;
  readonly briefOf: (district: string) => string;
  readonly figures: string;
  readonly figure: (name: string, value: string, period: string | null) => string;
  readonly notFound: string;
  readonly pageEmpty: (title: string) => string;
  readonly compareUsage: string;
  readonly comparisonOf: (districts: readonly string[], topic: string) => string;
  readonly topicUsage: string;
  readonly topicOf: (topic: string) => string;
  readonly topicQuestion: (district: string, topic: string) => string;
}

/** Words on access and personal settings. */
export interface PeopleWording {
  readonly roles: Readonly<Record<Role, string>>;
  readonly notMember: (user: string) => string;
  readonly roleForbids: string;
  readonly ownersOnly: string;
  readonly privateOnly: string;
  readonly groupOnly: string;
  readonly groupUnapproved: string;
  readonly groupApproved: string;
  readonly groupWithdrawn: string;
  readonly tooMuch: (seconds: number) => string;
  readonly inviteUsage: (mostDays: number, mostUses: number) => string;
  readonly invited: (invite: { role: string; days: number; uses: number }) => string;
  readonly inviteFailed: Readonly<Record<'unknown' | 'expired' | 'used-up', string>>;
  readonly joined: (role: string) => string;
  readonly memberJoined: (who: string, role: string) => string;
  readonly noMembers: string;
  readonly memberCount: (count: number) => string;
  readonly unreachable: string;
  readonly revokeUsage: string;
  readonly revoked: (user: string) => string;
  readonly noSuchMember: (user: string) => string;
  readonly linksCancelled: (count: number) => string;
  readonly privacy: string;
  readonly exported: string;
  readonly forgetSure: string;
  readonly forgetYes: string;
  readonly forgotten: (count: number) => string;
  readonly whichLanguage: string;
  readonly automatic: string;
  readonly languageSet: string;
}

/** Words on feedback and on the corpus. */
export interface CorpusWording {
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly whatIsWrong: string;
  readonly thanks: string;
  readonly judgedBadly: (verdict: string, question: string) => string;
  readonly noFeedback: string;
  readonly gapReasons: Readonly<Record<RefusalReason, string>>;
  readonly noGaps: string;
  readonly notHere: string;
  readonly cannot: (remedy: string) => string;
  readonly ingestFailed: (remedy: string) => string;
  readonly peopleStatus: (members: number, entries: number, brokenAt: number | null) => string;
  readonly reindexed: string;
  readonly removeUsage: string;
  readonly removeSure: (label: string) => string;
  readonly removeYes: string;
  readonly removed: string;
  readonly staged: (name: string) => string;
  readonly stageYes: string;
  readonly stageAsk: string;
  readonly stageNo: string;
  readonly accepted: string;
  readonly discarded: string;
  readonly alert: (text: string) => string;
  readonly requestFailed: (id: string) => string;
}

/** Everything the conversation says of its own accord. */
export interface Wording extends AskingWording, BriefWording, PeopleWording, CorpusWording, PracticeWording {
  /** The description of each command, in the order of menus. */
  readonly commands: Readonly<Record<CommandName, string>>;
}
