// What generation takes, what a model proposes and why its answer is not used. Data only.
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { AppError } from '../../errors.ts';
import type { Answered, Citation } from '../../types.ts';

/** Why the extractive answer stays as it is. */
export type FallbackReason =
  /** The caller stopped it. */
  | 'stopped'
  | 'timed-out'
  /** No connection, a dropped one, or a server that is overloaded or broken. */
  | 'unreachable'
  /** The server refuses: key, model or request. */
  | 'refused'
  /** More text than an answer may have. */
  | 'rambling'
  /** No answer in the form asked for, or one that breaks off. */
  | 'malformed'
  /** The model finds no answer in the evidence. */
  | 'nothing-said'
  /** No sentence that the evidence carries is left. */
  | 'unsupported';

/** What a language model is asked to say again in its own words, and within which limits. */
export interface GenerationRequest {
  /** The answer that stands if the model fails; its interpretation holds the question. */
  readonly extractive: Answered;
  /** Exact sentences, numbered 1 … n: all that the model sees and may cite. `evidenceAround` makes them. */
  readonly evidence: readonly Citation[];
  readonly model: BaseChatModel;
  /** Full names of the indexed districts, so that another one's name in an answer is known for what it is. Default: none. */
  readonly districts?: readonly string[];
  /** Longest direct answer, in UTF-16 units: 160 for a figure, name or date, 500 otherwise. Default 500. */
  readonly maxCharacters?: number;
  /** Longest wait for the whole answer. Default 20,000. */
  readonly timeLimitMs?: number;
  readonly signal?: AbortSignal;
  /**
   * Called with each verified sentence as soon as it is complete; its presence makes the model stream.
   * What was shown this way has to be replaced by the answer that finally stands.
   */
  readonly onText?: (text: string) => void;
  /** Called once where null is returned; the fault says what an operator can mend, null where nothing is broken. */
  readonly onFallback?: (reason: FallbackReason, fault: AppError | null) => void;
}

/** A sentence as a model proposes it: nothing in it is believed yet. */
export interface ProposedSentence {
  readonly text: string;
  /** Numbers of the evidence that it names, as it names them: they may be wrong. */
  readonly sources: readonly number[];
}

/** A sentence that its evidence carries. */
export interface SettledSentence {
  readonly text: string;
  readonly cited: readonly [Citation, ...Citation[]];
  /** Whether it is the model's own sentence; false: the quote that replaces a false one. */
  readonly own: boolean;
}
