// A sentence turned round: up for down, not for is, more for less. Compared clause by clause with the evidence, because a
// report sentence often holds a rise and a fall side by side. All texts folded.

import { phrasesOf } from '../../text/clauses.ts';
import { bigrams } from '../../text/tokens.ts';
import { turnedDirections } from './direction.ts';

const NEGATION =
  /(?:尚未|并未|还未|从未|未能|未曾|没有|没能|不再|不得|不能|不会|并非|不是|不(?![断仅少但同足久动等锈止单只光论管愧已懈遗忘折])|未(?![来央成])|没(?!收)|无(?![人线缝障锡偿限忧疑数论]))(?=\p{Script=Han}{2})/gu;
const NEGATION_AT_END = /(?:尚未|并未|还未|从未|未能|没有|没能|不再|不得|不能|不会|并非|不是|[不未没无])$/u;
const ADVERBS = /已经|已|全部|全都|都|均|也|仍|还|正在|正/gu;
/** Judgements that a model adds by itself: they have to stand in the evidence as they are. */
const COMPARING =
  /更[多高大少低小快慢强弱好差]|[高多大少低快慢优]于|超过|超出|不及|领先|落后|最[多高大少低小快慢强好]|位居|排名|唯一|翻番|第一/gu;
/** A pair of characters in a clause: denied or not, and what the clause says before it. */
interface Saying {
  readonly pair: string;
  readonly negated: boolean;
  readonly before: ReadonlySet<string>;
}

function sayingsOf(clause: string): Saying[] {
  const denied = new Set([...clause.matchAll(NEGATION)].map((match) => match.index + match[0].length));
  return bigrams(clause).map((pair) => {
    const at = clause.indexOf(pair);
    const before = new Set(bigrams(clause.slice(0, at).replace(ADVERBS, '').replace(NEGATION_AT_END, '')));
    return { pair, negated: denied.has(at), before };
  });
}

/** How much two sayings speak of the same: pairs before them in common; −1 where there is no other saying. */
function nearest(own: Saying, others: readonly Saying[]): number {
  return Math.max(-1, ...others.map(({ before }) => [...own.before].filter((pair) => before.has(pair)).length));
}

function turnedNegations(text: string, evidence: string): string[] {
  const theirs = phrasesOf(evidence).flatMap(sayingsOf);
  const neverDenies = !theirs.some(({ negated }) => negated);
  const turned = phrasesOf(text)
    .flatMap(sayingsOf)
    .filter((own) => {
      const alike = theirs.filter(({ pair }) => pair === own.pair);
      const opposite = alike.filter(({ negated }) => negated !== own.negated);
      if (opposite.length === 0) return own.negated && neverDenies;
      return (
        nearest(own, opposite) >
        nearest(
          own,
          alike.filter(({ negated }) => negated === own.negated),
        )
      );
    });
  return turned.map(({ pair, negated }) => (negated ? `不${pair}` : pair));
}

function addedJudgements(text: string, evidence: string): string[] {
  return [...text.matchAll(COMPARING)].map(([words]) => words).filter((words) => !evidence.includes(words));
}

/**
 * What a sentence turns round or judges by itself: clauses with the opposite direction, words with a negation added or lost,
 * comparisons that the evidence does not make.
 * @param text folded   @param evidence folded
 */
export function turnedWords(text: string, evidence: string): string[] {
  return [...turnedDirections(text, evidence), ...turnedNegations(text, evidence), ...addedJudgements(text, evidence)];
}
