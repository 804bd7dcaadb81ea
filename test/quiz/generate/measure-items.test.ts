import { describe, expect, test } from 'vitest';
import type { Item } from '../../../src/quiz/types.ts';
import { COUNTING, itemsOn } from '../made-up-neighbours.ts';

const told = (text: string, subject: Item['subject']) =>
  itemsOn(text, COUNTING).flatMap((item) =>
    item.kind === 'short-answer' && item.subject === subject
      ? [{ question: item.question, points: item.keyPoints.map((point) => point.text) }]
      : [],
  );

describe('what was done about a problem', () => {
  const TEXT = '针对老旧小区停车难的问题，柳岸区组织专班逐户走访，拆除违建腾出泊位。';

  test('is asked for with the problem, and told in what follows', () => {
    expect(told(TEXT, 'measures-for-problem')).toEqual([
      {
        question: '据2030年的报告，针对老旧小区停车难的问题，柳岸区采取了哪些做法？',
        points: ['组织专班逐户走访', '拆除违建腾出泊位'],
      },
    ]);
  });

  test('is a case where three things were done', () => {
    const [item] = told(TEXT.replace('。', '，聘请楼长管理泊位。'), 'case');
    expect(item?.question).toContain('可借鉴其中哪些做法');
    expect(item?.points).toHaveLength(3);
  });

  test('is not asked for where another did it, or where it is planned', () => {
    expect(told(TEXT.replace('柳岸区', '云锦公司'), 'measures-for-problem')).toEqual([]);
    expect(told(`下一步，${TEXT}`, 'measures-for-problem')).toEqual([]);
  });
});

test('what came of a measure is told in its results', () => {
  const text = '2029年，柳岸区推行“项目管家”制度，服务企业126家，办理事项1860件。';
  expect(told(text, 'results')).toEqual([
    { question: expect.stringContaining('取得了哪些成效'), points: ['服务企业126家', '办理事项1860件'] },
  ]);
});

describe('what a practice is', () => {
  test('is told by the clauses that go on from its name', () => {
    const text = '柳岸区推行“项目管家”制度，选派干部驻点服务，每周上门收集诉求，促进项目落地。';
    expect(told(text, 'meaning')).toEqual([
      {
        question: expect.stringContaining('“项目管家”制度是怎样做的'),
        points: ['选派干部驻点服务', '每周上门收集诉求'],
      },
    ]);
  });

  test('is not told by other measures beside it', () => {
    expect(told('柳岸区推行“项目管家”制度，设立应急资金500万元，出台稳岗政策。', 'meaning')).toEqual([]);
  });

  test('is for an aim that others did not have', () => {
    const others = [
      ['b', '云岭省清河市砚山县', '乙', '为提高果农种植的技术水平，砚山县开展“春苗行动”。'],
      ['c', '云岭省泽川市荷园区', '丙', '为方便社区老人就近吃饭，荷园区推行“暖巢”制度。'],
      ['d', '云岭省泽川市双塔新区', '丁', '为帮助创业团队落户园区，双塔新区推行“星火”制度。'],
    ] as const;
    const items = itemsOn('为减少企业办事来回跑动，柳岸区推行“项目管家”制度。', others);
    const [item] = items.filter(({ subject }) => subject === 'purpose');
    expect(item?.question).toBe('据2030年的报告，柳岸区的“项目管家”制度，主要是为了什么？');
    expect(item?.kind === 'single' && item.options[item.correct]).toBe('减少企业办事来回跑动');
  });
});
