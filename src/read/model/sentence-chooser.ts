// A language model that chooses among the report's sentences: it gets them numbered and returns numbers and copied words, which
// are checked. Whatever fails (late, rambling, malformed, unreachable) is no choice: the other readers' answer stands.
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { AppError } from '../../errors.ts';
import { explainDelay, explainFault } from './faults.ts';
import { messagesFor } from './prompt.ts';
import { type NumberedSentence, readSelection, type Selection } from './selection.ts';

/** Chooses the sentences that answer a question; null where it comes to no choice. */
export type SentenceChooser = (
  question: string,
  sentences: readonly NumberedSentence[],
  signal?: AbortSignal,
) => Promise<Selection | null>;

/** How a model is asked. */
export interface ChooserOptions {
  /** Longest wait for the whole answer. Default 20,000. */
  readonly timeoutMs?: number;
  /** The model could not be asked: what an operator can mend. */
  readonly onFault?: (fault: AppError) => void;
}

const TIMEOUT_MS = 20_000;
/** The longest answer that is read, in UTF-16 units. */
const MAX_READ_CHARACTERS = 8_000;

/** Rejects when the signal fires, for models that take no notice of it. */
function rejectionOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** Makes a chooser of a chat model. */
export function sentenceChooser(
  model: BaseChatModel,
  { timeoutMs = TIMEOUT_MS, onFault = () => undefined }: ChooserOptions = {},
): SentenceChooser {
  return async (question, sentences, stop) => {
    const deadline = AbortSignal.timeout(timeoutMs);
    const signal = stop ? AbortSignal.any([deadline, stop]) : deadline;
    const messages = messagesFor(question, sentences).map(([role, text]): [string, string] => [role, text]);
    try {
      const { text } = await Promise.race([model.invoke(messages, { signal }), rejectionOf(signal)]);
      return text.length > MAX_READ_CHARACTERS ? null : readSelection(text, sentences);
    } catch (error) {
      if (!stop?.aborted) onFault(deadline.aborted ? explainDelay(timeoutMs) : explainFault(error));
      return null;
    }
  };
}
