// Tells whether a value stands whole in a text: 247个 does not stand in 1,247个, nor 三个 in 十三个, nor 5% in -5%.
// Every verifier asks here. It compares characters: two ways to write one figure are compared in numbers.ts.
import { fold } from './normalise.ts';
import { UNIT_PATTERN, UNITS } from './units.ts';

const HAN_DIGITS = '零〇一二两三四五六七八九';
const HAN_NUMERAL = `[${HAN_DIGITS}十百千万亿]`;

const OPENS_WITH_LATIN = /^[+-]?\d/u;
const OPENS_WITH_HAN = new RegExp(`^${HAN_NUMERAL}`, 'u');
/** A number goes on behind these, whatever its script: 12|3个, 1.|5亿, 第|3个. */
const BEFORE_ANY = /[\d.]$|第\s?$/u;
/** 1万|247个. */
const BEFORE_LATIN = new RegExp(`[\\d${HAN_DIGITS}][十百千万亿]+$`, 'u');
/** 十|三个, 两|百家, 数|十家, 三点|五亿, 百分之|五. */
const BEFORE_HAN = new RegExp(`(?:${HAN_NUMERAL}|[几数]|${HAN_NUMERAL}点|分之)$`, 'u');
/** 1,|247个: a comma that groups digits, not one between two figures. */
const GROUPED_BEFORE = /(?:^|[^\d,])\d{1,3}(?:,\d{3})*,$/u;
const GROUP = /^\d{3}(?!\d)/u;

/** What stands before the dash of a range, as against a minus: 3—, 3%-, 5月—, 周一—. */
const RANGE_BEFORE = new RegExp(`(?:\\d|${HAN_NUMERAL})\\s?(?:${UNIT_PATTERN}|[年月日号时点度份底初末])?\\s?$`, 'u');
/** 负 as a sign, not the end of 减负 or 担负. */
const NEGATIVE_WORD = /(?<![减担抱肩背辜胜自欠])负$/u;
/** No sign, unit or group of digits reaches further than this many UTF-16 units. */
const REACH = 24;

const UNIT_HERE = new RegExp(UNIT_PATTERN, 'uy');
const UNIT_AT_END = new RegExp(
  `(?<=(?:\\d|${HAN_NUMERAL})[余多几来]?\\s?)(?:${[...UNITS.keys()].sort((one, other) => other.length - one.length).join('|')})$`,
  'u',
);
/**
 * True if a minus stands directly before a place: `-`, `−`, `－`, a single `—`, or 负. The dash of a range is none.
 * @example isNegativeAt('增幅-5%', 3) // => true; isNegativeAt('3—5%', 2) → false
 */
export function isNegativeAt(text: string, start: number): boolean {
  const before = fold(text.slice(Math.max(0, start - REACH), start));
  if (NEGATIVE_WORD.test(before)) return true;
  return before.endsWith('-') && !before.endsWith('--') && !RANGE_BEFORE.test(before.slice(0, -1));
}

/** True if the comma at a place may group digits. `，` between half-width digits is a pause and never does. */
function maySplitDigits(text: string, at: number): boolean {
  return text.charAt(at) !== '，' || /[０-９]/u.test(text.charAt(at - 1));
}

/** A place in a text, with the text before and behind it as written and folded. */
interface Occurrence {
  readonly text: string;
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

function beginsInNumber({ text, folded, start, end }: Occurrence): boolean {
  const value = folded.slice(start, end);
  const isLatin = OPENS_WITH_LATIN.test(value);
  if (!isLatin && !OPENS_WITH_HAN.test(value)) return false;
  const before = folded.slice(Math.max(0, start - REACH), start);
  if (BEFORE_ANY.test(before) || (isLatin ? BEFORE_LATIN : BEFORE_HAN).test(before)) return true;
  if (isNegativeAt(text, start)) return true;
  return GROUPED_BEFORE.test(before) && GROUP.test(folded.slice(start)) && maySplitDigits(text, start - 1);
}

function endsInNumber({ text, folded, start, end }: Occurrence): boolean {
  const last = folded.charAt(end - 1);
  const behind = folded.slice(end, end + REACH);
  if (/\d/u.test(last)) {
    if (/^(?:\d|\.\d|[十百千万亿])/u.test(behind)) return true;
    return behind.startsWith(',') && GROUP.test(behind.slice(1)) && maySplitDigits(text, end);
  }
  const isNumber = OPENS_WITH_LATIN.test(folded.slice(start)) || OPENS_WITH_HAN.test(folded.slice(start));
  return isNumber && new RegExp(HAN_NUMERAL, 'u').test(last) && /^[零〇一二两三四五六七八九十百千万亿]/u.test(behind);
}

/** True if the unit of a value is the beginning of a longer unit in the text: 5个 in 5个百分点, 5吨 in 5吨/日. */
function endsInUnit({ folded, start, end }: Occurrence): boolean {
  const unit = UNIT_AT_END.exec(folded.slice(start, end))?.[0];
  if (unit === undefined) return false;
  UNIT_HERE.lastIndex = end - unit.length;
  return (UNIT_HERE.exec(folded)?.[0].length ?? 0) > unit.length;
}

/** Where the longest name that begins at a place of a folded text ends; the place itself where none begins. */
export type NameEnd = (folded: string, start: number) => number;

/**
 * True if a value (figure, date, name, words) stands in a text and is no part of a longer number, unit or name there.
 * Width, script and capitals do not matter.
 * @param endOfName for names of persons: an occurrence that a longer name begins with does not count (李明 in 李明月)
 * @example occursWhole('7个', '共47个，7个') // => true; occursWhole('247个', '1,247个') → false
 */
export function occursWhole(value: string, text: string, endOfName?: NameEnd): boolean {
  const [sought, folded] = [fold(value), fold(text)];
  for (let start = folded.indexOf(sought); start >= 0; start = folded.indexOf(sought, start + 1)) {
    const place = { text, folded, start, end: start + sought.length };
    const isPart = beginsInNumber(place) || endsInNumber(place) || endsInUnit(place);
    if (!isPart && (endOfName?.(folded, start) ?? 0) <= place.end) return true;
  }
  return false;
}
