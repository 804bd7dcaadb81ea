// One question to a model, within limits of time and length. It hands over sentences as they are complete and judges none.
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { AppError } from '../../errors.ts';
import { explainDelay, explainFault } from './faults.ts';
import type { Message } from './prompt.ts';
import { ProposalReader } from './proposal.ts';
import type { FallbackReason, ProposedSentence } from './types.ts';

/** The longest text that is read, thoughts aside, in UTF-16 units. */
const MAX_READ_CHARACTERS = 4_000;

/** How to ask. */
export interface Asking {
  readonly model: BaseChatModel;
  readonly timeLimitMs: number;
  readonly signal: AbortSignal | undefined;
  /** Whether the answer is wanted piece by piece. */
  readonly stream: boolean;
  /** Called with each complete sentence, in order; never after the outcome. */
  readonly onSentence: (sentence: ProposedSentence) => void;
}

/** How it ended. */
export type Outcome =
  | { readonly status: 'complete'; readonly short: string | null }
  | { readonly status: 'failed'; readonly reason: FallbackReason; readonly fault: AppError | null };

const failed = (reason: FallbackReason, fault: AppError | null = null): Outcome => ({
  status: 'failed',
  reason,
  fault,
});

/** The answer's text, piece by piece or at once. @throws AppError for whatever the model throws, and for nothing else */
async function* piecesOf(
  messages: readonly Message[],
  { model, stream }: Asking,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const input = messages.map(([role, text]): [string, string] => [role, text]);
  try {
    if (!stream) yield (await model.invoke(input, { signal })).text;
    else for await (const chunk of await model.stream(input, { signal })) yield chunk.text;
  } catch (error) {
    throw explainFault(error);
  }
}

/** Rejects when the signal fires, for models that take no notice of it. */
function rejectionOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

async function read(messages: readonly Message[], asking: Asking, signal: AbortSignal): Promise<Outcome> {
  const reader = new ProposalReader();
  for await (const piece of piecesOf(messages, asking, signal)) {
    const sentences = reader.push(piece);
    if (signal.aborted) return failed('stopped');
    if (reader.length > MAX_READ_CHARACTERS) return failed('rambling');
    for (const sentence of sentences) asking.onSentence(sentence);
  }
  return reader.complete ? { status: 'complete', short: reader.short } : failed('malformed');
}

/** Asks a model; every way in which it can fail is an outcome. */
export async function ask(messages: readonly Message[], asking: Asking): Promise<Outcome> {
  const deadline = AbortSignal.timeout(asking.timeLimitMs);
  const ended = new AbortController();
  const signal = AbortSignal.any([deadline, ended.signal, ...(asking.signal ? [asking.signal] : [])]);
  try {
    return await Promise.race([read(messages, asking, signal), rejectionOf(signal)]);
  } catch (error) {
    if (asking.signal?.aborted) return failed('stopped');
    if (deadline.aborted) return failed('timed-out', explainDelay(asking.timeLimitMs));
    if (!(error instanceof AppError)) throw error;
    return failed(error.code === 'model/refused' ? 'refused' : 'unreachable', error);
  } finally {
    ended.abort();
  }
}
