// One wrong character: homophones (input methods) and look-alikes (handwriting, recognition). Texts are folded letters.
import { compareSound } from '../../lexicon/words/pinyin.ts';
import { isHan } from '../../text/normalise.ts';
import { looksAlike, tellsApart } from './grading-cues.ts';

/** In a name of so many signs one wrong sign is a slip, not another name. */
const MIN_NAME_SIGNS = 4;

/** Returns the place where two equally long texts differ by exactly one sign; −1 otherwise. */
function onlyDifference(left: string, right: string): number {
  if (left.length !== right.length) return -1;
  let place = -1;
  for (let at = 0; at < left.length; at += 1) {
    if (left[at] === right[at]) continue;
    if (place >= 0) return -1;
    place = at;
  }
  return place;
}

/** True if one text is the other with one sign replaced by a homophone or a look-alike. @example isSlip('一件是一次办', '一件事一次办') // => true */
export function isSlip(typed: string, wanted: string): boolean {
  const at = onlyDifference(typed, wanted);
  const [sign = '', other = ''] = at < 0 ? [] : [typed[at], wanted[at]];
  if (sign === '') return false;
  if (looksAlike(sign, other)) return true;
  const areHan = isHan(sign.charCodeAt(0)) && isHan(other.charCodeAt(0));
  return areHan && !(tellsApart(sign) && tellsApart(other)) && compareSound(typed, wanted) === 'same';
}

/** True if a typed name is a wanted one with a slip; short names allow none. */
export function isSlipOfName(typed: string, wanted: string): boolean {
  return wanted.length >= MIN_NAME_SIGNS && isSlip(typed, wanted);
}

/** True if a text holds a word with a slip in it. */
export function holdsSlipOf(text: string, word: string): boolean {
  for (let at = 0; at + word.length <= text.length; at += 1) {
    const window = text.slice(at, at + word.length);
    if (onlyDifference(window, word) >= 0 && isSlip(window, word)) return true;
  }
  return false;
}

/** True if a typed name is so near to a wanted one that its learner should judge: one sign missing, added or wrong. */
export function isNearMiss(typed: string, wanted: string): boolean {
  if (wanted.length < MIN_NAME_SIGNS || typed === wanted) return false;
  const place = onlyDifference(typed, wanted);
  if (place >= 0) return !(tellsApart(typed[place] ?? '') && tellsApart(wanted[place] ?? ''));
  const [short, long] = typed.length < wanted.length ? [typed, wanted] : [wanted, typed];
  if (long.length - short.length !== 1) return false;
  return [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short);
}
