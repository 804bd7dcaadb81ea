// One turn of a conversation: who speaks where, in which role, and everything a reply can be made from. Types, and small helpers over them.

import type { Exchange, Speaker } from '../store/state/exchanges.ts';
import type { TokenScope } from '../store/state/sessions.ts';
import type { State } from '../store/state/state.ts';
import type { Report } from '../types.ts';
import type { Limiter } from './access/limits.ts';
import type { AccessPolicy, Action, Place, Role } from './access/policy.ts';
import type { Alerts } from './alerts.ts';
import type { CorpusAdmin } from './corpus/corpus-admin.ts';
import type { Maintenance } from './corpus/maintenance.ts';
import type { Wording } from './i18n/wording.ts';
import { wordingFor } from './i18n/wording.ts';
import { plainReply, type Reply } from './reply.ts';
import type { Service } from './service.ts';

/** Who may use the product, and how much. */
export interface AccessConfig {
  readonly policy: AccessPolicy;
  readonly limiter: Limiter;
  /** A new invitation code: unguessable, ≤ 40 characters of `[A-Za-z0-9_-]`. */
  readonly newCode: () => string;
}

/** The parts of a conversation. */
export interface ConversationParts {
  readonly service: Service;
  /** Everything that is kept of people; channels alone use the inbox. */
  readonly state: Omit<State, 'inboxOf' | 'letters' | 'close'>;
  readonly now: () => Date;
  /** Absent: whoever speaks is the owner, as in a terminal on one's own machine. */
  readonly access?: AccessConfig;
  /** Absent: maintainers' commands say that they are not to be had here. */
  readonly corpusAdmin?: CorpusAdmin;
  /** Absent: there is no health report and no backup to be had here. */
  readonly maintenance?: Maintenance;
  readonly alerts?: Alerts;
  /** Hears each question and what became of it: `answered`, or the reason of a refusal. Absent: no log learns what is asked. */
  readonly onAnswered?: (question: string, verdict: string) => void;
}

/** A file that questions are about for now, held in memory alone. */
export interface OwnFile {
  readonly report: Report;
  readonly until: Date;
  /** What was asked about it, oldest first; `count` also counts what was dropped. */
  readonly asked: { count: number; exchanges: readonly (Exchange & { readonly id: string })[] };
}

/** State of a speaker between two messages, until the process ends. */
export interface Session {
  /** Ends the work that is under way. */
  stop: AbortController | null;
  /** The file that questions are about for now. */
  document: OwnFile | null;
  /** The file that a maintainer was last shown: it may be asked about instead of being taken in. */
  offered: { readonly id: string; readonly report: Report; readonly until: Date } | null;
  /** The latest message that could not be handled, and its id. */
  failed: { readonly id: string; readonly text: string } | null;
  /** When each action that is recorded once an hour was last recorded. */
  readonly recordedAt: Map<Action, Date>;
}

/** How a channel tells of what is due. */
export type Reminding = 'message' | 'page' | 'never';

/** Who speaks and where, and what the channel can do. */
export interface Setting {
  readonly speaker: Speaker;
  /** Default: `private`. */
  readonly place?: Place;
  /** The person's display name. */
  readonly name?: string | null;
  /** How far the token reaches that speaks for the person; absent: they speak themselves. */
  readonly scope?: TokenScope;
  /** Called where the person may do what they ask for, before it is done. */
  readonly onAdmitted?: (() => void) | undefined;
  readonly onProgress?: (line: string) => void;
  /** Gets the sentence that answers while a language model still chooses; the reply replaces it. Absent: nothing is streamed. */
  readonly onText?: ((text: string) => void) | undefined;
  readonly linkTo?: (payload: string) => string;
  /** The channel handed this in before and may have stopped before its reply was kept: what it brought about is shown, not called a repetition. */
  readonly again?: boolean;
  /** The channel's own name for what was handed in, the same when it is handed in again. Default: it has none. */
  readonly messageId?: string;
  /** The channel has shown whether the answer is right, and why, itself (a native quiz poll). Default: it has not. */
  readonly showsVerdict?: boolean;
  /** The channel can show pictures. */
  readonly showsPictures?: boolean;
  /** A message may answer the quiz item that is open; false: it is said elsewhere than where one practises. Default: true. */
  readonly practises?: boolean;
  /** How the channel tells of what is due: by a message of its own, on the page while it is open, or never. Default: by a message. */
  readonly reminds?: Reminding;
  /** Nobody said anything, something is due: the audit notes no action. */
  readonly isUnasked?: boolean;
}

/** One message or press, admitted. */
export interface Turn {
  /** Under whose name things are kept: the home of a linked account. */
  readonly speaker: Speaker;
  /** The account that speaks: whom its channel knows. Members, invitations, keys, banks and exams are those of its channel. */
  readonly account: Speaker;
  readonly place: Place;
  readonly role: Role;
  readonly action: Action;
  /** The person's display name; null: unknown. */
  readonly name: string | null;
  readonly parts: ConversationParts;
  readonly session: Session;
  readonly wording: Wording;
  /** Shows how far a long work is; may be called often. */
  readonly onProgress: (line: string) => void;
  /** Shows the sentence that answers while a language model still chooses; undefined: the channel waits for the reply. */
  readonly onText: ((text: string) => void) | undefined;
  /** A link that opens a chat with the bot and says `/start PAYLOAD`. */
  readonly linkTo: (payload: string) => string;
  /** True if the channel has shown the verdict on an answer itself. */
  readonly showsVerdict: boolean;
  /** The channel can show pictures. */
  readonly showsPictures: boolean;
  /** How the channel tells of what is due. */
  readonly reminds: Reminding;
  /** The same was handed in before, and its reply may never have been shown. */
  readonly again: boolean;
  /** The channel's own name for what was handed in; null: it has none. */
  readonly messageId: string | null;
}

/** Carries out a command; the argument is the text after its name. */
export type CommandHandler = (argument: string, turn: Turn) => Reply | Promise<Reply>;

/** Carries out a pressed button; the words are the parts of its token after the first. */
export type PressHandler = (words: readonly string[], turn: Turn) => Reply | Promise<Reply>;

/** A reply of plain paragraphs in the turn's language. */
export function say(turn: Turn, first: string, ...more: readonly string[]): Reply {
  return plainReply(turn.speaker.language, first, ...more);
}

/** A passing note in the turn's language. */
export function note(turn: Turn, text: string): Reply {
  return { ...say(turn, text), shownAs: 'note' };
}

/** The same turn in another language of ours. */
export function inLanguage(turn: Turn, language: Speaker['language']): Turn {
  return { ...turn, speaker: { ...turn.speaker, language }, wording: wordingFor(language) };
}
