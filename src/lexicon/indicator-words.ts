// Words around a figure that say nothing of what it measures, as data for cutting out the indicator. No behaviour.

function words(list: string): readonly string[] {
  return list
    .trim()
    .split(/\s+/)
    .sort((left, right) => right.length - left.length);
}

/** Between what is measured and its figure: 一般公共预算收入*累计完成*10085万元. */
export const LINKS: readonly string[] = words(`
  达到 达 为 是 完成 实现 突破 超过 超 近 约 约为 累计 共计 总计 合计 增至 增加到 增加至 扩大到 扩大至 共 共有 共达 有 仅 只 只有 至 到 已 已达 已有 就 均 高达
  分别 分别为 分别达 各 不少于 不低于 升至 降至 下降到 提高到 提升到 上升到 提高至 提升至 跃居 跃升至 居 位居 位列 冲破 逾 了 的 最高 最高达 多达
  可达 将达 预计 预计达 力争 一共 全部 接近 大约 等 年均 平均 由 从 增 增长到 压缩到 压缩至 精简为 整合为 缩短到 缩短至 之 出 起 以 达成 一举 又 再 还 也 划出 新增至 发展到
`);

/** Before what is measured: *目前全区已*建成…. */
export const LEADS: readonly string[] = words(`
  全区 全市 全县 全旗 全镇 全省 全国 该区 该县 该市 我区 我县 我市 本区 目前 截至目前 截至 截止 其中 此外 同时 并 并且 且 和 及 以及 将 还 也 已 共 已经 在 于 到 从 自
  当年 全年 累计 先后 成功 一共 共计 近年来 的 了 是 由 把 对 为 按照 通过 以来 据统计 底 末 一年来 又 再 同期 年内 期间 与 各 每 共有 有 现有 现在 仅 只 就
`);

/** Verbs that end the noun behind a figure: 114个社区*建立*求职登记点. */
export const VERBS: readonly string[] = words(`
  建立 实现 完成 纳入 参加 参与 接受 入驻 投入 落户 开展 建成 开工 竣工 投产 签约 落地 达到 获得 获评 荣获 通过 进行 实施 推进 启动 运行 运营 使用 投用 挂牌 上市 加入
  受益 搬迁 迁入 集中 接入 享受 进入 成为 超过 同比 增长 下降 位居 位列 用于 涵盖 覆盖 正在 已 将 全部 前来 正式 在 为 被 向 与 可以 能够 需要 实行 精简 荣登 喜迁 接收 试点 报名 就业 创业 脱贫 改造 提升
`);

/** Verbs that may be all that stands before a figure: then what is measured stands behind it (*设立*500万元…资金). */
export const FIGURE_VERBS: readonly string[] = words(`
  设立 安排 拨付 投入 新建 建设 建 外聘 组建 整合 引进 拿出 发放 提供 争取 筹集 打造 建立 实施 推出 开展 举办 推进 改造 新增 解决 发展 培育 排出 辖 拥有 覆盖 启动 新启动 打通 受理 安装 种植
`);

/** Nouns that measure nothing: 突破200亿元*大关*. */
export const EMPTY_NOUNS: readonly string[] = words('大关 关口 左右 以上 以下 规模 目标 高度 水平 方面 类型');

/** Words of a rise before a percentage, longest first. */
export const RISES: readonly string[] = words('增长 上升 提高 提升 增加 增幅 涨幅 增速 上涨 攀升 高出 增');
/** Words of a fall before a percentage, longest first. */
export const FALLS: readonly string[] = words('下降 减少 降低 回落 下滑 降幅 缩短 压减 压缩 下跌 收窄 降');
