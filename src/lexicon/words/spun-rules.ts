// Spun words whose repair depends on their neighbours, as rules: which pattern at this place becomes which word.
// Each holds for rewritten text only: in clean text 担任 is 担任.

/** A pattern that is tried at one place of the garbled source, and what stood there before. */
export interface SpunRule {
  /** First character of every match, by which the rules are looked up. */
  readonly head: string;
  /** Sticky; looks at its neighbours in the garbled text. */
  readonly pattern: RegExp;
  readonly correct: string;
}

/** One a line: `pattern → correct`; the first that matches wins. A pattern starts with its look-behind or its first character. */
const ROWS = `
(?<!反)正在 → 在
担任(?=区域|选贤|统筹|组织|协调|落实|指导) → 负责
担任(?=[^，。,;；]{0,8}(?:官|长|主任|书记|员|主席|顾问|委)) → 担任
担任 → 担当
(?<=成长|工做|工作|变化|进展|落实|相关|有关|基本|实际|特殊|身体|糊口)情况 → 情况
情况 → 环境
建立 → 构建
目标 → 指标
(?<=环保|高端|智能|机械|成套)设备 → 装备
设备 → 设施
持续(?=[两三四五六七八九十多几\\d]) → 连续
(?<=能力|实力|活力|意识|不竭|显著|日害)加强 → 增强
加强(?=[^，。,;；]{0,6}(?:力|感|性)) → 增强
地域 → 地区
必定 → 肯定
(?<!把|将)目光 → 眼光
带领(?=群寡|大师|村平易近) → 带领
带领 → 领导
方式 → 方法
(?<=专项|计划|打算|自动|统一)行动 → 行动
行动 → 举措
那样 → 那样
无(?=从(?:谈|下手|查|知|考|说|着手|得|选|入手)) → 无
(?<=[更既还也])无 → 有
无(?=[一功不法论关数须需非人偿缝私差感形尽穷限影奈缘疑视忧虑锡障害菌公烟线纸证死暗事]) → 无
(?<=[毫劳并全却虚绝了])无 → 无
无 → 有
外(?=[出贸资商来地国交汇籍媒围界卖企语向婆科滩]) → 外
(?<=[对国海境涉以此另除室户郊内意例格之])外 → 外
外 → 中
从(?=体|席|任|板|导|旋律|管|干|要|动|题|义|持|办|攻|流|力|张|编|营|人翁|权|食|次|轴|抓手|阵地|战场|渠道|创|客|演|播|页|语|宰|妇) → 主
(?<=公|平易近|自|当家做)从 → 主
(?<![获争让采夺录收领汲听选提换吸进抽读摄榨支窃骗可赚考牟索])取(?![得消代暖材向景证缔款水信决经出样舍]) → 与
(?<=[品素劣实本性物特音画])量 → 质
量(?=量) → 质
`;

function parseRow(line: string): SpunRule {
  const [source = '', correct = ''] = line.split(' → ');
  const head = source.replace(/^\(\?<[^)]*\)/, '').slice(0, 1);
  return { head, pattern: new RegExp(source, 'y'), correct };
}

function groupByHead(rules: readonly SpunRule[]): Map<string, SpunRule[]> {
  const groups = new Map<string, SpunRule[]>();
  for (const rule of rules) groups.set(rule.head, [...(groups.get(rule.head) ?? []), rule]);
  return groups;
}

/** The rules by the first character of what they match, in order. */
export const SPUN_RULES: ReadonlyMap<string, readonly SpunRule[]> = groupByHead(ROWS.trim().split('\n').map(parseRow));
