// A reply as data: blocks in reading order and buttons. A channel draws it and decides nothing.
import type { Language } from './memory.ts';

/** A paragraph of a reply. Marks such as `[1]` stand in the text, after the sentence that they support. */
export type Block =
  /** What was understood of a question, or another aside. */
  | { readonly kind: 'notice'; readonly text: string }
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
}

/** A reply of plain paragraphs. */
export function plainReply(language: Language, first: string, ...more: readonly string[]): Reply {
  const toBlock = (text: string): Block => ({ kind: 'text', text });
  return { language, blocks: [toBlock(first), ...more.map(toBlock)], buttons: [] };
}
