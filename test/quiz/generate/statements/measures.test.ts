import { describe, expect, test } from 'vitest';
import {
  keyPointsOf,
  measuresFrom,
  resultsFrom,
  roleClausesOf,
  standsAlone,
} from '../../../../src/quiz/generate/statements/measures.ts';
import { sourceOf } from '../../made-up-cases.ts';

const SOURCE = sourceOf('柳岸区近况。');
const LINE =
  '针对老旧小区停车难的问题，柳岸区组织专班逐户走访，通过拆除违建，腾出泊位，惠及居民2.4万户，促进邻里和睦。';
const CLAUSES = roleClausesOf(LINE, SOURCE);

describe('the clauses of a sentence', () => {
  test('say what for, how, what and with what result', () => {
    expect(CLAUSES.map(({ role }) => role)).toEqual(['problem', 'measure', 'means', 'measure', 'result', 'effect']);
    expect(CLAUSES[1]?.text).toBe('组织专班逐户走访');
  });

  test('give the measures with their means, up to the results', () => {
    expect(measuresFrom(CLAUSES, 1)).toEqual({ points: ['组织专班逐户走访', '通过拆除违建，腾出泊位'], next: 4 });
    expect(resultsFrom(CLAUSES, 4)).toEqual(['惠及居民2.4万户']);
  });
});

describe('key points', () => {
  test('are whole and could not be said of every district', () => {
    expect(keyPointsOf(['组织专班逐户走访', '对接楼长收集意见'])).not.toBeNull();
    expect(keyPointsOf(['组织专班逐户走访', '加强体制创新'])).toBeNull();
    expect(keyPointsOf(['组织专班逐户走访', '因地制宜、分类施策'])).toBeNull();
    expect(keyPointsOf(['组织专班逐户走访', '组织专班逐户走访'])).toBeNull();
  });

  test('point at nothing and are not torn', () => {
    expect(standsAlone('推行“项目管家”制度')).toBe(true);
    for (const text of ['推行“项目管家', '并推行该制度', '打造了集展示、销售的'])
      expect(standsAlone(text), text).toBe(false);
  });
});
