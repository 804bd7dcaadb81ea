// Items that a sentence puts in a row: A、B和C, and how many they are.
import { parseNumeral } from './chinese-numerals.ts';

/** Source of a pattern for the number of things in a row, two and more. */
export const COUNT = '[两二三四五六七八九十]|\\d{1,2}';

const RUN = /[^、，,。；;：:！？!?]{1,24}(?:、[^、，,。；;：:！？!?]{1,24})+/gu;
const COUNT_BEHIND = new RegExp(`^(?:等|这|共)?(?<numeral>${COUNT})(?:大|个|种|类|项|张|条|方面|片区|领域)`, 'u');
/** …、…，公共服务4种类型: a few words may stand between the items and their number. */
const WORDS_BETWEEN = /^[,，][^、,，。；"'“”]{1,6}?(?=[\d两二三四五六七八九十])/u;

/** Returns the two items that a last part joins by 和, 与 or 及; null if it is one item. @example splitAtAnd('改圈舍和建庭院') // => ['改圈舍', '建庭院'] */
export function splitAtAnd(part: string): readonly [string, string] | null {
  const { one, other } = /^(?<one>.{2,})[和与及](?<other>.{2,})$/su.exec(part)?.groups ?? {};
  return one === undefined || other === undefined ? null : [one, other];
}

/** Returns the number of items in the longest run of items joined by 、 and a closing 和 or 与 (0 where there is none). */
export function longestEnumeration(text: string): number {
  return [...text.matchAll(RUN)].reduce((most, [run]) => {
    const items = run.split('、');
    return Math.max(most, items.length + (splitAtAnd(items.at(-1) ?? '') ? 1 : 0));
  }, 0);
}

/**
 * Returns the number of items that a text shows together: the longest run joined by 、, or what is written right behind such a run
 * (…、…，公共服务4种类型), where a comma stands for one of its marks.
 */
export function itemsShown(text: string): number {
  const counted = [...text.matchAll(RUN)].map((run) => {
    const behind = text.slice(run.index + run[0].length).replace(WORDS_BETWEEN, '');
    return parseNumeral(COUNT_BEHIND.exec(behind)?.groups?.['numeral'] ?? '') ?? 0;
  });
  return Math.max(longestEnumeration(text), ...counted);
}
