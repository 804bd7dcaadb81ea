// Indicators of the statistics and their names: official, short, everyday, English. Data: data/indicators.tsv.
// It tells when two names are of one indicator; it reads no figures.
import { fold } from '../../text/normalise.ts';
import { UNITS } from '../../text/units.ts';
import { readLexicon } from './data-files.ts';
import { FALLS, RISES } from './indicator-words.ts';
import { remembering } from './once.ts';

/** What the units of an indicator's figures have in common. */
export type UnitFamily =
  | 'money'
  | 'percent'
  | 'permille'
  | 'count'
  | 'person'
  | 'area'
  | 'mass'
  | 'length'
  | 'energy'
  | 'power'
  | 'ratio'
  | 'duration'
  | 'density'
  | 'index';

/** An indicator with its names, folded. */
export interface Indicator {
  readonly name: string;
  readonly family: UnitFamily;
  readonly others: readonly string[];
  readonly english: readonly string[];
  /** A text that states a figure of it. */
  readonly example: string;
}

const wordsOf = (cell: string | undefined): string[] => (cell ?? '').split(' ').filter((word) => word !== '');

/** All indicators, in the order of the data. */
export const INDICATORS: readonly Indicator[] = readLexicon('indicators.tsv').map((line) => {
  const [name = '', family = '', official, everyday, english = '', example = ''] = line.split('\t');
  return {
    name,
    family: family as UnitFamily,
    others: [...wordsOf(official), ...wordsOf(everyday)],
    english: english.split(', ').filter((phrase) => phrase !== ''),
    example,
  };
});

/** A name without what is written now so, now otherwise: spaces, marks, 的 and 了, the 总 of 总里程. */
function squeezed(name: string): string {
  return fold(name).replace(/[^\p{L}\p{N}&]|[的了]|总(?=里程|面积|长度|产量)|(?<=.)(?:实有|现有|拥有)(?=.)/gu, '');
}

const BY_NAME: ReadonlyMap<string, Indicator> = new Map(
  INDICATORS.flatMap((indicator) =>
    [indicator.name, ...indicator.others].map((name): [string, Indicator] => [squeezed(name), indicator]),
  ),
);

/** Words before a name that say only whose or when it is, or that the figure was reached. */
const BEFORE =
  /^(?:全[区县市旗州省]|本[区县市]|我[区县市]|[区县市](?=规上|规模)|境内|辖区|全年|年末|年底|期末|当年|目前|现有|共有|拥有|实有|有|共|实现|完成|达到?|年度)/u;
/** Words behind a name that say only that a figure follows. */
const BEHIND =
  /(?:总数量?|数量|数目|总量|总额|总值|个数|家数|数据?|规模|情况|水平|指标|金额|额|量|分别|各自|累计|共计|合计|实现|完成|达到?|为|是|有|约|近|超过?)$/u;
/** Headings of groups of columns that a name may stand under: they say the field, not what is measured. */
const HEADING =
  /^(?:国民经济|经济发展|经济|社会发展|社会事业|社会|人民生活|民生|综合|基本情况|主要指标|生态环境|资源环境|财政金融|教育卫生|人口就业|城乡建设)/u;
const MIN_CHARACTERS = 2;

/** Every form of a name without words that add nothing at its ends, the fullest first. */
function forms(name: string): string[] {
  const found: string[] = [];
  for (let rest = name; rest.length >= MIN_CHARACTERS && !found.includes(rest); ) {
    found.push(rest);
    const before = rest.replace(BEFORE, '');
    const shorter = before === rest ? rest.replace(BEHIND, '') : before;
    if (shorter.length < MIN_CHARACTERS) break;
    rest = shorter;
  }
  return found;
}

const CHANGE_WORDS = [...RISES, ...FALLS, '增长率', '增长速度', '同比', '环比', '变化', '增减', '增降'].join('|');
/** A change at the end of a name: 同比增长, 增速, 比上年提高. */
const CHANGE = new RegExp(
  `(?:同比|环比|[比较](?:上年|去年)(?:同期|末)?)?(?:平均|年均|累计|名义|实际|净)?(?:${CHANGE_WORDS})(?:了|率|幅度|速度|情况)*$`,
  'u',
);

/** Names recur: every figure of a report is looked at from several sides, every question goes through the facts of its districts. */
const MAX_REMEMBERED = 8192;

/** What a name measures. */
export interface Measure {
  /** Equal for all names of one indicator. */
  readonly key: string;
  /** The name itself, without what adds nothing. */
  readonly literal: string;
  /** Whether the level is measured or how it changed. */
  readonly aspect: 'level' | 'change';
  /** The known indicator; null: a name that the data lacks. */
  readonly indicator: Indicator | null;
}

/** Words that stand in names now in full, now short. */
const ABBREVIATIONS: readonly (readonly [string, string])[] = [
  ['规模以上', '规上'],
  ['限额以上', '限上'],
  ['中等职业', '中职'],
  ['高等职业', '高职'],
];

const abbreviated = (name: string): string =>
  ABBREVIATIONS.reduce((text, [full, short]) => text.replaceAll(full, short), name);

function measured(name: string, aspect: Measure['aspect']): Measure {
  const all = forms(name);
  const isKnown = (each: string): boolean => BY_NAME.has(each);
  // 社会常住人口 is no name: the population stands under a heading. What is known with such a word keeps it (社会消费品零售总额).
  const form = all.find(isKnown) ?? forms(name.replace(HEADING, '')).find(isKnown);
  const known = form === undefined ? null : (BY_NAME.get(form) ?? null);
  const literal = form ?? all.at(-1) ?? name;
  return { key: known ? squeezed(known.name) : abbreviated(literal), literal, aspect, indicator: known };
}

/**
 * Returns what a name measures, whatever words it uses.
 * @example measureOf('GDP增速') // => { key: '地区生产总值', aspect: 'change', … }
 */
export const measureOf: (name: string) => Measure = remembering((name) => {
  const whole = squeezed(name);
  if (BY_NAME.has(whole)) return measured(whole, 'level');
  const rest = whole.replace(CHANGE, '');
  return rest === whole ? measured(whole, 'level') : measured(rest, 'change');
}, MAX_REMEMBERED);

/** True if two names measure the same, the level of one indicator or its change. */
export function measureAlike(one: string, other: string): boolean {
  const [left, right] = [measureOf(one), measureOf(other)];
  return left.key === right.key && left.aspect === right.aspect;
}

/** Returns the known indicator that a text is a name of; null if it is none. */
export const indicatorCalled: (name: string) => Indicator | null = remembering((name) => {
  const form = forms(squeezed(name)).find((each) => BY_NAME.has(each));
  return form === undefined ? null : (BY_NAME.get(form) ?? null);
}, MAX_REMEMBERED);

/** Families whose figures may carry any unit that counts. */
const COUNTED: ReadonlySet<UnitFamily> = new Set(['count', 'person']);

/** True if a unit can carry a figure of a family. */
export function isOfFamily(unit: string, family: UnitFamily): boolean {
  const known = UNITS.get(unit);
  if (COUNTED.has(family)) return known?.kind === 'count';
  if (family === 'money' || family === 'area' || family === 'duration') return known?.kind === family;
  if (family === 'ratio') return known === undefined || known.kind === 'ratio' || unit === '%';
  if (family === 'percent' || family === 'permille') return unit === (family === 'percent' ? '%' : '‰');
  return known === undefined || known.kind === 'other' || known.kind === 'percent';
}
