// Wrong answers are wrong: nothing that is said of the district anywhere may be one.
import { describe, expect, test } from 'vitest';
import { actionDrafts } from '../../../src/quiz/generate/action-items.ts';
import { foreignParts } from '../../../src/quiz/generate/part-items.ts';
import { districtDraft } from '../../../src/quiz/generate/place-items.ts';
import { poolsOf } from '../../../src/quiz/generate/pools.ts';
import { sourcesOf } from '../../../src/quiz/generate/statements/sources.ts';
import { namesLike } from '../../../src/quiz/generate/wrong-answers.ts';
import { libraryOf } from '../made-up-cases.ts';

const LIUAN = '云岭省清河市柳岸区';
const OWN = '柳岸区推行“项目管家”制度。\n柳岸区建立“一门进、一窗办、一次结”工作机制。';
const OTHERS = [
  ['b', '云岭省清河市砚山县', '乙', '砚山县推行“果园管家”制度。\n砚山县建立“一站收、一网管、一家评”工作机制。'],
  ['c', '云岭省泽川市荷园区', '丙', '荷园区推行“楼栋管家”制度。\n荷园区建立“一键报、一线查、一案结”工作机制。'],
  ['d', '云岭省泽川市双塔新区', '丁', '双塔新区推行“商户管家”制度。'],
] as const;

/** Pools of the made-up reports, with more that is said of the first district. */
function poolsWith(more: string) {
  const library = libraryOf([['a', LIUAN, '甲', OWN], ['a2', LIUAN, '甲二', `柳岸区近况不错。${more}`], ...OTHERS]);
  const pools = poolsOf(sourcesOf(library, null));
  const [source] = pools.on(LIUAN);
  const initiative = pools.initiatives.find(({ name }) => name === '项目管家');
  if (!source || !initiative) throw new Error('the made-up report lacks its initiative');
  return { pools, source, initiative };
}

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

describe('a wrong part', () => {
  const parts = ['一门进', '一窗办', '一次结'];

  test('is one of a like list of another district', () => {
    const { pools, source } = poolsWith('');
    expect(foreignParts({ parts, name: '工作机制', source }, pools)).toContain('一案结');
  });

  test('is none that any report says of this district', () => {
    const { pools, source } = poolsWith('这里也讲一案结。');
    const foreign = foreignParts({ parts, name: '工作机制', source }, pools);
    expect(foreign).not.toContain('一案结');
    expect(foreign).toContain('一线查');
  });
});

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
    const library = libraryOf([['a', LIUAN, '甲', text], ...OTHERS]);
    const pools = poolsOf(sourcesOf(library, null));
    const initiative = pools.initiatives.find(({ name }) => name === '项目管家');
    expect(initiative && districtDraft(initiative, pools)).toEqual([]);
  });
});

describe('a wrong action', () => {
  test('is that of another district, about as long, and names no place', () => {
    const { pools, initiative } = poolsWith('');
    const [draft] = actionDrafts({ ...initiative, line: initiative.line }, pools);
    // The made-up action opens with its district, so that it cannot be an option.
    expect(draft).toBeUndefined();
    for (const { clause } of pools.actions) expect(clause).not.toMatch(/柳岸|砚山|荷园|双塔/u);
  });
});
