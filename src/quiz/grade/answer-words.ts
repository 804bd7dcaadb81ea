// The words around and instead of an answer, per language, as data: what people put before and behind a letter, how they say
// right and wrong, and what they say instead of answering. Folded (text/normalise.ts), without spaces and punctuation.

const words = (rows: string): readonly string[] =>
  rows
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((word) => word.replaceAll('_', ''))
    .sort((left, right) => right.length - left.length);

/** What stands before an answer. `_` only shows where English has a space. */
export const LEADING_WORDS: readonly string[] = words(`
  我觉得 我认为 我感觉 我想 我猜 我选择 我选 我的 正确 那就 应该 应当 可能 大概 好像 也许 估计 肯定 当然 还是 就是 应是
  答案 选择 选项 选 是 为 这句话 这个说法 该说法 此说法 说法 这题 本题 判断
  i_think i_guess i_believe i_choose i_pick i_say my the correct right answer option choose letter number probably maybe its its it is
`);

/** What stands behind one. */
export const TRAILING_WORDS: readonly string[] = words(`
  吧 呀 啊 哦 呢 哈 了 的 这个 那个 选项 项 个 条 种 号 两项 两个 三项 三个 四项 四个 正确 是对的 是正确的 对 没错 都对 都是
  one option please is_right is_correct i_think i_guess
`);

/** Stand between the letters of several options. */
export const JOINERS: readonly string[] = words('和 与 及 跟 以及 还有 加 然后 最后 先 再 后 接着 到 and then');

/** That a statement is right. */
export const RIGHT_WORDS: ReadonlySet<string> = new Set(
  words(`
  对 对的 正确 正确的 是 是的 没错 没有错 没有错误 没问题 无误 属实 真 真的 准确 成立 √ ✓ ✔ ✅ v
  true t yes y right correct yep yeah
`),
);

/** That it is wrong. */
export const WRONG_WORDS: ReadonlySet<string> = new Set(
  words(`
  错 错的 错误 错误的 不对 不正确 有误 不是 不是的 否 假 假的 不实 不属实 不准确 不成立 有错 错了 不是真的 不是对的 × x ✗ ✘ ❌ ╳
  false f no n wrong incorrect nope untrue not_true not_right not_correct
`),
);

/** That all options are meant. */
export const ALL_WORDS: ReadonlySet<string> = new Set(
  words(
    '全选 都选 全部 全都选 全部都选 所有 都对 都是 全对 全是 以上都是 以上全部 全部正确 all all_of_them everything',
  ),
);

const RANKS = ['1 一', '2 二', '3 三', '4 四', '5 五', '6 六'].map((row) => row.split(' '));
const ORDINALS = ['first 1st', 'second 2nd', 'third 3rd', 'fourth 4th', 'fifth 5th', 'sixth 6th'].map((row) =>
  row.split(' '),
);

/** Numbers that may mean the place of an option, from 0. */
export const PLACES: ReadonlyMap<string, number> = new Map(
  RANKS.flatMap((signs, place) => signs.map((sign) => [sign, place] as const)),
);

/** What can mean nothing but the place of an option, from 0. */
export const ORDINAL_PLACES: ReadonlyMap<string, number> = new Map(
  RANKS.flatMap((signs, place) =>
    [...signs.map((sign) => `第${sign}`), ...(ORDINALS[place] ?? [])].map((word) => [word, place] as const),
  ),
);

/** What one may want of an open item other than to answer it. */
export type Intent = 'skip' | 'give-up' | 'show' | 'stop' | 'hint';

/** The words of each intent. */
export const INTENT_WORDS: Readonly<Record<Intent, ReadonlySet<string>>> = {
  skip: new Set(
    words('跳过 跳過 略过 过 下一题 下一道 下一个 下题 换一题 换一个 换题 skip pass next next_question next_one'),
  ),
  'give-up': new Set(
    words(`
    不知道 不会 不会做 我不知道 我不会 不清楚 不懂 不晓得 不记得 忘了 忘记了 想不起来 没听说过 没学过 放弃 答案 正确答案 看答案 公布答案 告诉我答案 答案呢
    i_dont_know dont_know i_do_not_know idk no_idea not_sure answer the_answer show_answer give_up
  `),
  ),
  show: new Set(
    words(
      '题目 题 继续 看题 再看一遍 再看看 重新显示 原题 题目呢 回到题目 接着来 continue go_on question the_question repeat again show',
    ),
  ),
  stop: new Set(words('结束 停止 停 退出 不做了 不答了 不练了 结束练习 停止练习 退出练习 stop quit exit end')),
  hint: new Set(words('提示 怎么答 怎么回答 如何作答 怎么作答 hint how how_to_answer')),
};
