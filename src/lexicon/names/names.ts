// Finds the persons that a Chinese sentence names, by what stands beside the name: a post, a verb of saying, a byline.
// It prefers silence to a wrong name, and it knows nobody by name. Data: surnames, posts, callings, verbs, not-names.
import { fold } from '../../text/normalise.ts';
import type { Span } from '../../types.ts';
import { readWords } from '../words/data-files.ts';
import { lengthAt, wordSet } from '../words/word-set.ts';
import { isMark, type NameShape, nameAt, type WordText, wordText } from './name-shape.ts';

/** A person named in a text. */
export interface PersonMention extends Span {
  readonly name: string;
  /** The post or calling that stands before the name (`区委书记`, `区委副书记、区长`); null if none does. */
  readonly post: string | null;
}

const CALLINGS = wordSet(readWords('callings.txt'));
const TITLES = wordSet([...readWords('posts.txt'), ...CALLINGS.words]);
const STYLES = wordSet([
  '同志',
  '书记',
  '副书记',
  '局长',
  '主任',
  '主席',
  '总理',
  '总统',
  '院士',
  '教授',
  '老师',
  '先生',
  '女士',
]);
const BYLINE = /(?:记者|通讯员|实习生|编辑|责编|主编|校对|摄影|作者|撰稿|文字)$/u;
/** Text that may stand between a title and the name: `记者 张三`, `作者：李四`, `记者/王五`. */
const GAP = /^[ \u3000]*[:/]?[ \u3000]*/u;
const CHAIN = /^[ \u3000]*[、,和]?[ \u3000]*/u;
const CREDIT = /^[ \u3000]*\/?[ \u3000]*(?:摄影|摄|文|图|供图|绘图|制图)(?![\u4e00-\u9fff])/u;
/** Words after which a name may begin as it does after a mark. */
const BEFORE_NAME = /[据像听让跟]$/u;
/** Shortest name (in characters) that a verb of stating alone may confirm: offices and companies state as well. */
const STATED_NAME_LENGTH = 3;
const CONTEXT_LENGTH = 12;

const gapAfter = (text: string, at: number, gap: RegExp): number =>
  gap.exec(text.slice(at, at + CONTEXT_LENGTH))?.[0].length ?? 0;

/** True if a name stands apart from the post before it and ends its line, as under a title: 区长 周明远. */
function isSigned({ text }: WordText, { start, end }: Span): boolean {
  return /[ \u3000]$/u.test(text.slice(0, start)) && /^\s*(?:$|\n)/u.test(text.slice(end));
}

function isConfirmedByTitle(shape: NameShape, title: string, source: WordText): boolean {
  if (shape.isWord && isSigned(source, shape)) return !CALLINGS.words.has(title);
  if (shape.isWord) return shape.ending === 'saying' || (BYLINE.test(title) && shape.ending === 'mark');
  return shape.ending !== 'open' || !CALLINGS.words.has(title);
}

/** Names that go on after a first one: 王甲、李乙和张丙. Only a byline parts them by mere white space. */
function chainAfter(source: WordText, first: NameShape, title: string): NameShape[] {
  const chain: NameShape[] = [];
  let last = first;
  for (;;) {
    const gap = gapAfter(source.text, last.end, CHAIN);
    const isJoined = gap > 0 && (BYLINE.test(title) || /[、和]/u.test(source.text.slice(last.end, last.end + gap)));
    const next = isJoined ? nameAt(source, last.end + gap) : null;
    if (next === null || next.isWord || next.ending === 'open' || lengthAt(TITLES, source.text, next.start) > 0)
      return chain;
    chain.push(next);
    last = next;
  }
}

/** Returns the titles before a name as one: 区委副书记、区长. */
function wholeTitle(titles: readonly Span[], index: number, text: string): Span {
  const own = titles[index] ?? { start: 0, end: 0 };
  const before = titles[index - 1];
  const isJoined = before !== undefined && /^[、兼]$/u.test(text.slice(before.end, own.start));
  return isJoined ? { start: wholeTitle(titles, index - 1, text).start, end: own.end } : own;
}

function titlesIn({ text, wordAt }: WordText): Span[] {
  const titles: Span[] = [];
  for (let at = 0; at < text.length; ) {
    const length = lengthAt(TITLES, text, at);
    // 运河|长江 holds no 河长: a title does not both begin and end inside a word.
    const cutsWord = !wordAt.has(at) && (wordAt.get(at + length - 1)?.end ?? 0) > at + length;
    if (length > 0 && !cutsWord) titles.push({ start: at, end: at + length });
    at += Math.max(1, length);
  }
  return titles;
}

function namesByTitle(source: WordText, original: string): PersonMention[] {
  const { text } = source;
  const titles = titlesIn(source);
  return titles.flatMap(({ start, end }, index) => {
    const title = text.slice(start, end);
    const shape = nameAt(source, end + gapAfter(text, end, GAP));
    if (shape === null || !isConfirmedByTitle(shape, title, source)) return [];
    const whole = wholeTitle(titles, index, text);
    const post = original.slice(whole.start, whole.end);
    return [shape, ...chainAfter(source, shape, title)].map((one) => ({ ...mentionOf(one, original), post }));
  });
}

const mentionOf = ({ start, end }: Span, original: string): PersonMention => ({
  start,
  end,
  name: original.slice(start, end),
  post: null,
});

function isConfirmedAlone(shape: NameShape, text: string): boolean {
  if (shape.isWord) return false;
  if (shape.ending === 'saying') return true;
  if (shape.ending === 'stating') return shape.end - shape.start >= STATED_NAME_LENGTH;
  return CREDIT.test(text.slice(shape.end, shape.end + CONTEXT_LENGTH)) || lengthAt(STYLES, text, shape.end) > 0;
}

function namesAlone(source: WordText, original: string): PersonMention[] {
  const found: PersonMention[] = [];
  for (let at = 0; at < source.text.length; at++) {
    if (!isMark(source.text, at - 1) && !BEFORE_NAME.test(source.text.slice(0, at))) continue;
    const shape = lengthAt(TITLES, source.text, at) > 0 ? null : nameAt(source, at);
    if (shape !== null && isConfirmedAlone(shape, source.text)) found.push(mentionOf(shape, original));
  }
  return found;
}

/**
 * Returns the persons that a text names, in order, never overlapping. Spans are of the text as given.
 * @example findPersons('区委书记李建业表示') // => [{ start: 4, end: 7, name: '李建业', post: '区委书记' }]
 */
export function findPersons(text: string): PersonMention[] {
  const source = wordText(fold(text));
  const titled = namesByTitle(source, text);
  const alone = namesAlone(source, text).filter(
    (one) => !titled.some(({ start, end }) => one.start < end && start < one.end),
  );
  return [...titled, ...alone].sort((a, b) => a.start - b.start);
}
