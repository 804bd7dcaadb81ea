// The parts of which a sentence says that an initiative consists: A、B、C“三项行动”, “A、B、C”工作机制. Complete lists alone:
// where a list ends in 等, or a name counts other than there are, nothing is found.

import { headAtEnd, isNoInitiative } from '../../../lexicon/names/initiatives.ts';
import { parseNumeral } from '../../../text/chinese-numerals.ts';
import { COUNT, splitAtAnd } from '../../../text/enumeration.ts';
import type { Span } from '../../../types.ts';

/** A complete list in a sentence. The span is of the list alone; its parts in order. */
export interface Enumeration extends Span {
  readonly parts: readonly string[];
  /** What the parts make up, as written behind them: “四大工程”, 的审批运行机制. */
  readonly name: string;
}

const MIN_PARTS = 3;
const MAX_PARTS = 8;
const MAX_PART = 24;
/** Parts of one list are about as long: the longest has at most so many characters more than the shortest of the others. */
const MAX_APART = 4;
const MARK = '(?=[，,。；;、）)]|$)';
/** “A、B、C”…: the list in quotation marks, then what it is called. */
const QUOTED_LIST =
  /“(?<list>[^“”]{4,90})”(?:的)?(?<name>“[^“”]{2,12}”[^，,。；;、“”]{0,8}|[^，,。；;：:“”、]{2,16})/gu;
/** A、B和C“四大工程”, A、B、C3个综合体: the list, then a name that counts it. */
const NAMED_LIST = new RegExp(
  `(?<list>[^，,。；;：:“”]{1,40}(?:、[^、，,。；;：:“”]{1,24}){1,9}(?:[和与及][^、，,。；;：:“”和与及]{1,24})?)(?<name>“(?:${COUNT})[^“”]{1,10}”|(?:${COUNT})大[\\u4e00-\\u9fff]{2,6}${MARK}|(?:${COUNT})(?:个|项|类|种|条)[^的内，,。；;“”]{2,10}${MARK})`,
  'gu',
);
const NAME_COUNT = new RegExp(`^“?(?<numeral>${COUNT})`, 'u');
/** Words that lead up to a list; what stands before the last of them in the first part belongs to the sentence. */
const LEADS_UP =
  /^.*(?:实施|实行|采用|采取|运用|突出|创建|创新|涵盖|包含|覆盖|开展|建立|建设|打造|推进|推动|构建|形成|围绕|聚焦|聚力|落实|包括|提供|发展|完善|健全|培育|通过|涉及|坚持|推行|推出|制定|设立|组建|成立|整合|抓好|做好|拥有|主要有|走好|走出|走|强化|深化|优化|实现|协调)|^[和由从以对在将把及与]/u;

/** What lists of no initiative are called: three respects, four fields. */
const NO_INITIATIVE = /维度|方面|层面|领域|基础|要求|问题|品种|宗旨|抓手|原则|理念|精神/u;

function countOf(name: string): number | null {
  const numeral = NAME_COUNT.exec(name)?.groups?.['numeral'];
  return numeral === undefined ? null : parseNumeral(numeral);
}

/** Returns the last part taken apart at its 和, where that makes the parts as many as the name counts. */
function splitLast(parts: readonly string[], count: number | null): readonly string[] {
  const joined = count === parts.length + 1 ? splitAtAnd(parts.at(-1) ?? '') : null;
  return joined ? [...parts.slice(0, -1), ...joined] : parts;
}

function isEven(parts: readonly string[]): boolean {
  const [first = '', ...others] = parts;
  const lengths = others.map(({ length }) => length);
  const longest = Math.max(...lengths);
  return first.length <= longest + Math.min(longest, MAX_APART) && longest - Math.min(...lengths) <= 2 * MAX_APART;
}

/** A part that says how well something is to go, of every district: 产业转型提速. */
const WATCHWORD =
  /(?:提[速升档质效标能]|优化|升级|引领|赋能|优先|为[先本要]|驱动|协同|共享|共赢|有力|有序|有效|满意)$/u;

function isWhole(parts: readonly string[]): boolean {
  return (
    parts.length >= MIN_PARTS &&
    parts.length <= MAX_PARTS &&
    parts.every(
      (part) => part.length <= MAX_PART && /[\u4e00-\u9fff]/u.test(part) && !/[等的]\d*$|[？?]/u.test(part),
    ) &&
    new Set(parts).size === parts.length &&
    isEven(parts) &&
    !parts.every((part) => WATCHWORD.test(part))
  );
}

/** Returns the parts of a list at the first marks that give as many as the name counts, or that give parts of about one length. */
function partsOf(list: string, count: number | null): readonly string[] | null {
  // Where commas part what has parts of its own, the parts are those between the commas, unless a count says otherwise.
  const isNested = /[，,]/u.test(list) && /、/u.test(list);
  const all = [/[、，,]/u, /[，,]/u, /、/u, /\+/u];
  for (const marks of isNested && count === null ? [/[，,]/u] : all) {
    const parts = splitLast(
      list.split(marks).map((part) => part.trim()),
      count,
    );
    if (isWhole(parts) && (count === null || count === parts.length)) return parts;
  }
  return null;
}

function quotedLists(plain: string): Enumeration[] {
  return [...plain.matchAll(QUOTED_LIST)].flatMap((match) => {
    const { list = '', name = '' } = match.groups ?? {};
    const count = countOf(name);
    const parts = NO_INITIATIVE.test(name) || (count === null && !headAtEnd(name)) ? null : partsOf(list, count);
    const start = match.index + 1;
    return parts ? [{ start, end: start + list.length, parts, name }] : [];
  });
}

function namedLists(plain: string): Enumeration[] {
  return [...plain.matchAll(NAMED_LIST)].flatMap((match) => {
    const { list = '', name = '' } = match.groups ?? {};
    const first = list.split('、')[0] ?? '';
    const start = match.index + (LEADS_UP.exec(first)?.[0].length ?? 0);
    const end = match.index + list.length;
    const isNone =
      NO_INITIATIVE.test(name) || isNoInitiative(name.replace(/[“”]/gu, '')) || /[”’]/u.test(plain[start - 1] ?? '');
    const parts = isNone ? null : partsOf(plain.slice(start, end), countOf(name));
    return parts ? [{ start, end, parts, name }] : [];
  });
}

/** Returns the complete lists of a sentence, in order. */
export function enumerationsIn(plain: string): Enumeration[] {
  return [...quotedLists(plain), ...namedLists(plain)].sort((left, right) => left.start - right.start);
}
