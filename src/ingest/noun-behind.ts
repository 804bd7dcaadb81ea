// Names what a figure counts by the noun behind it: 整合12家*国有企业*, 5家*企业*入驻.
import { DEEDS, EMPTY_NOUNS, PLAIN_MEASURES } from '../lexicon/indicator-words.ts';
import type { Quantity } from '../text/numbers.ts';
import { type Clauses, clauseAround, clauseBefore, nextFigure, textBefore, textBehind } from './clauses.ts';
import { isName, type Named, type NamingContext, spoken } from './names.ts';
import { nounAtStart, phraseAtEnd, verbAtEnd, verbOfList, withoutLinks } from './phrase.ts';
import { isVerbal, piecesOf } from './word-pieces.ts';

const LONGEST_PREDICATE = 14;
/** What is done with a thing is what the verb before it governs: 实施12个村污水接入*工程*. */
const UNDERTAKING = /(?:工程|项目|工作|建设|改造|行动|任务)$/;

const isPlace = (text: string): boolean => /(?:[区县市镇乡村园街]|城区|全域|境)$|^在?全[区市县]/.test(text);
/** What stands behind a figure up to the next one that has a noun of its own, and where that begins. */
export function nounTextBehind(clauses: Clauses, quantity: Quantity): { text: string; start: number } {
  const own = textBehind(clauses, quantity);
  const next = nextFigure(clauses, quantity);
  // 两大类18项服务举措, 7个村3908户…征迁任务: the noun of both stands behind the second.
  const isShared = next !== undefined && own.trim() === '' && next.start - quantity.end <= 2;
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

/** What stands before a figure that counts what stands behind it. */
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

const PLACED = /^(?:在|对|为|将|从)/;
const PREPOSITION = /(?:从|对|在|为|将|把|以|与|向|由|被|让|使|据|给)$/;
const OF_PERSONS = /^(?:人|人次|户|户次)$/;
/** A predicate that points elsewhere, or that goes on beyond the clause. */
const UNSAYABLE = /着|这|那|该|其|[于至到]$|[“”（）()]/;

/** Whether a text behind a figure is a noun that the figure can count. */
function isCountable(noun: string, { unit }: Quantity, verb: string): boolean {
  const pieces = piecesOf(noun);
  if (!isName(noun) || /^[^的]{1,4}的/.test(noun)) return false;
  if (pieces.every(isVerbal) && !DEEDS.words.has(verb)) return false;
  return !(OF_PERSONS.test(unit) && pieces[0]?.kind === 'deed-in-name');
}

/** What is said of the counted thing as far as the clause goes: 入驻 of 5家企业*入驻*; empty where it cannot be told. */
function saidBehind(clauses: Clauses, quantity: Quantity, { rest, end }: { rest: string; end: number }): string {
  const [, clauseEnd] = clauseAround(clauses, quantity);
  const isWhole = end >= clauseEnd - 1 && nextFigure(clauses, quantity) === undefined;
  const isSayable =
    rest.length >= 2 && rest.length <= LONGEST_PREDICATE && !UNSAYABLE.test(rest.replace(/“[^”]*”/g, ''));
  return isWhole && isSayable ? rest.replace(/^了/, '') : '';
}

/** A noun with the name before the figure: “互联网+政务”*创新平台*, which may hold it already. */
function withOwn(own: string, noun: string): string {
  return own.endsWith(noun) ? own : own + noun;
}

/** The noun behind a figure, with what governs it before the figure or what is said of it behind: 整合*12家*国有企业, *5家*企业入驻. */
export function byNounBehind(clauses: Clauses, quantity: Quantity, context: NamingContext): Named | null {
  const { text, start } = nounTextBehind(clauses, quantity);
  const { verb, own, left } = governing(clauses, quantity, context);
  const isPlaced = PLACED.test(clauseBefore(clauses, quantity));
  const { noun, rest } = nounAtStart(text, { isGoverned: verb !== '', isPlaced });
  if (!isCountable(noun, quantity, verb)) return null;
  const end = start > quantity.end + 4 ? quantity.end : start + noun.length;
  const isOpen = own === '' || isPlace(own);
  const whole = isOpen ? noun : withOwn(own, noun);
  const named = { verb: spoken(verb), noun: whole, tail: '', left: isOpen && verb === '' ? left + own : left, end };
  if (verb !== '') return isName(whole) && !UNDERTAKING.test(rest) ? named : null;
  const said = isOpen ? saidBehind(clauses, quantity, { rest, end: start + text.length }) : '';
  if (said !== '') return { ...named, noun: `${said}的${noun}`, left, end: end + rest.length };
  return rest === '' && !PREPOSITION.test(left) && isName(whole) ? named : null;
}
