// The law that a figure is worth knowing by heart: not how many of something small there are, not two or three of anything, and no odd
// sum that was once paid.
import { PETTY } from '../../lexicon/words/item-cues.ts';
import { findQuantities } from '../../text/numbers.ts';
import type { Item } from '../types.ts';

/** So few of something may be guessed. */
const MAX_FEW = 3;
const COUNTED = /^(?:个|处|座|条|台|辆|批|名|人|场|块|套|间)$/u;
/** What became of many: 将23个精简整合为3个. */
const BECAME = /(?:[为至到成]|整合|精简|压减|缩减|打通)$/u;
const ODD_SUM = /^\d[\d,.]*余?元$/u;
/** Money that is set, or the same for all. */
const SET_SUM = /人均|收入|工资|薪|补[贴助]|标准|待遇|低保|奖励|单价|成本/u;
const BLANK = /____[余多]?|（　）/u;

/** A question with its key filled in, and where the key stands. */
interface Filled {
  readonly before: string;
  readonly key: string;
  readonly behind: string;
}

function filled(item: Item): Filled | null {
  const key =
    item.kind === 'fill-in' ? item.accepted[0] : item.kind === 'single' ? (item.options[item.correct] ?? '') : '';
  const blank = BLANK.exec(item.question);
  if (item.subject !== 'figure' || !blank) return null;
  const clause = /[^，；。]*$/u.exec(item.question.slice(0, blank.index))?.[0] ?? '';
  const rest = item.question.slice(blank.index + blank[0].length);
  // Where a number is typed, its unit stands behind the blank.
  const unit = /^\d[\d.,]*[余多]?(?<unit>.*)$/u.exec(key)?.groups?.['unit'] ?? '';
  const behind = /^[^，；。]*/u.exec(rest.startsWith(unit) && item.kind === 'fill-in' ? rest.slice(unit.length) : rest);
  return { before: clause, key, behind: behind?.[0] ?? '' };
}

function isFew({ before, key, behind }: Filled): boolean {
  const [quantity] = findQuantities(key);
  return (
    quantity !== undefined &&
    quantity.value <= MAX_FEW &&
    COUNTED.test(quantity.unit) &&
    !BECAME.test(before) &&
    !/^“/u.test(behind)
  );
}

/** Returns the faults of a figure that nobody needs to know. */
export function worthFaults(item: Item): string[] {
  const told = filled(item);
  if (!told) {
    const isJudged = item.subject === 'statement' && /\d/u.test(item.question);
    return isJudged && PETTY.test(item.question) ? ['petty: too small a thing to count'] : [];
  }
  const clause = `${told.before}${told.key}${told.behind}`;
  const isOddSum = ODD_SUM.test(told.key) && !SET_SUM.test(clause);
  return [
    ...(PETTY.test(clause) ? ['petty: too small a thing to count'] : []),
    ...(isFew(told) ? ['petty: so few that it is guessed'] : []),
    ...(isOddSum ? ['petty: an odd sum'] : []),
  ];
}
