// Reads what a person sent: strips what cannot be read, tells commands from questions, names bad input.
// It does not understand questions.

/** Longest question that is read, in UTF-16 units. */
export const MAX_QUESTION_CHARACTERS = 1_000;

/** A message as it is read. */
export type Input =
  | { readonly kind: 'command'; readonly name: string; readonly argument: string }
  /** Asks for the exact words behind source `n` of the latest answer; 1 where no number is given. */
  | { readonly kind: 'source'; readonly n: number }
  | { readonly kind: 'question'; readonly text: string }
  | { readonly kind: 'bad'; readonly fault: BadInput };

/** Why a message is not a question. */
export type BadInput = 'empty' | 'unreadable' | 'no-words' | 'too-long';

// Controls except tab and line feed, soft hyphen, zero-width and bidirectional controls, byte-order mark, replacement marks, lone surrogates.
const UNREADABLE = /[^\P{Cc}\t\n]|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffc\ufffd]|\p{Cs}/gu;
const COMMAND = /^[/／](\w{1,32})(?:@\w{1,64})?(?:\s+|$)/u;
const SOURCE = /^(?:原文|来源|來源|出处|出處|source)\s*[[［]?(\d{1,2})?[\]］]?[。.？?]?$/iu;
/** Words that people type for a command without knowing its slash. */
const HELP = /^(?:帮助|幫助|使用帮助|使用说明|怎么用|如何使用|菜单|help|menu)[。.？?！!]*$/iu;
/** Words that ask for practice, with what it is to be on behind them. */
const QUIZ =
  /^(?:请|来)?(?:(?:考考我|考一考我|测验我|测测我|测验一下|测试我|给我出题|quiz me|test me)(?:吧|一下)?[\s,，:：]*(?:on |about )?|(?:考我|出题|出几道题|来几道题|练习|开始练习|做题|刷题|答题|我要练习|我想练习|我要做题|practi[cs]e|quiz)(?:吧|$|(?=[。.!！])|[\s,，:：]+))(.{0,30}?)[。.!！]*$/iu;
/** The same with a number: 来5道泉山区的题, 再出两题. */
const QUIZ_OF =
  /^(?:请|麻烦)?(?:再)?(?:给我|帮我|我要|我想)?(?:再)?(?:来|出|做|练|考我|考|刷)\s*((?:\d{1,3}|[一二两三四五六七八九十]{1,3})\s*(?:道|题))(.{0,30}?)[。.!！]*$/iu;
const ASKS = /[?？]|什么|多少|哪|谁|怎么|如何|几[个家项处条年]|吗$/u;

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
  const practice = readPractice(text);
  return practice === null ? readQuestion(text) : { kind: 'command', name: 'quiz', argument: practice };
}

/** Returns the subject of practice that a message asks for; null if it asks for none. */
function readPractice(text: string): string | null {
  if (ASKS.test(text)) return null;
  const [, number, of] = QUIZ_OF.exec(text) ?? [];
  if (number !== undefined) return `${number} ${of}`.trim();
  return QUIZ.exec(text)?.[1]?.trim() ?? null;
}

/** Reads a text that is meant as a question: the question, or what is wrong with it. */
export function readQuestion(message: string): Extract<Input, { kind: 'question' | 'bad' }> {
  const text = message.replace(UNREADABLE, '').trim();
  if (text === '') return { kind: 'bad', fault: 'empty' };
  if (text.length > MAX_QUESTION_CHARACTERS) return { kind: 'bad', fault: 'too-long' };
  if (!/[\p{L}\p{N}]/u.test(text)) return { kind: 'bad', fault: 'no-words' };
  return { kind: 'question', text };
}
