// A chat in the terminal. Typed at a keyboard it greets and prompts; fed by a pipe it prints the answers alone.
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Conversation } from '../../chat/conversation.ts';
import { renderReply } from '../../chat/render.ts';
import type { Reply } from '../../chat/reply.ts';
import type { Speaker } from '../../store/state/exchanges.ts';

const PROMPT = '> ';
const HOW_TO_LEAVE = '输入 /quit 退出。 (Type /quit to leave.)';
const QUIT = /^(?:[/／](?:quit|exit|q)|quit|exit)\s*$/iu;
const SPEAKER: Speaker = { channel: 'terminal', chat: 'local', user: 'local', language: 'zh' };

/** The parts of a terminal chat. */
export interface TerminalOptions {
  readonly conversation: Conversation;
  readonly input: Readable;
  readonly output: Writable;
  /** True: a person types, so greet and prompt. False: print one reply for each line of input, and nothing else. */
  readonly interactive: boolean;
}

/**
 * Runs a chat until the input ends, `/quit` is typed or the reader of the output goes away. Each chat starts afresh;
 * `原文 1` or `/source 1` opens the exact words behind the latest answer.
 */
export async function startTerminal({ conversation, input, output, interactive }: TerminalOptions): Promise<void> {
  const greeting = await conversation.handle({ speaker: SPEAKER, text: '/start', reminds: 'never' });
  // No await may stand between this line and the loop: lines read meanwhile would be lost.
  const lines = createInterface({
    input,
    crlfDelay: Number.POSITIVE_INFINITY,
    ...(interactive ? { output, terminal: true } : {}),
  });
  // The output's reader may leave early (`| head`): that ends the chat and is no fault.
  output.on('error', () => lines.close());
  lines.setPrompt(PROMPT);
  if (interactive) {
    output.write(`${greeting === null ? '' : renderReply(greeting)}\n${HOW_TO_LEAVE}\n\n`);
    lines.prompt();
  }
  for await (const line of lines) {
    if (QUIT.test(line)) break;
    const onText = interactive ? (text: string) => void output.write(`… ${text}\n`) : undefined;
    const reply = await conversation.handle({ speaker: SPEAKER, text: line, onText, reminds: 'never' });
    if (output.writable && reply !== null) output.write(`${drawReply(reply)}\n\n`);
    if (interactive) lines.prompt();
  }
  lines.close();
}

/** A reply as text; a file that comes with it is printed below it under its name. */
function drawReply(reply: Reply): string {
  const text = renderReply(reply);
  return reply.file === undefined ? text : `${text}\n—— ${reply.file.name} ——\n${reply.file.text.trimEnd()}`;
}
