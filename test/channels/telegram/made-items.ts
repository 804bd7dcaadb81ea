// Made-up quiz items, for tests of how they are put and answered.
import type { Item, ItemId, OrderItem, SeveralItem, SingleItem } from '../../../src/quiz/types.ts';
import { citation } from '../../chat/fixtures.ts';

const base = (id: string) => ({
  id: id as ItemId,
  subject: 'figure' as const,
  citation: citation(1),
  spanHash: `hash-${id}`,
  district: '云岭省清河市柳溪区',
  topic: '公园',
});

/** A choice of three; the second is right. */
export function single(n: number, fields: Partial<SingleItem> = {}): SingleItem {
  const options = [`${n}1处`, `${n}2处`, `${n}3处`];
  const question = `柳溪区2031年第${n}批新建公园多少处？`;
  return {
    ...base(`single-${n}`),
    kind: 'single',
    question,
    explanation: `新建${n}2处。`,
    options,
    correct: 1,
    ...fields,
  };
}

/** Two of four are right. */
export function several(n: number, fields: Partial<SeveralItem> = {}): SeveralItem {
  const options = ['植树', '修路', '挖湖', '铺草'].map((part) => `${part}${n}`);
  const question = `柳溪区第${n}批公园包括哪些工程？`;
  return {
    ...base(`several-${n}`),
    kind: 'several',
    question,
    explanation: '植树与挖湖。',
    options,
    correct: [0, 2],
    ...fields,
  };
}

/** Three steps to be put in order. */
export function order(n: number): OrderItem {
  const question = `柳溪区第${n}批公园的建设步骤依次是？`;
  return {
    ...base(`order-${n}`),
    kind: 'order',
    question,
    explanation: '先选址。',
    options: ['验收', '选址', '施工'],
    correct: [1, 2, 0],
  };
}

/** A blank to be filled in. */
export function fillIn(n: number): Item {
  const question = `柳溪区2031年新建公园____处（第${n}批）。`;
  return { ...base(`fill-in-${n}`), kind: 'fill-in', question, explanation: '新建12处。', accepted: ['12'] };
}
