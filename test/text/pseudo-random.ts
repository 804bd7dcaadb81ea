// Seeded randomness for property tests: the same seed gives the same cases on every machine.

/** Picks from what it is given; each call moves on. */
export interface Picker {
  /** A whole number, 0 … limit − 1. */
  below(limit: number): number;
  /** One of the items. */
  one<Item>(items: readonly Item[]): Item;
}

/** A picker from a seed (mulberry32). */
export function picker(seed: number): Picker {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  return {
    below,
    one: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
  };
}

const PIECES = [
  '全区',
  '企业',
  '完成',
  '投资',
  '新增',
  '，',
  '。',
  '；',
  '、',
  '\n',
  '去年',
  '今年',
  '2016年',
  '9月1日',
  '9月底',
  '上半年',
  '一季度',
  '本月底',
  '三年来',
  '截至',
  '12',
  '1,234',
  '3.5',
  '两',
  '三四百',
  '十多',
  '百余',
  '万',
  '亿',
  '元',
  '个',
  '家',
  '%',
  '亩',
  '平方公里',
  '第16位',
  '翻一番',
  '三分之一',
  '七成',
  '百分之八',
  '“十四五”',
  '２０１６年',
  '去年９月',
  'GDP',
  '5G',
  'ABC',
  '〔',
  '〕',
  '近',
  '约',
  '以上',
  '—',
  '至',
  '前',
  '后',
  '年',
  '月',
  '日',
  '底',
  '😀',
  ' ',
  '增長',
  '萬',
  '億',
  '點',
];

/** A text of random pieces that look like a report's, valid or not. */
export function scramble(pick: Picker, pieces: number): string {
  return Array.from({ length: pieces }, () => pick.one(PIECES)).join('');
}
