// A language model that chooses among the report's sentences: it gets them numbered and returns numbers and copied words, which
// are checked. Whatever fails (late, rambling, malformed, unreachable) is no choice: the other readers' answer stands.
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { type AskingOptions, modelAsker } from './ask-model.ts';
import { messagesFor } from './prompt.ts';
import { type NumberedSentence, readSelection, type Selection } from './selection.ts';

/** Chooses the sentences that answer a question; null where it comes to no choice. */
export type SentenceChooser = (
  question: string,
  sentences: readonly NumberedSentence[],
  signal?: AbortSignal,
) => Promise<Selection | null>;

/** Makes a chooser of a chat model. */
export function sentenceChooser(model: BaseChatModel, options: AskingOptions = {}): SentenceChooser {
  const ask = modelAsker(model, options);
  return async (question, sentences, stop) => {
    const said = await ask(messagesFor(question, sentences), stop);
    return said === null ? null : readSelection(said, sentences);
  };
}
