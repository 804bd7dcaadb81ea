// Counts of one unit side by side say what each of them counts: 基金10家、金融机构18家, not 10家、18家. Every label stands in the sentence.
import type { Extract } from '../../read/cut.ts';

/** A longer stretch beside a figure is no label. */
const MAX_LABEL_CHARACTERS = 12;
const BEFORE = /[^，,。；;、：:（()）\d]*$/u;
const BEHIND = /^[^，,。；;、：:（()）\d]*/u;

/** A figure with the words that name what it counts, as its clauses write them: before it, else behind it. */
function withLabel({ value, window, figure }: Extract): string {
  const at = window.indexOf(value);
  if (!figure || at < 0) return value;
  const stretch = BEFORE.exec(window.slice(0, at));
  // Behind another figure stands its unit, not what this one counts: 4种类型117项.
  if (/\d$/u.test(window.slice(0, stretch?.index ?? 0))) return value;
  const before = stretch?.[0].trim() ?? '';
  const behind = before === '' ? (BEHIND.exec(window.slice(at + value.length))?.[0].trim() ?? '') : '';
  const label = before + behind;
  return label.length > MAX_LABEL_CHARACTERS ? value : before + value + behind;
}

/**
 * Returns the values of the cuts of one sentence; counts of one unit with the words that name what each counts.
 * @example labelled(cutsOf('引进基金10家、金融机构18家')) // => ['引进基金10家', '金融机构18家']
 */
export function labelled(extracts: readonly Extract[]): string[] {
  const units = extracts.map(({ figure }) => (figure?.kind === 'count' ? figure.unit : null));
  const areAlike = units.length > 1 && units[0] !== null && new Set(units).size === 1;
  return extracts.map((one) => (areAlike ? withLabel(one) : one.value));
}
