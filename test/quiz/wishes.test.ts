import { describe, expect, test } from 'vitest';
import { readWishes } from '../../src/quiz/wishes.ts';
import { LIUXI, single, TASHAN } from './made-up-items.ts';

const ITEMS = [
  single(1, { district: LIUXI, topic: '营商环境' }),
  single(2, { district: LIUXI, topic: '城市更新' }),
  single(3, { district: TASHAN, topic: '营商环境' }),
  single(4, { district: null, topic: '其他', question: '哪里设了首席服务员？' }),
];
const chosen = (argument: string): number[] =>
  readWishes(argument, ITEMS).items.map(({ id }) => Number(id.slice('item-'.length)));

test.each([
  ['', [1, 2, 3, 4]],
  ['7', [1, 2, 3, 4]],
  ['柳溪区', [1, 2]],
  ['柳溪', [1, 2]],
  ['云岭省清河市柳溪区', [1, 2]],
  ['柳溪區', [1, 2]],
  ['柳溪区 塔山县', [1, 2, 3]],
  ['营商环境', [1, 3, 4]],
  ['柳溪区 营商环境 5', [1]],
  ['营商环境，塔山县', [3]],
  ['柳溪区 航天', []],
])('%j chooses items %j', (argument, numbers) => expect(chosen(argument)).toEqual(numbers));

describe('what is read', () => {
  test('tells numbers from words', () => {
    expect(readWishes('２０ 柳溪区 30', ITEMS)).toMatchObject({ numbers: [20, 30], about: '柳溪区', unknown: [] });
  });

  test('names the words that fit nothing', () => {
    expect(readWishes('柳溪区 航天 城市更新', ITEMS).unknown).toEqual(['航天']);
    expect(readWishes('月亮区', ITEMS).unknown).toEqual(['月亮区']);
  });
});
