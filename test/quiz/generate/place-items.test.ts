import { describe, expect, test } from 'vitest';
import { districtDraft } from '../../../src/quiz/generate/place-items.ts';
import { poolsOf } from '../../../src/quiz/generate/pools.ts';
import { sourcesOf } from '../../../src/quiz/generate/statements/sources.ts';
import { ITEMS, libraryOf } from '../made-up-cases.ts';
import { PRACTISING } from '../made-up-neighbours.ts';

const LIUAN = '云岭省清河市柳岸区';

describe('a wrong district', () => {
  test('is none whose reports name the initiative', () => {
    const library = libraryOf([
      ['a', LIUAN, '甲', '柳岸区在老城推行“项目管家”制度，企业少跑腿。'],
      ['b', '云岭省清河市砚山县', '乙', '砚山县学习“项目管家”。'],
      ['c', '云岭省泽川市荷园区', '丙', '荷园区。'],
      ['d', '云岭省泽川市双塔新区', '丁', '双塔新区。'],
    ]);
    const pools = poolsOf(sourcesOf(library, null));
    const [initiative] = pools.initiatives;
    const [draft] = initiative ? districtDraft(initiative, pools) : [];
    expect(draft?.kind === 'single' && [...draft.distractors].sort()).toEqual(['双塔新区', '荷园区']);
  });

  test('is not asked for where the question holds part of the right one', () => {
    const text = '柳岸区在柳岸老街推行“项目管家”制度，企业少跑腿。';
    const library = libraryOf([['a', LIUAN, '甲', text], ...PRACTISING]);
    const pools = poolsOf(sourcesOf(library, null));
    const initiative = pools.initiatives.find(({ name }) => name === '项目管家');
    expect(initiative && districtDraft(initiative, pools)).toEqual([]);
  });
});

describe('a question for the district', () => {
  test('names none and holds no part of its name', () => {
    for (const item of ITEMS) {
      if (item.subject !== 'district-of-practice') continue;
      expect(item.question).not.toMatch(/柳岸|砚山|荷园|双塔/u);
      expect(item.citation.quote).toContain(item.kind === 'single' ? item.options[item.correct] : '');
    }
  });

  test('names the years of all to choose from, so that none is told by its own', () => {
    const asked = ITEMS.filter(({ subject }) => subject === 'district-of-practice');
    expect(asked.length).toBeGreaterThan(0);
    for (const { question } of asked) expect(question).toMatch(/^据2030年各区县的报告，/u);
  });

  test('is not told by how many there are of something', () => {
    const library = libraryOf([
      [
        'a',
        LIUAN,
        '甲',
        '柳岸区投入资金改造老街小区，打造小餐饮“三亮三洁”路段30条。柳岸区在老城推行“项目管家”制度，企业少跑腿。',
      ],
      ...PRACTISING,
    ]);
    const pools = poolsOf(sourcesOf(library, null));
    const draftsFor = (sought: string): number => {
      const initiative = pools.initiatives.find(({ name }) => name === sought);
      return initiative ? districtDraft(initiative, pools).length : -1;
    };
    expect(draftsFor('三亮三洁')).toBe(0);
    expect(draftsFor('项目管家')).toBe(1);
  });
});
