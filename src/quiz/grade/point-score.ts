// How well a piece of an answer makes one key point: an F-measure over words, weighed by what tells the point from its
// siblings and from the question. It assigns nothing: a piece may score with several points.
import { synonymsOf } from '../../lexicon/words/synonyms.ts';
import { words } from '../../text/tokens.ts';
import { type AnswerPiece, countDenials, plainLetters } from './answer-pieces.ts';
import { EMPTY_WORDS, OPPOSITES } from './grading-cues.ts';
import { labelsOf, speaksOfAnother } from './labelled-points.ts';
import { holdsSlipOf, isSlipOfName } from './slips.ts';

/** Weight of a word that its siblings or the question have too, and of one that says nothing of content; others weigh 1 a sign. */
const SHARED_WEIGHT = 0.3;
const EMPTY_WEIGHT = 0.15;
/** What tells another point weighs so much where it stands in this one's place. */
const FOREIGN_WEIGHT = 3;
/** The signs of a short form may stand so far apart: 校企 in 学校和企业. */
const MAX_SPREAD = 5;
/** A part alone names its point if it weighs so much of it. */
const NAMING_SHARE = 0.35;
/** Words of so many signs are taken in halves. */
const LONG_SIGNS = 4;
/** A point as short as this is a name; so much longer may be what names it. */
const SHORT_SIGNS = 4;
const MORE_SIGNS = 4;
/** The kind of area before the name of an office. */
const AREA = /^[区县市]/u;
const NUMBER = /\d+(?:\.\d+)?/gu;

interface PointWord {
  readonly word: string;
  readonly weight: number;
}

/** A key point as it is compared with pieces. */
export interface ComparedPoint {
  readonly letters: string;
  readonly words: readonly PointWord[];
  /** Sum of the weights, > 0. */
  readonly weight: number;
  readonly denials: number;
  /** What it says something of; empty: it is not labelled so. */
  readonly label: string;
  /** Its numbers, without those of its label, and of them those that no sibling has. */
  readonly numbers: readonly string[];
  readonly ownNumbers: readonly string[];
}

const numbersIn = (letters: string): string[] => letters.match(NUMBER) ?? [];
const weightOf = (compared: readonly PointWord[]): number => compared.reduce((sum, { weight }) => sum + weight, 0);

/** Returns the words of letters; long ones in halves, so that 校企对接 is two words wherever a dictionary has it as one. */
function shortWords(letters: string): string[] {
  return words(letters).flatMap((word) => {
    const half = word.length >> 1;
    return word.length < LONG_SIGNS || /\d/u.test(word) ? [word] : [word.slice(0, half), word.slice(half)];
  });
}

/** Returns the key points as they are compared, each against its siblings and the question. */
export function comparedPoints(points: readonly string[], question: string): ComparedPoint[] {
  const all = points.map(plainLetters);
  const asked = plainLetters(question);
  const labels = labelsOf(points);
  return all.map((letters, index) => {
    const siblings = all.filter((_, other) => other !== index);
    const label = labels[index] ?? '';
    const isShared = (word: string): boolean =>
      asked.includes(word) ||
      label.includes(word) ||
      siblings.filter((other) => other.includes(word)).length * 2 >= siblings.length + 0.5;
    const own = shortWords(letters).map((word) => ({ word, weight: wordWeight(word, isShared) }));
    const others = new Set(siblings.flatMap(numbersIn));
    const numbers = numbersIn(letters.slice(label.length));
    const ownNumbers = numbers.filter((number) => !others.has(number));
    return {
      letters,
      words: own,
      weight: weightOf(own) || 1,
      denials: countDenials(letters),
      label,
      numbers,
      ownNumbers,
    };
  });
}

function wordWeight(word: string, isShared: (word: string) => boolean): number {
  if (EMPTY_WORDS.has(word)) return word.length * EMPTY_WEIGHT;
  // Of 大城区 beside 大园区 the middle tells: signs are weighed one by one where the word as a whole is not shared.
  const sharedSigns = [...word].filter((sign) => isShared(sign)).length;
  return isShared(word) ? word.length * SHARED_WEIGHT : word.length - sharedSigns * (1 - SHARED_WEIGHT);
}

/** True if the signs of a word stand in a text in their order, not far apart. */
function holdsSpread(text: string, word: string): boolean {
  for (let start = text.indexOf(word.charAt(0)); start >= 0; start = text.indexOf(word.charAt(0), start + 1)) {
    let at = start;
    for (const sign of word.slice(1)) at = at < 0 ? at : text.indexOf(sign, at + 1);
    if (at >= 0 && at - start <= MAX_SPREAD) return true;
  }
  return false;
}

/** True if a text is a longer form of a name: 人力资源和社会保障局 for 县人社局. */
function isLongForm(text: string, letters: string): boolean {
  const name = letters.replace(AREA, '');
  return name.length > 2 && text.endsWith(name.slice(-1)) && holdsInOrder(text, name);
}

/** Returns how far a text says a word, 0 … 1. */
function saidOf(text: string, word: string): number {
  if (text.includes(word)) return 1;
  if (/^\d/u.test(word)) return 0;
  if (word.length > 1 && synonymsOf(word).some((form) => form.length > 1 && text.includes(form))) return 1;
  if (word.length > 1 && (saysDirection(text, word) || holdsSpread(text, word) || holdsSlipOf(text, word))) return 1;
  if (word.length < 3) return 0;
  const pairs = Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));
  return pairs.filter((pair) => text.includes(pair)).length / pairs.length;
}

/** True if a text states the direction that a word is. */
function saysDirection(text: string, word: string): boolean {
  const side = OPPOSITES.flat().find((forms) => forms.includes(word));
  return side?.some((form) => text.includes(form)) ?? false;
}

/** True if a text turns a direction that a point states: 上升 for 下降. */
export function turnsDirection(text: string, point: string): boolean {
  return OPPOSITES.some((pair) =>
    ([0, 1] as const).some((side) => {
      const [own, other] = [pair[side], pair[side === 0 ? 1 : 0]];
      const states = (where: string, forms: readonly string[]): boolean => forms.some((form) => where.includes(form));
      return states(point, own) && !states(text, own) && states(text, other);
    }),
  );
}

function contradicts(text: string, point: ComparedPoint): boolean {
  const said = numbersIn(text);
  if (point.numbers.length > 0 && said.length > 0 && point.numbers.some((number) => !said.includes(number)))
    return true;
  if (point.ownNumbers.some((number) => !said.includes(number))) return true;
  return turnsDirection(text, point.letters);
}

/** What surrounds a comparison: the other points and what was asked. */
export interface PointContext {
  readonly siblings: readonly ComparedPoint[];
  /** Letters of the question. */
  readonly asked: string;
}

interface ExtraWeight {
  /** Of what tells another point. */
  readonly foreign: number;
  readonly other: number;
}

/** Weighs the words of a piece that its point does not have. */
function extraWeight(text: string, point: ComparedPoint, { siblings, asked }: PointContext): ExtraWeight {
  let [foreign, other] = [0, 0];
  for (const word of shortWords(text)) {
    const signs = [...word].filter((sign) => !point.letters.includes(sign));
    if (signs.length === 0 || saidOf(point.letters, word) === 1) continue;
    const isForeign = siblings.some(({ letters }) => signs.some((sign) => letters.includes(sign)));
    if (EMPTY_WORDS.has(word) || asked.includes(word)) other += signs.length * EMPTY_WEIGHT;
    else if (isForeign) foreign += signs.length * FOREIGN_WEIGHT;
    else other += word.length;
  }
  return { foreign, other };
}

/** True if a text is nothing but a part of a point, and of no other. */
function namesInPart(text: string, point: ComparedPoint, { siblings, asked }: PointContext): boolean {
  if (text.length < Math.min(2, point.letters.length) || asked.includes(text)) return false;
  if (!holdsInOrder(point.letters, text) || siblings.some(({ letters }) => holdsInOrder(letters, text))) return false;
  const said = point.words.reduce((sum, { word, weight }) => sum + weight * shareIn(text, word), 0);
  return said / point.weight >= NAMING_SHARE;
}

const shareIn = (text: string, word: string): number =>
  [...word].filter((sign) => text.includes(sign)).length / word.length;

/** True if the signs of a part stand in a text in their order. */
function holdsInOrder(text: string, part: string): boolean {
  let at = -1;
  for (const sign of part) {
    at = text.indexOf(sign, at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** Weighs what stands in the place of missing words that the question has too: 红色网格联盟 for 红色物业联盟 where 物业 is asked about. */
function replacedWeight(text: string, point: ComparedPoint): number {
  const missing = point.words.filter(({ word }) => !EMPTY_WORDS.has(word) && saidOf(text, word) < 1);
  return missing.reduce((sum, { word, weight }) => sum + Math.max(0, word.length - weight), 0);
}

/** Returns how well a piece makes a point, 0 … 1. */
export function scoreOfPiece(
  { text, denials }: Pick<AnswerPiece, 'text' | 'denials'>,
  point: ComparedPoint,
  context: PointContext,
): number {
  if (denials !== point.denials || contradicts(text, point)) return 0;
  if (
    point.label !== '' &&
    speaksOfAnother(
      text,
      point.label,
      context.siblings.map(({ label }) => label),
    )
  )
    return 0;
  const { letters } = point;
  if (text === letters || isSlipOfName(text, letters) || namesInPart(text, point, context)) return 1;
  // A short name is made by being named, not by signs in passing.
  const isName = letters.length <= SHORT_SIGNS;
  const { foreign, other } = extraWeight(text, point, context);
  if (foreign === 0 && isLongForm(text, letters)) return 1;
  if (letters.length < 2 || (isName && text.length > letters.length + MORE_SIGNS && !text.includes(letters))) return 0;
  const said = point.words.reduce((sum, { word, weight }) => sum + weight * saidOf(text, word), 0);
  // Whoever says all of a point may say more, but nothing that tells another.
  if (said / point.weight > 0.99) return (2 * said) / (said + point.weight + foreign);
  return (2 * said) / (said + point.weight + foreign + other + (other < 1 ? 0 : replacedWeight(text, point)));
}
