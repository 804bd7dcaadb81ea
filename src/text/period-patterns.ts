// How reports write periods, as patterns over folded text. What they mean is decided in periods.ts.
import { UNIT_PATTERN } from './units.ts';

const HAN_DIGITS = '一二三四五六七八九';
const MONTH = `(?:1[0-2]|0?[1-9]|十[一二]?|[${HAN_DIGITS}])`;
const DAY = `(?:[12]\\d|3[01]|0?[1-9]|[二三]?十[${HAN_DIGITS}]?|[${HAN_DIGITS}])`;
const TO = '\\s?[-~至到]{1,2}\\s?';
const NOT_AFTER_NUMBER = `(?<![\\d.${HAN_DIGITS}十百千万几数]|第)`;
const YEAR_NUMBER = '(?:1[0-9]|20)\\d{2}';

/** Words for a year or its part, and how far they lie from the report's own: 去年 is −1. */
export const NAMED_YEARS: ReadonlyMap<string, number> = new Map([
  ['大前年', -3],
  ['前年', -2],
  ['去年', -1],
  ['上年', -1],
  ['今年', 0],
  ['本年', 0],
  ['明年', 1],
  ['后年', 2],
]);

/** Words for a month, and how far they lie from the report's own. */
export const NAMED_MONTHS: ReadonlyMap<string, number> = new Map([
  ['上月', -1],
  ['上个月', -1],
  ['本月', 0],
  ['下月', 1],
  ['下个月', 1],
]);

/** Words for a day, and how far they lie from the report's own. */
export const NAMED_DAYS: ReadonlyMap<string, number> = new Map([
  ['前天', -2],
  ['昨天', -1],
  ['昨日', -1],
  ['今天', 0],
  ['今日', 0],
  ['明天', 1],
  ['明日', 1],
]);

// Each word with the neighbours that make it part of another one: 目前年轻人, 文明年度, 日本年均, 以上年龄.
const NAMED_YEAR =
  '大前年|(?<![目以此当之提空产史])前年(?![轻龄均产销级会味画])|(?<![过失])去年(?![轻龄均])|(?<![以海马])上年(?![轻龄纪])|' +
  '今年(?![轻龄])|(?<![基成资日版样根])本年(?![轻龄均级])|(?<![文光透说证声表])明年|(?<![以此然最前成产用行营])后年(?![轻龄])';

const HEAD = `(?:(?<year>${YEAR_NUMBER})\\s?年(?:度(?!假))?|(?<hanYear>[一二][〇零${HAN_DIGITS}]{3})年|(?<named>${NAMED_YEAR})度?)`;

const TAILS = [
  '(?<half>[上下])半年(?!度?报)',
  '第?\\s?(?<quarter>[一二三四1-4])\\s?季(?:度|(?<=第\\s?[一二三四1-4]\\s?季))',
  '前(?<quarters>[两二三23])个?季度',
  `[前头](?<firstMonths>1[01]|[2-9]|十一?|[两二三四五六七八九])个月`,
  `(?<fromMonth>${MONTH})\\s?(?:月份?)?${TO}(?<toMonth>${MONTH})\\s?月份?(?![\\d一二三])`,
  `(?<month>${MONTH})\\s?月(?![龄饼嫂光球亮薪租季均子活])份?(?:\\s?(?<day>${DAY})\\s?[日号](?!线)(?:${TO}(?<toDay>${DAY})\\s?[日号])?)?(?<monthPart>[上中下]旬|[底末](?!层)|初(?![中高级]))?`,
];

/** A year with an optional part of it: 2016年9月1日, 去年底, 今年1—4月, 去年同期. */
export const YEAR_WITH_PART = new RegExp(
  `(?<!\\d)${HEAD}(?:\\s?的?(?<tail>${TAILS.join('|')}|年?(?<yearPart>[底末终](?!层)|初(?![中高级]))|同期))?`,
  'g',
);

/** A part of a year that names no year: 9月1日, 上半年, 一季度, 前4个月, 年底. */
export const PART_ALONE = new RegExp(
  `${NOT_AFTER_NUMBER}(?<tail>${TAILS.join('|')}|(?<![今去前明本上每全学财周当同几多年])年(?<yearPart>[底末](?!层)|初(?![中高级])))`,
  'g',
);

/** All of a year, in a question: 全年. */
export const WHOLE_YEAR = /全年(?!龄|级|无休)/g;

/** 本月底, 上个月, 下月5日. */
export const NAMED_MONTH = new RegExp(
  `(?<![日以海])(?<name>本月|上个?月|下个?月)(?:(?<day>${DAY})[日号])?(?<monthPart>[上中下]旬|[底末初])?`,
  'g',
);

/** 昨天, 今日. */
export const NAMED_DAY = /(?<name>前天|昨[天日]|今[天日](?!头条|说法)|明天)/g;

/** 2014—2016年, 2016年至2018年, 2016-2018. */
export const YEAR_RANGE = new RegExp(
  `(?<!\\d)(?<from>${YEAR_NUMBER})\\s?年?${TO}(?<to>${YEAR_NUMBER})(?!\\d|-\\d)(?:\\s?年度?)?`,
  'g',
);

/** 2017-05-28, 2017.5.28, 2017/5/28 and 2017-05. */
export const NUMERIC_DATE =
  /(?<![\d.])(?<year>(?:19|20)\d{2})(?<mark>[-/.])(?<month>1[0-2]|0?[1-9])(?:\k<mark>(?<day>[12]\d|3[01]|0?[1-9]))?(?![\d.])/g;

/** “十四五”: the five-year plans. */
export const FIVE_YEAR_PLAN =
  /(?<=["'])十(?<plan>[一二三四五六七])五(?=["'])|十(?<bare>[一二三四五六七])五(?=时期|规划|期间|以来|末|开局|收官)/g;

/** 上世纪九十年代, 80年代. */
export const DECADE =
  /(?:上世纪|20世纪|二十世纪)?(?<!\d)(?:(?<digits>[5-9])0|(?<from>[五六七八])?(?<han>[五六七八九])十)年代(?:初期?|末期?|中期)?/g;

/** 三年来, 近五年, 过去3年. */
export const LAST_YEARS = new RegExp(
  `(?:(?<![最附邻])近|最近|过去|这)?(?<!\\d)(?<years>\\d{1,2}|[两二三四五六七八九十]{1,2})(?:多|余)?年(?:以?来)`.concat(
    `|(?:(?<![附邻])近|最近|过去)(?<pastYears>\\d{1,2}|[两二三四五六七八九十]{1,2})(?:个)?年(?![级代轻])`,
  ),
  'g',
);

/** 2018 without 年, as questions have it: never a figure with a unit. */
export const BARE_YEAR = new RegExp(
  `(?<![\\d.,a-z$¥#+/-]|no )(?<year>(?:19[5-9]|20[0-4])\\d)(?![\\d/%+-]|[.,]\\d|\\s?(?:${UNIT_PATTERN}|[年余多十百千万亿月号版]))`,
  'g',
);
