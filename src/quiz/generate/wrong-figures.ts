// Wrong answers to a figure: what other reports, years or indicators truly have, with the same unit and of the same magnitude.
import type { Fact } from '../../types.ts';
import { formOf, type PooledFigure, type Pools } from './pools.ts';

/** Largest ratio between a wrong value and the right one, and smallest difference, as a share of the right one. */
const MAGNITUDE = 5;
const MIN_APART = 0.03;
const MAX_WRONG = 3;
/** A share of more than this is no wrong answer to one of less. */
const WHOLE = 100;

const decimalsOf = (surface: string): number => /\.(\d+)/u.exec(surface)?.[1]?.length ?? 0;

function isApart(left: number, right: number): boolean {
  return Math.abs(left - right) > MIN_APART * Math.max(Math.abs(left), Math.abs(right));
}

/** How far two figures lie apart: the nearer, the better one tempts. */
function distance(wrong: PooledFigure, right: PooledFigure): number {
  return Math.abs(Math.log(wrong.value / right.value));
}

/**
 * Up to three wrong surfaces for a fact, the nearest first, each apart from the others.
 * @param forbidden text in which none of them may stand
 */
export function wrongFigures(fact: Fact, forbidden: string, pools: Pools): string[] {
  const form = formOf(fact.surface);
  if (form === null) return [];
  const right: PooledFigure = { surface: fact.surface, value: fact.value, district: fact.district ?? '' };
  const fit = (pools.figures.get(form) ?? [])
    .filter(({ surface, value }) => value > 0 && !forbidden.includes(surface) && isApart(value, right.value))
    .filter(({ surface }) => decimalsOf(surface) === decimalsOf(right.surface))
    .filter(({ value }) => form !== '%' || right.value > WHOLE || value <= WHOLE)
    .filter(({ value }) => Math.max(value / right.value, right.value / value) <= MAGNITUDE)
    .sort((a, b) => distance(a, right) - distance(b, right));
  const taken: PooledFigure[] = [];
  for (const figure of fit) {
    if (taken.length === MAX_WRONG) break;
    if (taken.every(({ value }) => isApart(value, figure.value))) taken.push(figure);
  }
  return taken.map(({ surface }) => surface);
}
