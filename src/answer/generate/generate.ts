// A language model as a second author: it says the answer again out of numbered evidence, and every sentence of it is
// checked. It is no judge: what was refused never gets here, and whatever fails leaves the extractive answer standing.
import type { Answered } from '../../types.ts';
import { finderFor } from '../verify/districts.ts';
import { ask } from './ask.ts';
import { assemble } from './assemble.ts';
import { messagesFor } from './prompt.ts';
import { settle } from './settle.ts';
import type { FallbackReason, GenerationRequest, ProposedSentence, SettledSentence } from './types.ts';

const MAX_SENTENCES = 6;

/**
 * Asks a model to answer out of the evidence.
 * @returns the answer, `mode: 'generated'`, every figure, date, name, district and direction of it standing in what it cites;
 * null where the extractive answer has to stand: the model fails, is late, rambles, or says nothing that its evidence carries
 */
export async function generate(request: GenerationRequest): Promise<Answered | null> {
  const {
    extractive,
    evidence,
    model,
    districts = [],
    maxCharacters = 500,
    timeLimitMs = 20_000,
    signal,
    onText,
    onFallback,
  } = request;
  const bench = { evidence, find: finderFor(evidence, districts) };
  const sentences: SettledSentence[] = [];
  let proposed = 0;
  const take = (sentence: ProposedSentence): void => {
    proposed++;
    const settled = settle(sentence, bench);
    if (!settled || sentences.length >= MAX_SENTENCES) return;
    sentences.push(settled);
    onText?.(settled.text);
  };
  const messages = messagesFor(extractive.interpretation.question, evidence, {
    maxSentences: MAX_SENTENCES,
    maxCharacters,
  });
  const outcome = await ask(messages, { model, timeLimitMs, signal, stream: onText !== undefined, onSentence: take });
  if (outcome.status === 'failed') {
    onFallback?.(outcome.reason, outcome.fault);
    return null;
  }
  const answer = assemble({ sentences, short: outcome.short, extractive, maxCharacters }, bench);
  const why: FallbackReason = proposed === 0 ? 'nothing-said' : 'unsupported';
  if (!answer) onFallback?.(why, null);
  return answer;
}
