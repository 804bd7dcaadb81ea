import { expect, test } from 'vitest';
import { rowWords } from '../../../../../src/channels/web/client/practise/blueprint-words.ts';

const ROW = { topic: '', kind: '', difficulty: '', count: '5' };

test('a row is written as the command takes it', () => {
  expect(rowWords({ topic: '营商 环境', kind: 'single', difficulty: 'hard', count: '05' })).toBe(
    '营商环境/single/hard=5',
  );
  expect(rowWords({ ...ROW, topic: 'a=1/b', kind: 'fill-in' })).toBe('a1b/fill-in=5');
  expect(rowWords(ROW)).toBe('any=5');
});
