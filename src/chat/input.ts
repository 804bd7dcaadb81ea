// Reads what a person sent: strips what cannot be read, tells commands from questions, names bad input.
// It does not understand questions.
import type { Language } from './memory.ts';

/** Longest question that is read, in UTF-16 units. */
export const MAX_QUESTION_CHARACTERS = 1_000;

/** What a message turns out to be. */
export type Input =
  | { readonly kind: 'command'; readonly name: string; readonly argument: string }
  /** Asks for the exact words behind source `n` of the latest answer; 1 where no number is given. */
  | { readonly kind: 'source'; readonly n: number }
  | { readonly kind: 'question'; readonly text: string }
  | { readonly kind: 'bad'; readonly fault: BadInput };

/** Why a message cannot be read as a question. */
export type BadInput = 'empty' | 'unreadable' | 'no-words' | 'too-long';

// Controls except tab and line feed, soft hyphen, zero-width and bidirectional controls, byte-order mark, replacement marks, lone surrogates.
const UNREADABLE = /[^\P{Cc}\t\n]|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffc\ufffd]|\p{Cs}/gu;
const COMMAND = /^[/／](\w{1,32})(?:@\w{1,64})?(?:\s+|$)/u;
const SOURCE = /^(?:原文|来源|來源|出处|出處|source)\s*[[［]?(\d{1,2})?[\]］]?[。.？?]?$/iu;
/** Words that people type for a command without knowing its slash. */
const HELP = /^(?:帮助|幫助|使用帮助|使用说明|怎么用|如何使用|菜单|help|menu)[。.？?！!]*$/iu;

/**
 * Reads a message.
 * @example readInput('/ask@QuzhiBot 泉山区在哪里？') // => { kind: 'command', name: 'ask', argument: '泉山区在哪里？' }
 */
export function readInput(message: string): Input {
  const text = message.replace(UNREADABLE, '').trim();
  if (text === '') return { kind: 'bad', fault: message.trim() === '' ? 'empty' : 'unreadable' };
  const command = COMMAND.exec(text);
  if (command)
    return { kind: 'command', name: (command[1] ?? '').toLowerCase(), argument: text.slice(command[0].length) };
  const source = SOURCE.exec(text.normalize('NFKC'));
  if (source) return { kind: 'source', n: Number(source[1] ?? 1) };
  if (HELP.test(text)) return { kind: 'command', name: 'help', argument: '' };
  return readQuestion(text);
}

/** Reads a text that is meant as a question: the question, or what is wrong with it. */
export function readQuestion(message: string): Extract<Input, { kind: 'question' | 'bad' }> {
  const text = message.replace(UNREADABLE, '').trim();
  if (text === '') return { kind: 'bad', fault: 'empty' };
  if (text.length > MAX_QUESTION_CHARACTERS) return { kind: 'bad', fault: 'too-long' };
  if (!/[\p{L}\p{N}]/u.test(text)) return { kind: 'bad', fault: 'no-words' };
  return { kind: 'question', text };
}

/**
 * The language that a text is written in: Chinese names inside an English sentence leave it English, and the other way round.
 * @param fallback answer where the text has neither Chinese characters nor Latin words
 */
export function languageOf(text: string, fallback: Language = 'zh'): Language {
  const chinese = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latinWords = text.match(/\p{Script=Latin}+/gu)?.length ?? 0;
  if (chinese + latinWords === 0) return fallback;
  return latinWords > chinese / 2 ? 'en' : 'zh';
}
