import { describe, expect, test } from 'vitest';
import { grade } from '../../../src/quiz/grade/grade.ts';
import { gradePoints, pointsMade } from '../../../src/quiz/grade/key-points.ts';
import { pick } from '../../../src/quiz/random-choice.ts';
import { shortAnswer } from '../made-up-items.ts';

/** Enumerations as reports have them: with shared heads and ends, short names, single characters, one inside another. */
const LISTS: readonly (readonly string[])[] = [
  ['建立水位异常预警机制', '建立船闸负荷预警机制', '建立渔情变化预警机制'],
  ['进船厂', '进码头', '进渔村'],
  ['听', '记', '查', '复'],
  ['红灯行动', '白帆行动', '蓝桥行动', '绿岸行动'],
  ['以“船管中心”统筹航道资源', '以“渔业学院”统筹教学资源', '以“河长驿站”统筹巡查资源'],
  ['一河', '一河一册', '一册'],
  ['新增泊位12个', '新增泊位120个', '疏浚河道7公里'],
  ['全员懂水', '水运在站长', '站长抓全员'],
];
const OTHERS = ['加强领导，提高认识', '不知道', '推进文旅融合；办好灯会', '栽树三千棵、修路五里'];

function subsets(list: readonly string[]): readonly (readonly boolean[])[] {
  return Array.from({ length: 1 << list.length }, (_, mask) =>
    list.map((_point, index) => ((mask >> index) & 1) === 1),
  );
}

describe('an answer that names k of n points', () => {
  test.each(LISTS)('makes exactly these (%s …)', (...list) => {
    const question = '柳溪区的机制、行动和资源包括哪几项？请逐项写出。';
    for (const chosen of subsets(list)) {
      for (const apart of ['；', '、', '\n', '。']) {
        const answer = list.filter((_, index) => chosen[index]).join(apart) || '不清楚';
        expect(pointsMade(answer, list, question), answer).toEqual(chosen);
      }
    }
  });

  test('whatever words the points are drawn from', () => {
    const heads = ['建立', '健全', '优化', '试点', '推行'];
    const middles = ['渔船登记', '航标巡检', '汛期值守', '码头保洁', '水质抽测', '船工培训', '灯塔维护'];
    for (let seed = 0; seed < 60; seed++) {
      const head = heads[pick(`head ${seed}`, heads.length)];
      const list = middles.filter((middle) => pick(`${middle} ${seed}`, 5) < 3).map((middle) => `${head}${middle}制度`);
      for (const chosen of list.length < 2 ? [] : subsets(list)) {
        const answer = list.filter((_, index) => chosen[index]).join('；');
        expect(pointsMade(answer, list, `柳溪区${head}了哪些制度？`), answer).toEqual(chosen);
      }
    }
  });
});

test.each(LISTS)('the answer to another item, or to none, makes no point (%s …)', (...list) => {
  const others = [...LISTS.filter((other) => other[0] !== list[0]).map((other) => other.join('；')), ...OTHERS];
  for (const answer of others) expect(pointsMade(answer, list).some(Boolean), answer).toBe(false);
});

test('words that the question or every point has make none', () => {
  const [list = []] = LISTS;
  for (const answer of ['预警机制', '建立预警机制', '柳溪区建立了三项预警机制']) {
    expect(pointsMade(answer, list, '柳溪区的“三大预警机制”包括哪几项？')).toEqual([false, false, false]);
  }
});

test('what tells a point is enough, without the words around it', () => {
  const [list = []] = LISTS;
  expect(pointsMade('水位异常、渔情变化', list)).toEqual([true, false, true]);
  expect(pointsMade('船厂，码头，渔村', LISTS[1] ?? [])).toEqual([true, true, true]);
});

test('one of three points does not pass', () => {
  const { citation } = shortAnswer(1);
  const [first = '', second = '', third = ''] = LISTS[0] ?? [];
  const keyPoints = [
    { text: first, citation },
    { text: second, citation },
    { text: third, citation },
  ] as const;
  expect(grade(shortAnswer(1, { keyPoints }), { text: first })).toMatchObject({ isRight: false, share: 1 / 3 });
});

test('a number counts as a whole', () => {
  expect(gradePoints('建成公园120处', ['建成公园12处'])).toEqual({ made: [false], share: 0, highestShare: 0 });
  expect(gradePoints('建成公园十二处', ['建成公园12处'])).toEqual({ made: [true], share: 1, highestShare: 1 });
});

test('a name of four characters is said as a name, not by words scattered over a sentence', () => {
  const list = ['红灯行动', '白帆行动', '蓝桥行动'];
  expect(pointsMade('关于红灯的行动方案已经印发', list)).toEqual([false, false, false]);
  expect(pointsMade('红灯行动', list)).toEqual([true, false, false]);
});
