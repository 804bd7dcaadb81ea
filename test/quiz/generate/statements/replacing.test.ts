import { describe, expect, test } from 'vitest';
import {
  allReplaced,
  everyMatch,
  firstReplaced,
  type Marked,
  replaced,
} from '../../../../src/quiz/generate/statements/replacing.ts';
import { picker } from '../../../text/pseudo-random.ts';

const TEXT = '甲乙丙丁戊己庚辛';
const marked = (start: number, end: number): Marked => ({ text: TEXT, target: { start, end } });
const targetOf = ({ text, target }: Marked): string => text.slice(target?.start, target?.end);

describe('a replacement', () => {
  test('before the target moves it, behind the target leaves it', () => {
    const before = replaced(marked(4, 6), { start: 0, end: 2, by: '一二三' });
    const behind = replaced(marked(4, 6), { start: 6, end: 7, by: '' });
    expect(before).toEqual({ text: '一二三丙丁戊己庚辛', target: { start: 5, end: 7 } });
    expect(behind).toEqual({ text: '甲乙丙丁戊己辛', target: { start: 4, end: 6 } });
  });

  test('that touches the target is none', () => {
    expect(replaced(marked(2, 4), { start: 3, end: 5, by: 'x' })).toBeNull();
    expect(replaced(marked(2, 4), { start: 1, end: 3, by: 'x' })).toBeNull();
    expect(allReplaced(marked(2, 4), [{ start: 3, end: 4, by: '' }])).toBeNull();
  });

  test('of nothing is an insertion at either end of the target', () => {
    for (const at of [2, 4]) {
      const inserted = replaced(marked(2, 4), { start: at, end: at, by: '〇' });
      expect(inserted && targetOf(inserted)).toBe('丙丁');
    }
  });

  test('without a target changes the text alone', () => {
    expect(replaced({ text: TEXT, target: null }, { start: 0, end: 7, by: '' })).toEqual({ text: '辛', target: null });
  });

  test('never changes what the target says, whatever is replaced around it', () => {
    const { below: pick } = picker(7);
    for (let round = 0; round < 300; round++) {
      const start = 2 + pick(3);
      const target = marked(start, start + 1 + pick(2));
      const first = pick(start);
      const replacements = [
        { start: first, end: first + pick(start - first + 1), by: '长'.repeat(pick(5)) },
        { start: 7, end: 8, by: '短'.repeat(pick(3)) },
      ];
      const done = allReplaced(target, replacements);
      expect(done && targetOf(done)).toBe(targetOf(target));
      expect(allReplaced(target, [...replacements].reverse())).toEqual(done);
    }
  });
});

describe('replacing by pattern', () => {
  test('takes the first match, or changes nothing', () => {
    expect(firstReplaced(marked(4, 6), /乙/u, '')?.text).toBe('甲丙丁戊己庚辛');
    expect(firstReplaced(marked(4, 6), /无/u, '')).toEqual(marked(4, 6));
    expect(firstReplaced(marked(4, 6), /戊/u, '')).toBeNull();
  });

  test('finds every match', () => {
    expect(everyMatch(/[甲丙]/gu, TEXT, 'x')).toEqual([
      { start: 0, end: 1, by: 'x' },
      { start: 2, end: 3, by: 'x' },
    ]);
  });
});
