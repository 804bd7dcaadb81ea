// Each kind of item from one made-up text: what is asked, what is right, what is left out.
import { describe, expect, test } from 'vitest';
import { formOf, poolsOf } from '../../../src/quiz/generate/pools.ts';
import { findOfficials } from '../../../src/quiz/generate/statements/officials.ts';
import { sourcesOf } from '../../../src/quiz/generate/statements/sources.ts';
import { wrongFigures } from '../../../src/quiz/generate/wrong-answers.ts';
import type { Item } from '../../../src/quiz/types.ts';
import { ITEMS, LIBRARY, sourceOf } from '../made-up-cases.ts';

const asking = (words: string): Item[] => ITEMS.filter(({ question }) => question.includes(words));
const sources = sourcesOf(LIBRARY, null);
const pools = poolsOf(sources);
const facts = LIBRARY.facts();

describe('figures', () => {
  test('are asked for with their unit in the options', () => {
    const [item] = ITEMS.filter(({ kind, subject }) => kind === 'single' && subject === 'figure');
    expect(item).toMatchObject({ question: '2029年，柳岸区新引进亿元以上项目（　）。' });
    expect(item?.kind === 'single' && item.options.every((option) => /^\d+个$/u.test(option))).toBe(true);
  });

  test('are typed as a number, with or without the unit', () => {
    const [item] = ITEMS.filter(({ kind, subject }) => kind === 'fill-in' && subject === 'figure');
    expect(item?.question).toContain('____');
    expect(item?.kind === 'fill-in' && item.accepted).toHaveLength(2);
  });

  test('have wrong answers of the same form and magnitude, none near the right one', () => {
    for (const fact of facts) {
      for (const wrong of wrongFigures(fact, '', pools)) {
        const value = Number.parseFloat(wrong);
        const right = Number.parseFloat(fact.surface);
        expect(formOf(wrong)).toBe(formOf(fact.surface));
        expect(value / right).toBeLessThanOrEqual(5);
        expect(right / value).toBeLessThanOrEqual(5);
        expect(Math.abs(value - right) / Math.max(value, right)).toBeGreaterThan(0.03);
      }
    }
  });

  test('have no wrong answer that the question or its sentence holds', () => {
    const [fact] = facts.filter(({ surface }) => surface === '34个');
    if (!fact) throw new Error('no such fact');
    const [nearest = ''] = wrongFigures(fact, '', pools);
    expect(nearest).not.toBe('');
    expect(wrongFigures(fact, `另有${nearest}`, pools)).not.toContain(nearest);
  });
});

describe('names', () => {
  test('of officials come with their office and district', () => {
    const found = sources.flatMap((source) => findOfficials(source).map(({ name, office }) => `${office} ${name}`));
    expect(found).toEqual(['柳岸区委书记 陈望舒', '荷园区科技局局长 林一帆', '双塔新区党工委书记 宋清川']);
    expect(asking('柳岸区委书记是谁')).toHaveLength(1);
  });

  test('that may go on with 和 are left out', () => {
    expect(findOfficials(sourceOf('柳岸区委书记宋清和到企业调研。'))).toEqual([]);
  });

  test('of which an office has two are left out', () => {
    expect(findOfficials(sourceOf('柳岸区委书记陈望舒表示赞成。\n柳岸区委书记李建业表示反对。'))).toEqual([]);
  });

  test('of an initiative are typed together with what it is called', () => {
    const [item] = ITEMS.flatMap((one) => (one.kind === 'fill-in' && one.accepted[0] === '果园管家' ? [one] : []));
    expect(item?.accepted).toContain('果园管家服务模式');
  });
});

describe('districts and initiatives', () => {
  test('a question for the district names none and holds no part of its name', () => {
    for (const item of ITEMS) {
      if (item.subject !== 'district-of-practice') continue;
      expect(item.question).not.toMatch(/柳岸|砚山|荷园|双塔/u);
      expect(item.citation.quote).toContain(item.kind === 'single' ? item.options[item.correct] : '');
    }
  });

  test('every named initiative is asked about', () => {
    const shown = JSON.stringify(ITEMS);
    for (const { name } of pools.initiatives) expect(shown).toContain(name);
  });
});

describe('dates', () => {
  test('are asked for where they date one event', () => {
    const dates = ITEMS.filter(({ subject }) => subject === 'date');
    expect(dates.map((item) => (item.kind === 'single' ? item.options[item.correct] : ''))).toEqual(
      expect.arrayContaining(['2029年9月', '2029年10月', '2028年6月']),
    );
  });

  test('have no wrong answer later than the report', () => {
    for (const item of ITEMS) {
      if (item.subject !== 'date' || item.kind !== 'single') continue;
      for (const option of item.options) expect(Number.parseInt(option, 10)).toBeLessThanOrEqual(2030);
    }
  });
});

describe('parts', () => {
  test('of a flow are put in order', () => {
    const [item] = ITEMS.flatMap((one) => (one.kind === 'order' ? [one] : []));
    expect(item?.correct.map((index) => item.options[index])).toEqual(['议', '选', '建', '评']);
  });

  test('of a list over several sentences are told, each with its own quote', () => {
    const [item] = ITEMS.flatMap((one) =>
      one.kind === 'short-answer' && one.question.includes('把服务送到家') ? [one] : [],
    );
    expect(item?.keyPoints.map(({ text }) => text)).toEqual(['政府建场地', '企业管运营', '邻里当评委']);
    expect(new Set(item?.keyPoints.map(({ citation }) => citation.quote)).size).toBe(3);
  });

  test('what is not one of them stands in the report of another district', () => {
    const odd = ITEMS.flatMap((one) => (one.kind === 'single' && one.subject === 'not-one-of' ? [one] : []));
    expect(odd.length).toBeGreaterThan(0);
    for (const { options, correct, district } of odd) {
      const option = options[correct] ?? '';
      const tellers = [...LIBRARY.reports.values()].filter(({ id }) => LIBRARY.textOf(id).includes(option));
      expect(tellers.map((report) => report.district)).not.toContain(district);
      expect(tellers.length).toBeGreaterThan(0);
    }
  });
});

describe('right or wrong', () => {
  test('what is wrong differs from the report in one place', () => {
    for (const item of ITEMS) {
      if (item.kind !== 'true-false' || item.correct === 0) continue;
      const said = item.question.replace(/^判断正误：(?:据[^，]*的报告，)?|。$/gu, '');
      expect(item.citation.quote).not.toContain(said);
    }
  });
});
