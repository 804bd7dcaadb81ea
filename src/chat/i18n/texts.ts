// The texts of the conversation, by language: what zh.json and en.json must hold.

import type { Verdict } from '../../store/state/feedback.ts';
import type { Language, RefusalReason } from '../../types.ts';
import type { Action, Role } from '../access/policy.ts';
import type { BadInput } from '../input.ts';
import en from './en.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };

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
  | 'draft'
  | 'share'
  | 'unshare'
  | 'shared'
  | 'tokens'
  | 'keys'
  | 'items'
  | 'backup'
  | 'practice'
  | 'examine';

/** The name of a command. */
export type CommandName = Exclude<Action, NoCommand>;

/** The texts of a language: every name that the program can hold has its text; `parts` are what other texts are made of. */
export type Texts = typeof zh & {
  /** The description of each command, in the order of menus. */
  readonly commands: Readonly<Record<CommandName, string>>;
  readonly bad: Readonly<Record<BadInput, string>>;
  readonly roles: Readonly<Record<Role, string>>;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly gapReasons: Readonly<Record<RefusalReason, string>>;
};

/** The texts of each language. */
export const TEXTS: Readonly<Record<Language, Texts>> = { zh, en };
