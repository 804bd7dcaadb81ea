// Puts messages to a language model, within limits of time and length. Whatever fails (late, rambling, unreachable) is no answer.
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { AppError } from '../../errors.ts';
import { explainDelay, explainFault } from './faults.ts';
import type { Message } from './prompt.ts';

/** How a model is asked. */
export interface AskingOptions {
  /** Longest wait for the whole answer. Default 20,000. */
  readonly timeoutMs?: number;
  /** The model could not be asked: what an operator can mend. */
  readonly onFault?: (fault: AppError) => void;
}

/** Returns what a model says to messages; null where it says nothing that can be used. */
export type AskModel = (messages: readonly Message[], signal?: AbortSignal) => Promise<string | null>;

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

/** Makes a function that asks a chat model. */
export function modelAsker(
  model: BaseChatModel,
  { timeoutMs = TIMEOUT_MS, onFault = () => undefined }: AskingOptions = {},
): AskModel {
  return async (messages, stop) => {
    const deadline = AbortSignal.timeout(timeoutMs);
    const signal = stop ? AbortSignal.any([deadline, stop]) : deadline;
    const given = messages.map(([role, text]): [string, string] => [role, text]);
    try {
      const { text } = await Promise.race([model.invoke(given, { signal }), rejectionOf(signal)]);
      return text.length > MAX_READ_CHARACTERS ? null : text;
    } catch (error) {
      if (!stop?.aborted) onFault(deadline.aborted ? explainDelay(timeoutMs) : explainFault(error));
      return null;
    }
  };
}
