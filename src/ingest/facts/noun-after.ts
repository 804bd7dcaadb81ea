// Names what a figure counts by the noun behind it: 整合12家*国有企业*, 5家*企业*入驻.
import { factCue } from '../../lexicon/words/fact-cues.ts';
import { COUNT_VERBS, EMPTY_NOUNS, PLAIN_MEASURES } from '../../lexicon/words/indicator-words.ts';
import type { Quantity } from '../../text/numbers.ts';
import type { Span } from '../../types.ts';
import { type Clauses, clauseAround, clauseBefore, nextFigure, textBefore, textBehind } from './clauses.ts';
import { type IndicatorName, isName, type NamingContext, spoken } from './indicator-name.ts';
import { nounAtStart, phraseAtEnd, verbAtEnd, verbOfList, withoutLinks } from './phrase.ts';
import { isVerbal, taggedWordsOf } from './tagged-words.ts';

const LONGEST_PREDICATE = 14;
/** Marks and words such as 以上 between a figure and its noun; beyond them the noun is shared with a further figure. */
const LONGEST_GAP = 4;
/** Nouns of work done with a thing, which the verb before it governs: 实施12个村污水接入*工程*. */
const UNDERTAKING = factCue('undertaking');

const isPlace = (text: string): boolean => /(?:[区县市镇乡村园街]|城区|全域|境)$|^在?全[区市县]/.test(text);
/** Returns the text behind a figure up to the next figure with a noun of its own, and where that text begins. */
export function nounTextBehind(clauses: Clauses, quantity: Quantity): { text: string; start: number } {
  const own = textBehind(clauses, quantity);
  const next = nextFigure(clauses, quantity);
  // 两大类18项服务举措, 7个村3908户…征迁任务: the noun of both stands behind the second.
  const between = own.trim();
  const isOfKinds = /类$/.test(quantity.unit) && between === '、';
  // 9个总投资57亿元的重点项目: what a measure says of them stands between.
  const isQualified = PLAIN_MEASURES.words.has(between) && clauses.read[next?.end ?? 0] === '的';
  const isShared = next !== undefined && (between === '' || isOfKinds || isQualified);
  const [text, start] = isShared ? [textBehind(clauses, next), next.end] : [own, quantity.end];
  const trimmed = text.replace(/^(?:以上|左右|余|多|之多|的|\s)+/, '');
  return { text: trimmed, start: start + text.length - trimmed.length };
}

interface Governing {
  readonly verb: string;
  /** A name between the verb and the figure: 建设*“互联网+政务”*8个平台. */
  readonly own: string;
  readonly left: string;
}

/** Returns the words before a figure that counts the noun behind it. */
function governing(clauses: Clauses, quantity: Quantity, { names, previous }: NamingContext): Governing {
  const before = textBefore(clauses, quantity, previous?.end);
  const isListed = previous !== null && previous.figure.end >= clauseAround(clauses, quantity)[0];
  if (isListed && /^[、和与及的]*$/.test(before)) return { verb: previous.verb, own: '', left: '' };
  if (before.endsWith('等')) return { verb: verbOfList(before, names), own: '', left: '' };
  const verb = verbAtEnd(before);
  if (verb !== '') return { verb, own: '', left: before.slice(0, before.lastIndexOf(verb)) };
  const phrase = phraseAtEnd(withoutLinks(before), names);
  const saysNothing = EMPTY_NOUNS.words.has(phrase.noun) || PLAIN_MEASURES.words.has(phrase.noun);
  return { verb: phrase.verb, own: saysNothing ? '' : phrase.noun, left: phrase.left };
}

/** Verbs of works: what is completed is not 7个村 but the work on them, which stands behind a further figure. */
const OF_WORKS = /^(?:完成|实施|推进|启动|开展)$/;
const PLACED = /^(?:在|对|为|将|从)/;
const PREPOSITION = /(?:从|对|在|为|将|把|以|与|向|由|被|让|使|据|给)$/;
const OF_PERSONS = /^(?:人|人次|户|户次)$/;
/** A predicate that points elsewhere, or that goes on beyond the clause. */
const UNSAYABLE = /着|这|那|该|其|[于至到]$|[“”（）()]/;

/** True if a text behind a figure is a noun that the figure can count. */
function isCountable(noun: string, { unit }: Quantity, verb: string): boolean {
  const words = taggedWordsOf(noun);
  if (!isName(noun) || /^[^的]{1,4}的/.test(noun)) return false;
  if (words.every(isVerbal) && !COUNT_VERBS.words.has(verb)) return false;
  return !(OF_PERSONS.test(unit) && words[0]?.kind === 'verb-in-name');
}

/** Returns the predicate of the counted thing to the end of the clause: 入驻 of 5家企业*入驻*; empty if it cannot be told. */
function saidBehind(clauses: Clauses, quantity: Quantity, { rest, end }: { rest: string; end: number }): string {
  const [, clauseEnd] = clauseAround(clauses, quantity);
  const isWhole = end >= clauseEnd - 1 && nextFigure(clauses, quantity) === undefined;
  const isSayable =
    rest.length >= 2 && rest.length <= LONGEST_PREDICATE && !UNSAYABLE.test(rest.replace(/“[^”]*”/g, ''));
  return isWhole && isSayable ? rest.replace(/^(?:了|都|均|也|已经?|还|全部)+/, '').replace(/^(.{2,4})了/, '$1') : '';
}

/** Joins a noun with the name before the figure: “互联网+政务”*创新平台*, which may hold it already. */
function withOwn(own: string, noun: string): string {
  if (/[、和与及]$/.test(own)) return noun;
  return own.endsWith(noun) ? own : own + noun;
}

const WHOLE = /全[区县市旗]|共有|现有|辖/;

/** True if a further figure goes on with what is said: 15个小区*、9条小巷*进场施工; but 全区36个社区*1700名*党员 counts both. */
function isContinued({ read }: Clauses, { start, end }: Span, next: Quantity | undefined): boolean {
  const between = next === undefined ? null : read.slice(end, next.start);
  return (
    between === '、' || between === '和' || (between === '' && !WHOLE.test(read.slice(Math.max(0, start - 4), start)))
  );
}

/** A noun behind a figure, what stands behind it, and what before the figure. */
interface Behind extends Governing {
  readonly noun: string;
  readonly rest: string;
  /** End of the noun, and of the text that it stands in. */
  readonly end: number;
  readonly textEnd: number;
  /** True if the noun stands behind a further figure, which shares it. */
  readonly isShared: boolean;
}

/** Names a figure by the noun that a verb before it governs: *整合*12家*国有企业*. */
function governed(
  clauses: Clauses,
  quantity: Quantity,
  { verb, own, left, noun, rest, end }: Behind,
): IndicatorName | null {
  const whole = own === '' || isPlace(own) ? noun : withOwn(own, noun);
  const isOfWork = OF_WORKS.test(verb) && nextFigure(clauses, quantity)?.start === end;
  if (!isName(whole) || isOfWork || UNDERTAKING.test(rest)) return null;
  return { verb: spoken(verb), noun: whole, tail: '', left, end };
}

/** Names a figure by a noun that no verb governs: it is there (全区*36个*社区), or something is said of it (*5家*企业入驻). */
function ungoverned(clauses: Clauses, quantity: Quantity, behind: Behind): IndicatorName | null {
  const { own, left, noun, rest, end, textEnd, isShared } = behind;
  const isOpen = own === '' || isPlace(own);
  const said = isOpen ? saidBehind(clauses, quantity, { rest, end: textEnd }) : '';
  if (said !== '') return { verb: '', noun: `${said}的${noun}`, tail: '', left, end: end + rest.length };
  const whole = isOpen ? noun : withOwn(own, noun);
  if (rest !== '' || PREPOSITION.test(left) || !isName(whole)) return null;
  const isFollowed = isContinued(clauses, { start: quantity.start, end }, nextFigure(clauses, quantity));
  return isFollowed && !isShared ? null : { verb: '', noun: whole, tail: '', left: isOpen ? left + own : left, end };
}

/** Returns the noun behind a figure, with what governs it before the figure or what is said of it behind: 整合*12家*国有企业, *5家*企业入驻. */
export function byNounBehind(clauses: Clauses, quantity: Quantity, context: NamingContext): IndicatorName | null {
  const { text, start } = nounTextBehind(clauses, quantity);
  const before = governing(clauses, quantity, context);
  const isPlaced = PLACED.test(clauseBefore(clauses, quantity));
  const { noun, rest } = nounAtStart(text, { isGoverned: before.verb !== '', isPlaced });
  if (!isCountable(noun, quantity, before.verb)) return null;
  const isShared = start > quantity.end + LONGEST_GAP;
  const end = isShared ? quantity.end : start + noun.length;
  const behind = { ...before, noun, rest, end, textEnd: start + text.length, isShared };
  return before.verb === '' ? ungoverned(clauses, quantity, behind) : governed(clauses, quantity, behind);
}
