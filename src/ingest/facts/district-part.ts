// Finds the part of a district that a clause speaks of: an estate, a street, a firm, a project. By the kinds of parts that have names
// (lexicon/data/part-kinds.txt); what has no such name counts as the district as a whole.
import { factCue } from '../../lexicon/words/fact-cues.ts';
import { LEADS, NAMED_PART_KINDS, PART_CLASSES, PART_KINDS } from '../../lexicon/words/indicator-words.ts';
import { RESOLUTION } from '../../text/added-dates.ts';
import { withoutLeads } from './phrase.ts';
import { taggedWordsOf } from './tagged-words.ts';

/** The subject that the head of a clause names: a part, the district as a whole, one that was named before, or nothing. */
export type Topic =
  | { readonly kind: 'part'; readonly name: string }
  | { readonly kind: 'whole' }
  | { readonly kind: 'beyond' }
  | { readonly kind: 'before'; readonly of: string }
  | { readonly kind: 'unsaid' };

const LONGEST_PART = 20;
const SOLE = factCue('only one of its kind');
const MAX_LOOKED_BACK = 12;
const CLAUSE_MARK = /[，,。；;：:！？\n]/;
/** Words that only end like a kind of part. */
const NO_PART = factCue('no part');
/** The district's full name at the head of a part's: *甲县*锂电产业园. */
const FULL_NAME = /[区县市旗]$/;
/** Groups that act in a sentence: *重点企业*完成产值. */
const GROUP = factCue('group');
const WHOLE = factCue('whole district');
const BEYOND = factCue('beyond the district');
const POINTING = factCue('pointing word');
const PLACE_BEFORE = factCue('place before');

const ANY_KIND = new RegExp([...PART_KINDS.words, ...NAMED_PART_KINDS.words, '[区县市旗]'].join('|'), 'u');

/** True if a text may name a part or another district at all: cheap, and says yes too often. */
export function namesPart(text: string): boolean {
  return ANY_KIND.test(text);
}

/** Length of the kind of part that a text ends with; 0 if it ends with none. */
function kindLength(text: string): number {
  const longest = Math.max(PART_KINDS.longest, NAMED_PART_KINDS.longest);
  for (let length = Math.min(longest, text.length); length > 0; length--) {
    const end = text.slice(-length);
    if (PART_KINDS.words.has(end) || NAMED_PART_KINDS.words.has(end)) return length;
  }
  return 0;
}

/** True if the words before a kind of part make a name of it: neither a class of things nor a number of them. */
function isNaming(modifier: string, kind: string): boolean {
  if (modifier === '' || /[\d多几数余]$|^[\d一两三四五六七八九十]/.test(modifier)) return false;
  const words = taggedWordsOf(modifier);
  const names = words.filter(({ text }) => !PART_CLASSES.words.has(text) && !LEADS.words.has(text));
  if (names.length === 0 || names.some((word) => word.kind === 'of')) return false;
  if (PART_KINDS.words.has(kind)) return names.some(({ text }) => text.length > 1) || names.length > 1;
  // Of a class of things only what no dictionary knows is a name: 青禾机器人项目, “金谷”项目, ABC项目.
  return (
    /^[“《]|[A-Za-z]/.test(modifier) ||
    names.some(({ text }, index) => text.length === 1 && names[index + 1]?.text.length === 1)
  );
}

/** Returns the part at the head of a text, and what follows it; null if none stands there. */
function partAt(text: string): { name: string; rest: string } | null {
  let found: { name: string; rest: string } | null = null;
  for (const { end, kind, text: last } of taggedWordsOf(text)) {
    if (kind !== 'name' || end > LONGEST_PART) break;
    const name = text.slice(0, end);
    const length = kindLength(name);
    if (
      length > 0 &&
      !NO_PART.test(last) &&
      !/[于至将]/.test(name) &&
      isNaming(name.slice(0, -length), name.slice(-length))
    )
      found = { name, rest: text.slice(end) };
  }
  if (!found || /^[、和与及等化式型性级]/.test(found.rest)) return null;
  // 甲药业项目 is not 甲药业.
  const work = /^(?:项目|工程)/.exec(found.rest)?.[0] ?? '';
  return { name: found.name + work, rest: found.rest.slice(work.length) };
}

/** Returns a part of which a district has but one, though its name is that of a class: 特色商业区, 经济开发区. */
function soleOfItsKind(head: string): { name: string; rest: string } | null {
  const name = SOLE.exec(head)?.[0];
  return name === undefined ? null : { name, rest: head.slice(name.length) };
}

/** Returns what a clause points back to: 该*公司*, or 园区 where it acts; null if it points to nothing. 公园数量 and 社区党员 are measures. */
function pointedAt(head: string): string | null {
  const pointing = POINTING.exec(head);
  const [first, next] = taggedWordsOf(pointing ? head.slice(pointing[0].length) : head);
  const bare = first?.text ?? '';
  const isKind = bare !== '' && kindLength(bare) === bare.length;
  const isActing =
    next !== undefined && ((next.kind !== 'name' && next.text !== '建设') || /^[内里现共总年]/.test(next.text));
  if (isKind && (pointing !== null || (bare.length > 1 && isActing))) return bare;
  return pointing ? '' : null;
}

/**
 * Of whom a clause speaks, judged by its head.
 * @param names of the district: they are the district as a whole
 * @example topicOf('财富广场入驻企业', ['泉山区', '泉山']) // => { kind: 'part', name: '财富广场' }
 */
export function topicOf(clause: string, names: readonly string[]): Topic {
  const opened = clause.trim().replace(/^[“‘「](?![^”’」]{1,12}[”’」])/, '');
  const named = opened.replace(PLACE_BEFORE, '');
  const head = withoutFullName(named, names);
  if (WHOLE.test(head)) return { kind: 'whole' };
  if (BEYOND.test(named)) return { kind: 'beyond' };
  const pointed = head === named ? pointedAt(head) : null;
  if (pointed !== null) return pointed === '' ? { kind: 'unsaid' } : { kind: 'before', of: pointed };
  const part = partAt(withoutLeads(head)) ?? soleOfItsKind(head);
  if (part && !names.some((each) => each === part.name || each.endsWith(part.name)))
    return { kind: 'part', name: part.name };
  return names.some((each) => named.startsWith(each)) ? { kind: 'whole' } : { kind: 'unsaid' };
}

/** 甲县的锂电产业园 → 锂电产业园; a short name stays: 柳溪经济开发区. */
function withoutFullName(head: string, names: readonly string[]): string {
  const name = names.find((each) => FULL_NAME.test(each) && head.startsWith(each));
  return name === undefined || head.length === name.length ? head : head.slice(name.length).replace(/^的/, '');
}

/**
 * Returns the part named last that is of a kind: 园区 → 徐州软件园; null if none was.
 * @param earlier the sentences before, in their order; some of the last are looked at
 */
export function partCalled(kind: string, earlier: readonly string[], names: readonly string[]): string | null {
  for (const sentence of earlier.slice(-MAX_LOOKED_BACK).reverse()) {
    for (const clause of sentence.replace(RESOLUTION, '').split(CLAUSE_MARK).reverse()) {
      const topic = topicOf(clause, names);
      if (topic.kind === 'part' && kind.includes(topic.name.slice(-1))) return topic.name;
    }
  }
  return null;
}

/** Returns the subject of a governing verb where it is a part or a group of them: 重点企业*完成*产值; null if the district acts. */
export function subjectOf(left: string, names: readonly string[]): string | null {
  const name = withoutLeads(left.split(/[，。；：]/).at(-1) ?? '', names);
  if (!GROUP.test(name) || name.length < 3 || name.length > LONGEST_PART || names.includes(name)) return null;
  if (
    taggedWordsOf(name).some(
      ({ kind }, index) =>
        kind === 'break' ||
        kind === 'count-verb' ||
        kind === 'verb' ||
        kind === 'mark' ||
        kind === 'of' ||
        (index === 0 && kind !== 'name'),
    )
  )
    return null;
  return /^(?:各|所有|该|本|其)/.test(name) ? null : name;
}
