// The words around the part of a quiz request that says what to be quizzed on, per language, as data: kinds of items, and words that choose nothing.
import type { ItemKind } from './types.ts';

const ROWS: readonly (readonly [string, readonly ItemKind[]])[] = [
  ['填空题 填空 fill-in blanks', ['fill-in']],
  ['判断题 是非题 判断 true-false', ['true-false']],
  ['单项选择题 单选题 单选 single', ['single']],
  ['多项选择题 多选题 多选 several', ['several']],
  ['选择题 choice', ['single', 'several']],
  ['排序题 排序 order', ['order']],
  ['简答题 问答题 简答 short-answer', ['short-answer']],
];

/** Kinds of items by their everyday names, folded, the longest first. */
export const KIND_WORDS: ReadonlyMap<string, readonly ItemKind[]> = new Map(
  ROWS.flatMap(([names, kinds]) => names.split(' ').map((name) => [name, kinds] as const)).sort(
    ([left], [right]) => right.length - left.length,
  ),
);

/** Ask how to write it. */
export const HELP_WORDS: ReadonlySet<string> = new Set([
  'help',
  '帮助',
  '用法',
  '写法',
  '说明',
  '怎么用',
  '?',
  '-h',
  '--help',
]);

/** Choose nothing: everything is meant. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set(
  '随机 随便 任意 全部 所有 不限 都行 都可以 一些 几道 的 题 题目 道 和 与 来 出 做 random any all everything please some quiz questions on about'.split(
    ' ',
  ),
);

/** Stand around a topic, at its beginning or end. */
export const OUTER_WORDS =
  /^(?:请|给我|帮我|来|出|做|关于|有关|围绕|就|的|和|与|在|on |about |of )|(?:的|题目|(?<![主问难课议专标])题|方面|相关|有关|内容|和|与|练习)$/giu;
