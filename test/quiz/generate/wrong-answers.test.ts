// Wrong answers are wrong: nothing that is said of the district anywhere may be one, and nothing in its look gives one away.
import { describe, expect, test } from 'vitest';
import { formOf, poolsOf } from '../../../src/quiz/generate/pools.ts';
import { sourcesOf } from '../../../src/quiz/generate/statements/sources.ts';
import { namesLike, wrongFigures } from '../../../src/quiz/generate/wrong-answers.ts';
import { LIBRARY, libraryOf } from '../made-up-cases.ts';
import { poolsWith } from '../made-up-neighbours.ts';

const sources = sourcesOf(LIBRARY, null);
const pools = poolsOf(sources);
const facts = LIBRARY.facts();

describe('wrong figures', () => {
  test('are of the same form and magnitude, none near the right one', () => {
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

  test('are none that the question or its sentence holds', () => {
    const [fact] = facts.filter(({ surface }) => surface === '34个');
    if (!fact) throw new Error('no such fact');
    const [nearest = ''] = wrongFigures(fact, '', pools);
    expect(nearest).not.toBe('');
    expect(wrongFigures(fact, `另有${nearest}`, pools)).not.toContain(nearest);
  });
});

describe('a wrong name', () => {
  test('is that of a like initiative of another district', () => {
    const { pools, source, initiative } = poolsWith('');
    expect(namesLike(initiative, source, pools).sort()).toEqual(['商户管家', '果园管家', '楼栋管家']);
  });

  test('is none that any report says of this district', () => {
    const { pools, source, initiative } = poolsWith('这里也有“果园管家”。');
    expect(namesLike(initiative, source, pools)).not.toContain('果园管家');
  });
});

const LIUAN = '云岭省清河市柳岸区';
const OTHERS = [
  ['b', '云岭省清河市砚山县', '乙', '砚山县开展“五大行动”，推行“四看四比”活动，实施“三转三提”活动，打造“三大场景”。'],
  [
    'c',
    '云岭省泽川市荷园区',
    '丙',
    '荷园区开展“八大行动”，推行“两查两改”活动，实施“1246”工程，建立“一键报、一线查”工作机制。',
  ],
] as const;

function liken(text: string): string[] {
  const pools = poolsOf(sourcesOf(libraryOf([['a', LIUAN, '甲', text], ...OTHERS]), null));
  const [source] = pools.on(LIUAN);
  const initiative = pools.initiatives.find((each) => each.source === source);
  if (!source || !initiative) throw new Error('no initiative');
  return namesLike(initiative, source, pools).sort();
}

describe('wrong names', () => {
  test('of a numbered name count the same noun', () => {
    expect(liken('柳岸区开展“六大行动”。')).toEqual(['五大行动', '八大行动']);
  });

  test('of a slogan are built as it is', () => {
    expect(liken('柳岸区开展“三进五访”活动。')).toEqual(['三转三提', '两查两改', '四看四比']);
  });

  test('are none for two characters that say by themselves what they stand for', () => {
    expect(liken('柳岸区完善“轮值”机制。')).toEqual([]);
    expect(liken('柳岸区引进“四新”项目。')).toEqual([]);
  });

  test('of a list have as many parts and are called the same', () => {
    expect(liken('柳岸区建立“一门进、一窗办、一次结”工作机制。')).toEqual([]);
  });
});
