// Planned or reached: which of the two an ask is after, and the sentences that tell of it.
import type { Wanted } from '../../read/cut.ts';
import type { Ranked } from '../../read/ranking.ts';
import { PLAN_ASKED } from '../../understand/cues.ts';
import type { Ask } from '../../understand/types.ts';

/** A sentence of the other standing yields to one of the right one that scores this near. */
const STANDING_SHARE = 0.6;

/** True if a sentence tells of planned figures alone; undefined where no figure of it is known. */
function tellsOfPlan({ candidate: { prepared } }: Ranked, factsOf: Wanted['factsOf']): boolean | undefined {
  const facts = factsOf(prepared.sentence);
  return facts.length === 0 ? undefined : facts.every(({ isPlanned }) => isPlanned);
}

/** True if all asks are after what was reached, or all after what is planned. */
export function haveOneStanding(asks: readonly Ask[]): boolean {
  return new Set(asks.map(({ text }) => PLAN_ASKED.test(text))).size < 2;
}

/**
 * Returns sentences with one of what was reached first, where a figure is asked for, or one of what is planned, where the ask says so.
 * Where the question names a period, that decides.
 */
export function ofTheStanding(
  ask: Ask,
  ranked: readonly Ranked[],
  { periods, factsOf }: Pick<Wanted, 'periods' | 'factsOf'>,
): readonly Ranked[] {
  const [best] = ranked;
  const isPlan = PLAN_ASKED.test(ask.text);
  if (!best || ask.shape !== 'figure' || periods.length > 0 || tellsOfPlan(best, factsOf) !== !isPlan) return ranked;
  const other = ranked.find(
    (each) => each.score >= STANDING_SHARE * best.score && tellsOfPlan(each, factsOf) === isPlan,
  );
  return other ? [other, ...ranked.filter((each) => each !== other)] : ranked;
}
