import { expect, test } from 'vitest';
import { comparedPoints, scoreOfPiece, turnsDirection } from '../../../src/quiz/grade/point-score.ts';

const POINTS = ['建立企业用工清单', '组织校企对接', '发放稳岗补贴'];

function scoresOf(text: string, points: readonly string[] = POINTS, denials = 0): number[] {
  const compared = comparedPoints(points, '');
  return compared.map((point) =>
    scoreOfPiece({ text, denials }, point, { siblings: compared.filter((other) => other !== point), asked: '' }),
  );
}

test('a point scores highest with its own words, in any order', () => {
  expect(scoresOf('发放稳岗补贴')).toEqual([0, 0, 1]);
  expect(scoresOf('组织了校企的对接')[1]).toBeGreaterThan(0.7);
  expect(scoresOf('用工清单')[0]).toBe(1);
});

test('a word that is exchanged costs more than one that is left out', () => {
  expect(scoresOf('发放购房津贴')[2]).toBeLessThan(0.6);
  expect(scoresOf('发放购房补贴')[2]).toBeLessThan(0.6);
});

test('what tells another point bars this one', () => {
  const points = ['北部大城区', '南部大园区'];
  expect(Math.max(...scoresOf('南部大城区', points))).toBeLessThan(0.6);
  expect(scoresOf('大城区', points)).toEqual([1, expect.any(Number)]);
});

test('a denied piece makes no point, and one makes a point that is a denial', () => {
  expect(scoresOf('发放稳岗补贴', POINTS, 1)).toEqual([0, 0, 0]);
  expect(scoresOf('不再收费', ['不再收费', '上门服务'], 1)[0]).toBe(1);
});

test('another figure and the opposite direction contradict', () => {
  expect(scoresOf('社区食堂21处', ['社区食堂12处', '公园20个'])).toEqual([0, 0]);
  expect(turnsDirection('信访量上升30%', '信访量下降30%')).toBe(true);
  expect(turnsDirection('信访量减少30%', '信访量下降30%')).toBe(false);
});
