// Made-up quiz items of every kind, for tests.
import type {
  FillInItem,
  Item,
  ItemBase,
  ItemId,
  KeyPoint,
  OrderItem,
  SeveralItem,
  ShortAnswerItem,
  SingleItem,
} from '../../src/quiz/types.ts';
import type { Citation } from '../../src/types.ts';
import { citation } from '../chat/made-up.ts';

export const LIUXI = '云岭省清河市柳溪区';
export const TASHAN = '云岭省塔山县';

/** What every made-up item has; `n` tells items apart. */
function base(n: number, fields: Partial<ItemBase>): ItemBase {
  const own: Citation = citation(1);
  return {
    id: `item-${n}` as ItemId,
    subject: 'figure',
    question: `2031年，柳溪区新建了多少处第${n}类公园？`,
    explanation: `第${n}类公园的解释。`,
    citation: own,
    spanHash: `span-${n}`,
    district: LIUXI,
    topic: '城市更新',
    ...fields,
  };
}

/** Right: B. */
export function single(n: number, fields: Partial<SingleItem> = {}): SingleItem {
  return { ...base(n, fields), kind: 'single', options: ['10处', '12处', '15处'], correct: 1, ...fields };
}

/** Right: 正确. */
export function trueFalse(n: number, fields: Partial<SingleItem> = {}): SingleItem {
  return { ...base(n, fields), kind: 'true-false', options: ['正确', '错误'], correct: 0, ...fields };
}

/** Right: A and C. */
export function several(n: number, fields: Partial<SeveralItem> = {}): SeveralItem {
  return { ...base(n, fields), kind: 'several', options: ['甲', '乙', '丙', '丁'], correct: [0, 2], ...fields };
}

/** Right: C, A, B. */
export function order(n: number, fields: Partial<OrderItem> = {}): OrderItem {
  return { ...base(n, fields), kind: 'order', options: ['联审', '验收', '申报'], correct: [2, 0, 1], ...fields };
}

export function fillIn(n: number, fields: Partial<FillInItem> = {}): FillInItem {
  return { ...base(n, fields), kind: 'fill-in', accepted: ['120处'], ...fields };
}

const point = (text: string): KeyPoint => ({ text, citation: citation(1) });

export function shortAnswer(n: number, fields: Partial<ShortAnswerItem> = {}): ShortAnswerItem {
  const keyPoints = [point('建立清单制度'), point('配备首席服务员'), point('每周召开早餐会')] as const;
  return { ...base(n, fields), kind: 'short-answer', keyPoints, ...fields };
}

/** `count` single-choice items, in turn of the two districts. */
export function manyItems(count: number): Item[] {
  return Array.from({ length: count }, (_, n) => single(n, { district: n % 2 === 0 ? LIUXI : TASHAN }));
}
