// Which of several figures is of the thing that a question names, where a sentence pairs names and figures in their order: 甲镇、乙镇依次建成冷库9座、14座.
import { fold } from '../text/normalise.ts';
import type { Quantity } from '../text/numbers.ts';
import { longestCommonRun } from './match.ts';
import type { PreparedSentence } from './prepared-sentence.ts';

const PAIRS = /分别|依次|各自/gu;
const SENTENCE_MARK = /[。；;]/u;
const NAME_MARK = /[、，,]|以及|[和与及]/u;
/** A name shares so many characters in a row with the question, and more than any other name does. */
const MIN_RUN = 2;

/** The names before a pairing word: the last so many of its sentence. */
function namesBefore(text: string, count: number): string[] {
  const stretch = text.split(SENTENCE_MARK).at(-1) ?? '';
  return stretch
    .split(NAME_MARK)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .slice(-count);
}

/** The figures behind a pairing word that stand side by side in one unit: 9座、14座、6座. */
function figuresBehind(at: number, { quantities, folded }: PreparedSentence): Quantity[] {
  const behind = quantities.filter(({ start }) => start >= at).sort((a, b) => a.start - b.start);
  const [first] = behind;
  const found: Quantity[] = [];
  for (const quantity of behind) {
    const last = found.at(-1);
    if (last && !/^[、，,和]+(?:[^，。；;、]{0,4})$/u.test(folded.slice(last.end, quantity.start))) break;
    if (quantity.unit !== first?.unit) break;
    found.push(quantity);
  }
  return first && !SENTENCE_MARK.test(folded.slice(at, first.start)) ? found : [];
}

/** Returns the one name that a question shares most with; −1 where it names none, or several alike. */
function namedIn(question: string, names: readonly string[]): number {
  const runs = names.map((name) => longestCommonRun(name, question));
  const most = Math.max(...runs);
  return most >= MIN_RUN && runs.filter((run) => run === most).length === 1 ? runs.indexOf(most) : -1;
}

/**
 * Returns the figure that a sentence pairs with the name in a question; null where it pairs none.
 * @param asked the stretch of the question that asks
 * @example pairedFigure('大庄镇建成冷库多少座', prepared('张庄镇、大庄镇依次建成冷库9座、14座'))?.surface // => '14座'
 */
export function pairedFigure(asked: string, prepared: PreparedSentence): Quantity | null {
  for (const { 0: word, index } of prepared.folded.matchAll(PAIRS)) {
    const figures = figuresBehind(index + word.length, prepared);
    const names = namesBefore(prepared.folded.slice(0, index), figures.length);
    if (figures.length < 2 || names.length < figures.length) continue;
    const figure = figures[namedIn(fold(asked), names)];
    if (figure) return figure;
  }
  return null;
}
