import { describe, expect, test } from 'vitest';
import { parseQuizFilter } from '../../src/quiz/quiz-filter.ts';
import { fillIn, LIUXI, single, TASHAN, trueFalse } from './made-up-items.ts';

const ITEMS = [
  single(1, { district: LIUXI, topic: '营商环境' }),
  single(2, { district: LIUXI, topic: '城市更新' }),
  single(3, { district: TASHAN, topic: '营商环境' }),
  single(4, { district: null, topic: '其他', question: '哪里设了首席服务员？' }),
];
const chosen = (argument: string): number[] =>
  parseQuizFilter(argument, ITEMS).items.map(({ id }) => Number(id.slice('item-'.length)));

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
    expect(parseQuizFilter('２０ 柳溪区 30', ITEMS)).toMatchObject({ numbers: [20, 30], about: '柳溪区', unknown: [] });
  });

  test('names the words that fit nothing', () => {
    expect(parseQuizFilter('柳溪区 航天 城市更新', ITEMS).unknown).toEqual(['航天']);
    expect(parseQuizFilter('月亮区', ITEMS).unknown).toEqual(['月亮区']);
  });
});

const KINDS = [
  ...ITEMS,
  fillIn(5, { district: LIUXI, topic: '营商环境', question: '柳溪区的老旧小区改造了____栋楼。' }),
  trueFalse(6, { district: TASHAN, topic: '营商环境' }),
];

describe('words glued together, and in everyday writing', () => {
  test.each([
    ['柳溪区营商环境', [1, 5], [], '柳溪区 营商环境'],
    ['柳溪区的老旧小区改造', [5], [], '柳溪区 老旧小区改造'],
    ['柳溪区填空题', [5], [], '柳溪区 填空题'],
    ['判断题', [6], [], '判断题'],
    ['清河', [1, 2, 5], [], '清河'],
    ['清河市', [1, 2, 5], [], '清河市'],
    ['云岭省', [1, 2, 3, 5, 6], [], '云岭省'],
    ['liuxi', [1, 2, 5], [], 'liuxi'],
    ['五题', [1, 2, 3, 4, 5, 6], [5], ''],
    ['5道', [1, 2, 3, 4, 5, 6], [5], ''],
    ['5 题', [1, 2, 3, 4, 5, 6], [5], ''],
    ['三', [1, 2, 3, 4, 5, 6], [3], ''],
    ['十二道题', [1, 2, 3, 4, 5, 6], [12], ''],
    ['随机', [1, 2, 3, 4, 5, 6], [], ''],
    ['全部', [1, 2, 3, 4, 5, 6], [], ''],
    ['来5道柳溪区的题', [1, 2, 5], [5], '柳溪区'],
    ['5 questions on liuxi', [1, 2, 5], [5], 'liuxi'],
    ['关于柳溪区营商环境方面的题目 3', [1, 5], [3], '柳溪区 营商环境'],
  ])('%j', (argument, chosenItems, numbers, about) => {
    const filter = parseQuizFilter(argument, KINDS);
    expect(filter.items.map(({ id }) => Number(id.slice('item-'.length)))).toEqual(chosenItems);
    expect(filter).toMatchObject({ numbers, about, unknown: [], asksHelp: false });
  });

  test.each(['-1', '1.5', '0', '-3题', '1.5道'])('%j is no number of items', (argument) => {
    expect(parseQuizFilter(argument, KINDS).numbers).toEqual([0]);
  });

  test.each(['help', '帮助', '?', '？'])('%j asks how to write it', (argument) => {
    expect(parseQuizFilter(argument, KINDS).asksHelp).toBe(true);
  });

  test('a place that is not indexed stays unknown, whatever it is glued to', () => {
    expect(parseQuizFilter('月亮区营商', KINDS).items).toEqual([]);
  });
});
