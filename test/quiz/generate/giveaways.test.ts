// What would tell whose report it is: nothing of it may stand where the district is asked for or altered.
import { describe, expect, test } from 'vitest';
import { placeTeller, withoutPeriod } from '../../../src/quiz/generate/giveaways.ts';
import { poolsOf } from '../../../src/quiz/generate/pools.ts';
import { sourcesOf } from '../../../src/quiz/generate/statements/sources.ts';
import { ITEMS, LIBRARY } from '../made-up-cases.ts';

const tellsPlace = placeTeller(sourcesOf(LIBRARY, null));

describe('a place', () => {
  test.each([
    ['柳岸区推行制度', '其名'],
    ['打造“品质清河”', '市的简称'],
    ['打造“泽川速度”', '另一市的简称'],
    ['推出“‘柳’您满意”服务', '名中一字'],
    ['领跑长三角', '地带'],
    ['推出石桥街道“开放式”管理', '街道'],
    ['整治清姜河两岸', '河名'],
    ['构建管委会领导的体制', '开发区才有的机构'],
  ])('is told by %s (%s)', (words) => {
    expect(tellsPlace(words)).toBe(true);
  });

  test.each(['推行“项目管家”制度', '把任务分到各个街道', '实行河长制', '打造“一街一品”'])(
    'is not told by %s',
    (words) => {
      expect(tellsPlace(words)).toBe(false);
    },
  );
});

describe('the period that heads a statement', () => {
  test.each([
    ['据2029年的报告，柳岸区推行制度', '柳岸区推行制度'],
    ['2029年9月，柳岸区启动行动', '柳岸区启动行动'],
    ['2029年以来，柳岸区坚持理念', '柳岸区坚持理念'],
  ])('is left out of %s', (text, rest) => {
    expect(withoutPeriod(text)).toBe(rest);
  });

  test('leaves nothing to ask where a year stands further behind', () => {
    expect(withoutPeriod('据2029年的报告，柳岸区为2030年开局')).toBeNull();
  });
});

describe('a question', () => {
  const asked = ITEMS.filter(({ subject }) => subject === 'district-of-practice');

  test('for the district names no year and no place', () => {
    expect(asked.length).toBeGreaterThan(0);
    for (const { question } of asked) {
      // The years of all districts to choose from tell none.
      expect(question.replace(/^据2030年各区县的报告，/u, '')).not.toMatch(/\d{4}年/u);
      expect(tellsPlace(question), question).toBe(false);
    }
  });

  test('for the district is explained by words that show the initiative', () => {
    const { initiatives } = poolsOf(sourcesOf(LIBRARY, null));
    for (const { question, explanation } of asked) {
      const names = initiatives.map(({ name }) => name).filter((name) => question.includes(name));
      expect(names.some((name) => explanation.includes(name))).toBe(true);
    }
  });
});
