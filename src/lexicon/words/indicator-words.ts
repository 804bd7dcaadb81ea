// Words around a figure and what they are to the name of what it measures. Data: data/deeds.txt, deeds-in-names.txt, noun-breaks.txt,
// part-kinds.txt, part-classes.txt, plain-measures.txt, plan-words.txt; short closed lists stand here. No behaviour.
import { readLexicon } from './question-words.ts';
import { readWords, type WordSet, wordSet } from './word-set.ts';

function words(list: string): readonly string[] {
  return list
    .trim()
    .split(/\s+/)
    .sort((left, right) => right.length - left.length);
}

/** Verbs with which a counted thing comes about, never part of a name: *新增*企业. */
export const COUNT_VERBS: WordSet = wordSet(readWords('deeds.txt'));
/** Verbs of the kind that stand inside names, too: *改造*项目. */
export const VERBS_IN_NAMES: WordSet = wordSet(readWords('deeds-in-names.txt'));
/** Verbs that never stand inside a name. */
export const BARE_VERBS: WordSet = wordSet(readWords('bare-verbs.txt'));
/** Adverbs, prepositions and the like: where one stands, a name ends. */
export const BREAKS: WordSet = wordSet(readWords('noun-breaks.txt'));
/** Nouns behind a figure that count nothing. */
export const EMPTY_NOUNS: WordSet = wordSet(readWords('empty-nouns.txt'));
/** Words that ICU's dictionary cuts, so that a part of them looks like a verb or an adverb: 亩|均. */
export const NAME_WORDS: WordSet = wordSet(
  words(`
  亩均 户均 人均 地均 楼均 村均 日均 年均 月均 校均 集中式 分散式 分布式 非遗 未成年人 专精特新 在谈 洽谈 在建 在册 在校 在园 在营 在库 在孵 即办 未诉先办 接诉即办 产学研 平均 城镇化 集约化 标准化 规范化 全覆盖 一站式 开放式 集团化 建档立卡 开发开放 就业创业 创新创业 大中小 中小微 养老服务 共享单车 共有产权
`),
);
/** Names of measures and nouns that say nothing alone: 总投资, 项目. */
export const PLAIN_MEASURES: WordSet = wordSet(readWords('plain-measures.txt'));
/** Words that make of a kind of part a class of parts: *老旧*小区. */
export const PART_CLASSES: WordSet = wordSet(readWords('part-classes.txt'));
/** Words that announce a figure: 力争, 计划. */
export const PLAN_WORDS: readonly string[] = words(readWords('plan-words.txt').join(' '));

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
export const LINKS: WordSet = wordSet(
  words(`
  达到 达 为 是 完成 实现 突破 超过 超 近 约 约为 累计 共计 总计 合计 增至 增加到 增加至 扩大到 扩大至 共 共有 共达 有 仅 只 只有 至 到 已 已达 已有 就 均 高达
  分别 分别为 分别达 分别达到 各 不少于 不低于 升至 降至 下降到 下降至 提高到 提升到 上升到 提高至 提升至 跃居 跃升 跃升至 居 位居 位列 冲破 逾 了得 的 达到了 实现了 完成了 突破了 超过了 有了 占了 达成了 最高 最高达 多达 最多 最低 降到 减少到 减少至
  可达 将达 预计 预计达 力争 一共 全部 接近 大约 年均 平均 增长到 压缩到 压缩至 压缩为 精简为 精简至 整合为 缩短到 缩短至 缩减至 缩减到 调整为 调整至 优化整合至 达成 一举 又 再 还 也 发展到 稳定在 保持 保持在 控制在
  新增至 拓展至 拓展到 扩展至 扩展到 上调至 上调到 下调至 恢复到 增 翻 争取 确保 仍 仍有 尚有 办完 总 现有 现 累计达 累计达到 累计完成 累计实现 超额完成 成功 现已 业已 已经 目前 当前 计划 规划 拟 总数达 达标 还有 也有 均有 都有 就有 每年 一年 全年 则 却 仅有 仅为 仅用 只用 只需 需 不到 不足 进 减至 减 、 将 可 大概 足足 整整 超出 高出 之 冲击 迈过 跨过 迈上 跨上
`),
);

/** Before what is measured: *目前全区已*建成…. */
export const LEADS: WordSet = wordSet(
  words(`
  全区 全市 全县 全旗 全镇 全省 全国 全乡 全街道 全村 该区 该县 该市 该镇 我区 我县 我市 我镇 本区 本县 本市 区内 县内 市内 辖区 辖区内 境内 区域内 目前 截至目前 截至 截止 其中 此外 同时 并 并且 且 和 及 以及 与 将 还 也 已 共 已经 仅
  当年 全年 累计 先后 成功 一共 共计 近年来 的 了 是 由 把 对 为 按照 通过 以来 据统计 底 末 一年来 又 再 同期 年内 期间  每 共有 有 现有 现在 就 均 都 力争 确保 有望 坚持 重点 积极 全面 深入 加快 大力 着力 努力 持续 扎实 稳步 有序 高效 高标准 高质量 高水平 重磅
  、 ， 一是 二是 三是 四是 五是 六是 其 分别 另有 另外 主动 精准 统一 集中 率先 今年 去年 明年 本年 上年 年度 季度 月份 上半年 下半年 前期 后期 首批 第一批 一批 多个 一举 已有 再次 不断 顺利 全力 快速 创新 坚持 聚力 聚焦
`),
);

/** Verbs that end the noun behind a figure: 114个社区*建立*求职登记点. */
export const VERBS: WordSet = wordSet(
  words(`
  建立 实现 完成 纳入 参加 参与 接受 入驻 投入 落户 开展 建成 开工 竣工 投产 签约 落地 达到 获得 获评 荣获 通过 进行 实施 推进 启动 运行 运营 使用 投用 挂牌 上市 加入 实行 前来 喜迁 接收 试点 报名 荣登 脱贫 改造 提升 登录 领取 享受到 吃上 住上 用上 喝上 走上 搬进 迁进 受益 搬迁 迁入 接入 享受 进入 成为 超过 同比 增长 下降 位居 位列 用于 涵盖 覆盖 精简 就业 创业 到位 达产 复工 开业 开园 亮相 集中 获奖 入选 整改 办结 参会 参赛 参展 出席 到场 汇聚 齐聚 汇聚一堂 整合 全部 有机 全面 同步 顺利 相继 陆续 超 喜获 喜领 办理 通水 通电 通车 完工 封顶 交付 摘牌 退市 返乡 外出 务工 常住 加快 加速
`),
);

/** Verbs that say only that things are there, left out of the indicator: 全区*共有*社区114个. */
export const PRESENCE: WordSet = wordSet(
  words('有 共有 现有 拥有 辖 下辖 设有 建有 已有 还有 含 包含 包括 共 已 现 仍有 尚有 管辖'),
);

/** Words of a rise before a percentage, longest first. */
export const RISES: readonly string[] = words('增长 上升 提高 提升 增加 增幅 涨幅 增速 上涨 攀升 高出 增');
/** Words of a fall before a percentage, longest first. */
export const FALLS: readonly string[] = words('下降 减少 降低 回落 下滑 降幅 缩短 压减 压缩 下跌 收窄 降');
