// What a reader's judgements tell of the sentence that was chosen: signals of the confidence in an answer.
import type { ReaderSignals } from '../read/confidence.ts';
import type { Judged } from '../read/judging.ts';
import type { Ranked } from '../read/ranking.ts';

interface Agreement {
  readonly agrees: boolean;
  readonly pointed?: number | undefined;
}

/**
 * Returns what a reader's judgement tells of the chosen sentence; null where no reader judged.
 * @param agrees true if the ranking by itself comes to the same answer   @param pointed belief in the value cut out; default: in the sentence
 */
export function readerSignals(judged: Judged, best: Ranked, { agrees, pointed }: Agreement): ReaderSignals | null {
  if (judged.size === 0) return null;
  const own = judged.get(best.candidate.prepared.sentence);
  return {
    answered: own?.answered ?? 0,
    share: own?.share ?? 0,
    pointed: pointed ?? own?.share ?? 0,
    best: Math.max(...[...judged.values()].map(({ answered }) => answered)),
    agrees,
  };
}

/**
 * Returns the signals for the ask of a question that the chosen sentence answers most surely: the words of another one are often
 * everyday words that no report uses.
 * @param judgedFor what the reader says for each ask   @param agreement of the first ask's answer
 */
export function surestSignals(
  judgedFor: readonly Judged[],
  best: Ranked,
  { agrees, pointed }: Agreement,
): ReaderSignals | null {
  const [first = null, ...further] = judgedFor.map((judged, index) =>
    readerSignals(judged, best, index === 0 ? { agrees, pointed } : { agrees }),
  );
  return further.reduce((surest, other) => ((other?.answered ?? 0) > (surest?.answered ?? 0) ? other : surest), first);
}
