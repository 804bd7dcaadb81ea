// From settled sentences to an answer: citations numbered by first use, the direct answer checked like any sentence.

import type { Answered, Citation, Claim } from '../../types.ts';
import type { Bench } from '../verify/districts.ts';
import { verify } from '../verify/verify.ts';
import { faultsOf } from './settle.ts';
import type { SettledSentence } from './types.ts';

/** Longest answer in all, in UTF-16 units: with its sources it has to fit one message. */
const MAX_ANSWER_CHARACTERS = 1_000;

/** What an answer is put together from. */
export interface Parts {
  readonly sentences: readonly SettledSentence[];
  /** The direct answer as the model proposes it, null where it gives none. */
  readonly short: string | null;
  readonly extractive: Answered;
  readonly maxCharacters: number;
}

/** As many whole sentences as fit, from the first on. */
function leading(sentences: readonly SettledSentence[], maxCharacters: number): string {
  let text = '';
  for (const sentence of sentences) {
    if (text.length + sentence.text.length > maxCharacters) break;
    text += sentence.text;
  }
  return text;
}

/** The proposed direct answer if the citations carry it and it is short enough, else the leading sentences. */
function shortOf({ sentences, short, maxCharacters }: Parts, citations: readonly Citation[], { find }: Bench): string {
  const fits = short !== null && short !== '' && short.length <= maxCharacters;
  return fits && faultsOf(short, citations, { find }).length === 0 ? short : leading(sentences, maxCharacters);
}

/** The answer; null where nothing of the model's own is left, or it cannot be said within the limits. */
export function assemble(parts: Parts, bench: Bench): Answered | null {
  const seen = new Set<string>();
  const sentences = parts.sentences.filter(({ text }) => !seen.has(text) && seen.add(text));
  const total = sentences.reduce((sum, { text }) => sum + text.length, 0);
  if (total > MAX_ANSWER_CHARACTERS || !sentences.some(({ own }) => own)) return null;
  const used = [...new Set(sentences.flatMap(({ cited }) => cited))];
  const numberOf = new Map(used.map((citation, index) => [citation, index + 1]));
  const [firstClaim, ...claims] = sentences.map(({ text, cited: [first, ...rest] }): Claim => {
    const numbers = rest.map((citation) => numberOf.get(citation) ?? 0);
    return { text, citations: [numberOf.get(first) ?? 0, ...numbers] };
  });
  const [firstCitation, ...citations] = used.map((citation, index) => ({ ...citation, n: index + 1 }));
  const short = shortOf({ ...parts, sentences }, used, bench);
  if (!firstClaim || !firstCitation || short === '') return null;
  const answer: Answered = {
    status: 'answered',
    short,
    claims: [firstClaim, ...claims],
    citations: [firstCitation, ...citations],
    interpretation: parts.extractive.interpretation,
    mode: 'generated',
  };
  return verify(answer).length === 0 ? answer : null;
}
