// The units that figures in reports carry, as data: what kind of figure each makes and how it compares with others.
// It does not find figures (numbers.ts does).

/** Kind of thing that a figure measures. */
export type QuantityKind = 'money' | 'percent' | 'area' | 'count' | 'duration' | 'ordinal' | 'ratio' | 'other';

/** A unit as written and what is known of it. */
export interface Unit {
  readonly name: string;
  readonly kind: QuantityKind;
  /** Two units of one dimension compare as value × factor. */
  readonly dimension: string;
  readonly factor: number;
}

/** One row a line: kind, dimension (`*`: each unit is its own), then units as `name` or `name=factor`. */
const ROWS = `
money yuan 元 块钱
money * 美元 港元 港币 欧元 日元 英镑 新台币 澳元 加元 卢布 韩元
percent percent %
percent point 个百分点
percent permille ‰
area area 平方米 平米 ㎡ m2 平方公里=1000000 平方千米=1000000 公顷=10000 亩=666.6666666666667
count person 人 名 位 个人 口人
count firm 家 户
count event 次 场次 场 趟
count item 项 件 条 个 款 宗 起 例
count building 栋 幢
count * 部 人次 户次 家次 车次 架次 班次 台次 件次 桌 床 张 份 只 头 羽 尾 棵 株 颗 枚 粒 轮 届
count * 支 座 处 所 间 套 台 辆 艘 架 列 根 块 片 层 组 批 种 类 大类 小类 小项 大项 步 门 卷 册 篇 首 笔 标准箱 标箱 副 盏 幅 顶 袋 瓶 箱 桶 盒 双
count * 岗位 床位 车位 泊位 工位 席位 标段 街道 社区 行政村
duration year 年 周年 个年头
duration month 个月 个多月
duration week 周 个星期 星期
duration day 天 日历天 工作日 个工作日
duration hour 小时 个小时
duration minute 分钟
duration second 秒 秒钟
ratio times 倍
other length 米 公里=1000 千米=1000 km=1000 厘米=0.01 毫米=0.001 里=500 海里=1852
other mass 吨 公斤=0.001 千克=0.001 kg=0.001 克=0.000001 斤=0.0005
other coal 吨标准煤 吨标煤
other volume 立方米 立方 方 升=0.001 m3
other energy 千瓦时 度 kwh
other power 千瓦 兆瓦=1000 吉瓦=1000000 kw mw=1000
other voltage 伏 千伏=1000
other * 千伏安 摄氏度 ℃ 分贝 元/平方米 元/亩 吨/日 吨/年 毫克/立方米 微克/立方米 分 米/秒
`;

/** Units that make a figure only behind Latin digits: behind 三 or 一 they are mostly something else (三分, 一度, 五方). */
const DIGITS_ONLY =
  '副 盏 幅 顶 袋 瓶 箱 桶 盒 双 分 度 方 里 款 升 卷 篇 首 克 斤 伏 立方 列 根 门 桌 床 羽 尾 粒 起 趟 届';

/** What may not follow a unit, because it is then part of another word: `三年级`, `三位一体`, `3次产业`. */
const NOT_BEFORE_ROWS = `
年 级|代|薪|轻|月|报|货
位 一体|数|于|居|列
次 产业|创业|元|生|于|要
个 月|季度|世纪|交易日|学期|昼夜|工作日|小时|星期|百分点|年头|多月|体|性|别|一(?!个)
个人 才|信息|体|工|民|均
家 庭|长|属|族|乡|具|电|园|居|门口|喻
户 籍|型|外|均
人 均|民|才|工|力|员|物|口|类|心|文|气|大|次|机|事
名 城|牌|校|称|医|优|录|义|单|企|额|片
件 事|套餐
条 例|块|线路
项 目部
天 然|津|气|山|下|空|河|鹅|地|门|府|桥|水|平|台|长
元 素|宝|旦|首|宵|区
台 湾|州|阶|县|山|风|账|胞|河|区
门 类|户|峡|诊|店|头沟|市|县|源
米 粉|饭|林|东|脂|易
里 河区|程|面|边
类 似|别
种 植|子|业|养|粮|田|苗|质
所 有|以|在|得|属|谓
部 门|分|队|署|长|委|落|级|位|件|办|属|里|编|首
处 理|置|于|罚|分|长|级|室
分 之|钟|公司|局|类|支|析|别|布|部|行|校|院|会|店|工|管|享|批|级|组|发|担|解|散|配|流|包
组 织|建|成|长|合|团|委
批 复|准|发|评
套 餐|路|现
支 持|付|撑|出|部|行|农|点|援|书|线
场 地|所|馆|景|面|均
间 接|隔|的|距
座 谈|位
层 次|面|级|出
片 区|面
块 状|链
份 额|子
步 入|伐|骤|行|调
度 假
方 式|面|针|案|向|法|便|位|略|可|能|阵|圆|米
周 年|边|围|期|岁|转|口|密|到|知|末|[一二三四五六日]
头 条|部|脑|雁|号
起 来|步|草|点|到|飞|航|源|诉|底|动|家
例 如|会|外|行
轮 车|回|廓|换|值|训|岗|流|椅|胎
只 有|要|能|是|为|争
张 家|贴|力|店|掖
笔 记|者|试
社区 化|式
倍 增|感|加|受|数
篇 幅|章
首 届|批|次|先|要|创|位|家|个|席|府
列 入|为|车|出|举
根 据|本|治|源|基
册 子
款 项|式
升 级|至|到|高|温|值|学
架 构|设
卷 入
`;

const NOT_BEFORE: ReadonlyMap<string, string> = new Map(
  NOT_BEFORE_ROWS.trim()
    .split('\n')
    .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]),
);

function parseRow(line: string): Unit[] {
  const [kind, dimension = '*', ...entries] = line.split(' ');
  return entries.map((entry) => {
    const [name = '', factor = '1'] = entry.split('=');
    return {
      name,
      kind: kind as QuantityKind,
      dimension: dimension === '*' ? name : dimension,
      factor: Number(factor),
    };
  });
}

/** Every known unit by its name (folded). */
export const UNITS: ReadonlyMap<string, Unit> = new Map(
  ROWS.trim()
    .split('\n')
    .flatMap(parseRow)
    .map((unit) => [unit.name, unit]),
);

/** Source of a regular expression that matches any unit, longest first, where it stands as a word of its own. */
export const UNIT_PATTERN: string = [...UNITS.keys()]
  .sort((left, right) => right.length - left.length)
  .map((name) => (NOT_BEFORE.has(name) ? `${name}(?!${NOT_BEFORE.get(name)})` : name.replace('/', '\\/')))
  .join('|');

const BEHIND_DIGITS_ONLY: ReadonlySet<string> = new Set(DIGITS_ONLY.split(' '));

/** True if a unit makes a figure only behind Latin digits (`85分`, but not 三分). */
export function needsLatinDigits(unit: string): boolean {
  return BEHIND_DIGITS_ONLY.has(unit);
}
