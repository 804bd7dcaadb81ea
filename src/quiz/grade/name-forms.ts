// True names in other clothes: parts in another order or without their marks, short and long forms of offices, one slip.
import { expansionsIn } from '../../lexicon/words/synonyms.ts';
import { fold } from '../../text/normalise.ts';
import type { FillInItem } from '../types.ts';
import { normalizeAnswer } from './normalize-answer.ts';
import { isNearMiss, isSlipOfName } from './slips.ts';

const PART_END = /[、,;+/\s]+|和|与|及|以及/u;
/** The question asks for an order: parts exchanged are another answer. */
const IN_ORDER = /依次|顺序|先后|步|次序/u;
/** A verb and its object may change places; shorter halves make other words. */
const MIN_HALF_SIGNS = 2;
/** A longer name is a name of its own, though it stands for others in questions: 一次办 is not 一件事一次办. */
const MAX_WHOLE_SIGNS = 5;
/** A name in quotation marks before what it is: “春雨润企”行动. */
const QUOTED = /^"([^"]{2,})"[^"]{1,4}$/u;
const MAX_FORMS = 24;
/** A name without a fifth of its signs or less is near. */
const MIN_NEAR_SHARE = 0.75;
const MIN_OFFICE_SIGNS = 3;

const bare = (text: string): string => normalizeAnswer(text);

/** Returns the parts of a name of several, each bare; of one part where it has no marks. */
function partsOf(text: string): string[] {
  return fold(text)
    .replace(/["'“”]/gu, '')
    .split(PART_END)
    .map(bare)
    .filter((part) => part !== '');
}

/** True if the same parts are named, in any order unless the question asks for one. */
function hasSameParts(typed: string, accepted: string, question: string): boolean {
  const wanted = partsOf(accepted);
  if (wanted.length < 2) return false;
  if (bare(typed) === wanted.join('') || partsOf(typed).join('') === wanted.join('')) return true;
  const said = partsOf(typed);
  return (
    !IN_ORDER.test(question) && said.length === wanted.length && [...said].sort().join() === [...wanted].sort().join()
  );
}

/** True if the two halves of a name change places: 优化营商环境 for 营商环境优化. */
function isTurned(typed: string, accepted: string): boolean {
  if (typed.length !== accepted.length || /\d/u.test(accepted)) return false;
  const at = (accepted + accepted).indexOf(typed);
  return at >= MIN_HALF_SIGNS && accepted.length - at >= MIN_HALF_SIGNS;
}

/** True if one word is short for another: its signs stand in the other in their order, and it begins alike. */
function isShortFor(short: string, long: string): boolean {
  if (short.length < 2 || short.length >= long.length || short.charAt(0) !== long.charAt(0)) return false;
  let at = -1;
  for (const sign of short) {
    at = long.indexOf(sign, at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** Returns a name with its words in their short or long forms: 管委会 and 管理委员会, no other synonyms. */
function formsOf(name: string): string[] {
  let forms = [name];
  for (const { word, synonyms } of expansionsIn(name)) {
    if (word === name && word.length > MAX_WHOLE_SIGNS) continue;
    const others = synonyms.filter((other) => isShortFor(word, other) || isShortFor(other, word));
    forms = [...forms, ...forms.flatMap((form) => others.map((other) => form.replace(word, other)))].slice(
      0,
      MAX_FORMS,
    );
  }
  return forms;
}

const OFFICE = /^[区县市省]?(.{2,}[局委])$/u;

/** True if an office is named in short: 区住建局 for 区住房和城乡建设局. */
function isShortOffice(typed: string, accepted: string): boolean {
  const [said, wanted] = [OFFICE.exec(typed)?.[1] ?? '', OFFICE.exec(accepted)?.[1] ?? ''];
  return said.length >= MIN_OFFICE_SIGNS && isShortFor(said, wanted) && wanted.endsWith(said.slice(-1));
}

/** True if a typed name is an accepted one in another form. */
export function isSameName(typed: string, accepted: string, { question }: Pick<FillInItem, 'question'>): boolean {
  if (hasSameParts(typed, accepted, question)) return true;
  const [said, wanted] = [bare(typed), bare(accepted)];
  if (said === '' || wanted === '') return false;
  if (said === wanted || isTurned(said, wanted) || isSlipOfName(said, wanted)) return true;
  if (isShortOffice(said, wanted)) return true;
  const quoted = QUOTED.exec(fold(accepted))?.[1];
  return (quoted !== undefined && bare(quoted) === said) || formsOf(fold(accepted)).map(bare).includes(said);
}

/** True if a typed name is near enough to an accepted one for its learner to judge: a sign off, or some of its parts alone. */
export function isDoubtfulName(typed: string, accepted: string): boolean {
  const [said, wanted] = [bare(typed), bare(accepted)];
  const [own, all] = [partsOf(typed), partsOf(accepted)];
  const isHalf = all.length > 1 && own.length * 2 >= all.length && own.every((part) => all.includes(part));
  const isShortened = said.length / wanted.length >= MIN_NEAR_SHARE && isShortFor(said, wanted);
  return isNearMiss(said, wanted) || isHalf || isShortened;
}
