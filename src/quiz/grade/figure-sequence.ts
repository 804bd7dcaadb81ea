// Compares answers of several figures, such as 由210亿元增加到286亿元: the same figures in the same order, in no other direction.
import { fold } from '../../text/normalise.ts';
import { UNITS } from '../../text/units.ts';
import { countDenials } from './answer-pieces.ts';
import { isFigure, sameFigure, withMinusAsWord } from './compare-figures.ts';
import { turnsDirection } from './point-score.ts';

const NUMBER = /负?\d+(?:\.\d+)?[万亿千百]*/gu;
const MAX_UNIT_SIGNS = 6;

/** A figure without its sign, and whether it is below zero. */
interface SignedFigure {
  readonly figure: string;
  readonly isNegative: boolean;
}

/** Returns the figures of a text with their units; one without a unit or scale has those of the next. */
function figuresOf(text: string): SignedFigure[] {
  const plain = withMinusAsWord(fold(text)).replace(/(?<=\d),(?=\d{3})/gu, '');
  const bare = [...plain.matchAll(NUMBER)].map(({ 0: number, index }) => {
    const behind = plain.slice(index + number.length, index + number.length + MAX_UNIT_SIGNS);
    const length = Array.from({ length: behind.length }, (_, n) => behind.length - n).find((size) =>
      UNITS.has(behind.slice(0, size)),
    );
    const scale = number.replace(/[负\d.]/gu, '');
    return {
      number: number.replace(/[^\d.]/gu, ''),
      isNegative: number.startsWith('负'),
      tail: scale + behind.slice(0, length ?? 0),
    };
  });
  return bare.map(({ number, tail, isNegative }, n) => ({
    figure: `${number}${tail === '' ? (bare[n + 1]?.tail ?? '') : tail}`,
    isNegative,
  }));
}

/** True if an accepted answer of two figures or more is typed with the same ones in the same order. */
export function isSameSequence(typed: string, accepted: string): boolean {
  const [said, wanted] = [figuresOf(typed), figuresOf(accepted)];
  if (wanted.length < 2 || said.length !== wanted.length || isFigure(accepted)) return false;
  if (countDenials(typed) > 0 || turnsDirection(typed, accepted)) return false;
  return wanted.every(
    ({ figure, isNegative }, n) => said[n]?.isNegative === isNegative && sameFigure(said[n].figure, figure) === true,
  );
}
