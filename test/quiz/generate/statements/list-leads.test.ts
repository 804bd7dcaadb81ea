import { describe, expect, test } from 'vitest';
import { leadListsIn } from '../../../../src/quiz/generate/statements/list-leads.ts';
import { sourceOf } from '../../made-up-cases.ts';

const listsIn = (text: string): object[] =>
  leadListsIn(sourceOf(text)).map(({ name, items, isSequence }) => ({
    name,
    labels: items.map(({ label }) => label),
    isSequence,
  }));

const HEADING = '柳岸区近况\n\n一、把市场管起来\n';

describe('a list over several sentences', () => {
  test('is named by what the sentence before counts', () => {
    expect(listsIn(`${HEADING}柳岸区推出两项治理举措。\n一是划线定位，车有车位。\n二是错时经营，人有时段。`)).toEqual([
      { name: '两项治理举措', labels: ['划线定位', '错时经营'], isSequence: false },
    ]);
  });

  test('is named by its heading where no sentence counts it', () => {
    expect(listsIn(`${HEADING}市场这样管。\n一是划线定位，车有车位。\n二是错时经营，人有时段。`)).toEqual([
      { name: '把市场管起来', labels: ['划线定位', '错时经营'], isSequence: false },
    ]);
  });

  test('is none where its labels are watchwords', () => {
    expect(listsIn(`${HEADING}市场这样管。\n一是突出改革创新，敢为人先。\n二是强化责任担当，一抓到底。`)).toEqual([]);
  });

  test('of steps is a sequence', () => {
    expect(
      listsIn(`${HEADING}流程如下。\n第一步，居民提出需求。\n第二步，社区汇总清单。\n第三步，街道派单办理。`),
    ).toEqual([
      {
        name: '把市场管起来',
        labels: ['居民提出需求', '社区汇总清单', '街道派单办理'],
        isSequence: true,
      },
    ]);
  });

  test('is none where the numbers do not follow each other or there is one alone', () => {
    expect(listsIn(`${HEADING}一是划线定位，车有车位。\n三是错时经营，人有时段。`)).toEqual([]);
    expect(listsIn(`${HEADING}一是划线定位，车有车位。`)).toEqual([]);
  });
});
