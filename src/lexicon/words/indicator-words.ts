// Words around a figure and what they are to the name of what it measures. Data: data/verbs.tsv, noun-breaks.txt, part-kinds.txt,
// figure-links.txt, indicator-leads.txt and others; short closed lists stand here. No behaviour.
import { readLexicon, readWords, verbsFor } from './data-files.ts';
import { type WordSet, wordSet } from './word-set.ts';

/** Sorts the words of a list so that the longest stands first, as alternations of patterns need them. */
function longestFirst(list: readonly string[]): readonly string[] {
  return [...list].sort((left, right) => right.length - left.length);
}

/** Verbs with which a counted thing comes about, never part of a name: *新增*企业. */
export const COUNT_VERBS: WordSet = wordSet(verbsFor('governs-count'));
/** Verbs of the kind that stand inside names, too: *改造*项目. */
export const VERBS_IN_NAMES: WordSet = wordSet(verbsFor('in-name'));
/** Verbs that never stand inside a name. */
export const BARE_VERBS: WordSet = wordSet(verbsFor('bare'));
/** Adverbs, prepositions and the like: where one stands, a name ends. */
export const BREAKS: WordSet = wordSet(readWords('noun-breaks.txt'));
/** Nouns behind a figure that count nothing. */
export const EMPTY_NOUNS: WordSet = wordSet(readWords('empty-nouns.txt'));
/** Words that ICU's dictionary cuts, so that a part of them looks like a verb or an adverb: 亩|均. */
export const NAME_WORDS: WordSet = wordSet(readWords('name-words.txt'));
/** Names of measures and nouns that say nothing alone: 总投资, 项目. */
export const PLAIN_MEASURES: WordSet = wordSet(readWords('plain-measures.txt'));
/** Words that make of a kind of part a class of parts: *老旧*小区. */
export const PART_CLASSES: WordSet = wordSet(readWords('part-classes.txt'));
/** Words that announce a figure: 力争, 计划. */
export const PLAN_WORDS: readonly string[] = longestFirst(readWords('plan-words.txt'));

const NAMED_MARK = 'named:';
const PART_LINES = readLexicon('part-kinds.txt');
/** Kinds of parts of a district, of which each one has a name: 广场, 街道. */
export const PART_KINDS: WordSet = wordSet(
  PART_LINES.filter((line) => !line.startsWith(NAMED_MARK)).flatMap((line) => line.split(/\s+/u)),
);
/** Kinds of parts that are as often a class of things: 项目, 工程. */
export const NAMED_PART_KINDS: WordSet = wordSet(
  PART_LINES.filter((line) => line.startsWith(NAMED_MARK)).flatMap((line) =>
    line.slice(NAMED_MARK.length).trim().split(/\s+/u),
  ),
);

/** Between what is measured and its figure: 一般公共预算收入*累计完成*10085万元. */
export const LINKS: WordSet = wordSet(readWords('figure-links.txt'));

/** Before what is measured: *目前全区已*建成…. */
export const LEADS: WordSet = wordSet(readWords('indicator-leads.txt'));

/** Verbs that end the noun behind a figure: 114个社区*建立*求职登记点. */
export const NOUN_ENDING_VERBS: WordSet = wordSet(verbsFor('ends-noun'));

/** Verbs that say only that things are there, left out of the indicator: 全区*共有*社区114个. */
export const PRESENCE: WordSet = wordSet(
  '有 共有 现有 拥有 辖 下辖 设有 建有 已有 还有 含 包含 包括 共 已 现 仍有 尚有 管辖'.split(' '),
);

/** Words of a rise before a percentage, longest first. */
export const RISES: readonly string[] = longestFirst(
  '增长 上升 提高 提升 增加 增幅 涨幅 增速 上涨 攀升 高出 增'.split(' '),
);
/** Words of a fall before a percentage, longest first. */
export const FALLS: readonly string[] = longestFirst(
  '下降 减少 降低 回落 下滑 降幅 缩短 压减 压缩 下跌 收窄 降'.split(' '),
);
