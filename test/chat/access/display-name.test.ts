import { expect, test } from 'vitest';
import { displayName } from '../../../src/chat/access/display-name.ts';

test.each([
  ['李明', '李明'],
  ['李\u202e明\u200b', '李明'],
  ['Ann\nLee\u0000', 'Ann Lee'],
  ['免费 https://x.example/a', '免费 https：//x．example/a'],
  ['t.me/someone', 't．me/someone'],
  ['@owner_bot', '＠owner_bot'],
  ['J. R. Smith', 'J. R. Smith'],
  ['\ud83d', null],
  ['  \u200b ', null],
])('%j is told as %j', (name, told) => expect(displayName(name)).toBe(told));

test('a long name is cut between characters, not within one', () => {
  const name = displayName('👍'.repeat(100)) ?? '';
  expect([...name]).toHaveLength(60);
  expect(name).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
});
