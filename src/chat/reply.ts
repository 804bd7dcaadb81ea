// A reply as data: blocks in reading order and buttons. A channel draws it and decides nothing.
import type { CitedDocument } from '../documents.ts';
import type { Answer, Language } from '../types.ts';

/** A notice that a channel may draw in its own way: how the question was understood, or that the closest match follows. */
export type NoticeKind = 'understood' | 'nearest';

/** A paragraph of a reply. Marks such as `[1]` stand in the text, after the sentence that they support. */
export type Block =
  /** What was understood of a question, or another aside. */
  | { readonly kind: 'notice'; readonly text: string; readonly tells?: NoticeKind }
  /** The direct answer. */
  | { readonly kind: 'headline'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** One line that says where a citation comes from. */
  | { readonly kind: 'source'; readonly text: string }
  /** Exact words of a report, with their neighbours. */
  | { readonly kind: 'quote'; readonly before: string; readonly text: string; readonly after: string };

/** A thing the reader can press. */
export interface Button {
  readonly label: string;
  /** Handed back to the conversation when pressed; ≤ 64 bytes of ASCII. */
  readonly token: string;
}

/** A quiz item put to the reader. A channel shows it as it best can: a native poll, a form, lettered lines. */
export interface Posed {
  /** Handed back with the reader's answer (`Conversation.answer`); ≤ 40 bytes of ASCII, a new one each time an item is put. */
  readonly token: string;
  /** `one`: choose one; `several`: choose all that are right; `order`: put the options in order; `typed`: write. */
  readonly form: 'one' | 'several' | 'order' | 'typed';
  /** 1–300 characters. */
  readonly question: string;
  /** 2–10 options of 1–100 characters; none for `typed`. */
  readonly options: readonly string[];
  /** What a native quiz poll shows once answered; null in exams, where nothing is revealed before the end. */
  readonly key: { readonly correct: readonly number[]; readonly explanation: string } | null;
  /** Closes by itself after so many seconds; null: stays open. */
  readonly closesInSeconds: number | null;
}

/** The answer that a reply draws, for channels that can show more of it than blocks. */
export interface Shown {
  /** Under which the answer is kept in the speaker's chat. */
  readonly id: string;
  readonly question: string;
  readonly answer: Answer;
  /** Tokens that offer other districts, other years; null: there is none to offer. */
  readonly changes?: { readonly district: string | null; readonly period: string | null };
}

/** Why an action was denied: the policy, the rate limit (then how long to wait), or an exam under way. */
export interface Denied {
  readonly why: 'stranger' | 'role' | 'scope' | 'place' | 'unapproved' | 'limit' | 'exam';
  /** 0 unless `limit`. */
  readonly waitSeconds: number;
}

/** Everything a channel needs to draw. */
export interface Reply {
  readonly language: Language;
  readonly blocks: readonly [Block, ...Block[]];
  readonly buttons: readonly Button[];
  /**
   * How a reply to a pressed button is shown: as a message of its own (default), in place of the message with the button,
   * or as a passing note (≤ 200 characters).
   */
  readonly shownAs?: 'message' | 'edit' | 'note';
  /** A file that comes with it. */
  readonly file?: { readonly name: string; readonly text: string };
  /** A picture that comes with it: PNG, with what it shows in words (≤ 1,024 characters). */
  readonly picture?: { readonly name: string; readonly png: Uint8Array; readonly caption: string };
  /** A quiz item that follows the blocks. */
  readonly posed?: Posed;
  /** Tokens of posed questions that take no answer any more: a channel that still shows one as open closes it. */
  readonly closes?: readonly string[];
  /** The answer behind the blocks, where they draw one. */
  readonly shown?: Shown;
  /** The document that the blocks draw as text, and the query by which it is made anew, for channels that can draw or export it. */
  readonly document?: { readonly content: CitedDocument; readonly address: string };
  /** Present: nothing was done, and the blocks say why. */
  readonly denied?: Denied;
}

/** A reply of plain paragraphs. */
export function plainReply(language: Language, first: string, ...more: readonly string[]): Reply {
  const toBlock = (text: string): Block => ({ kind: 'text', text });
  return { language, blocks: [toBlock(first), ...more.map(toBlock)], buttons: [] };
}
