// A language model that writes a turn of a chat as a question that can be understood without the earlier ones. What it writes is a
// suggestion: understand/suggested.ts takes it for a reading only if it has no words of its own. It is never shown as an answer.
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { type AskingOptions, modelAsker } from './ask-model.ts';
import { rewritingMessagesFor } from './prompt.ts';

/** Writes the turn as a question of its own; null where it comes to none. */
export type QuestionRewriter = (
  turn: string,
  history: readonly string[],
  signal?: AbortSignal,
) => Promise<string | null>;

/** A longer text is no question. */
const MAX_CHARACTERS = 200;
const MARKS = /^(?:["“”'「」\s]|问题[:：])+|["“”'「」\s]+$/gu;

/** Makes a rewriter of a chat model. */
export function questionRewriter(model: BaseChatModel, options: AskingOptions = {}): QuestionRewriter {
  const ask = modelAsker(model, options);
  return async (turn, history, stop) => {
    const said = await ask(rewritingMessagesFor(turn, history), stop);
    const question = said?.replace(MARKS, '') ?? '';
    return question === '' || question.length > MAX_CHARACTERS || question.includes('\n') ? null : question;
  };
}
