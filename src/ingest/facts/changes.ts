// Which percentages of a sentence say how the figures before them changed. It attaches nothing.
import type { Quantity } from '../../text/numbers.ts';
import { type Clauses, changeBefore } from './clauses.ts';

/** Percentages that say how the figures before them changed, signed, by the first of each run: 分别增长62%、51%. */
export function changeRuns(clauses: Clauses): Map<Quantity, number[]> {
  const runs = new Map<Quantity, number[]>();
  let current: { values: number[]; sign: number } | null = null;
  for (const [index, quantity] of clauses.quantities.entries()) {
    const change = quantity.unit === '%' ? changeBefore(clauses, quantity) : null;
    const previous = clauses.quantities[index - 1];
    const listed =
      previous && quantity.unit === '%' && /^[、和及]$/.test(clauses.read.slice(previous.end, quantity.start));
    if (change) {
      current = { values: [change.sign * quantity.value], sign: change.sign };
      runs.set(quantity, current.values);
    } else if (listed && current) {
      current.values.push(current.sign * quantity.value);
      runs.set(quantity, []);
    } else current = null;
  }
  return runs;
}
