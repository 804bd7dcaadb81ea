import { expect, test } from 'vitest';
import { sentencesOf } from '../../../src/ingest/structure/sentences.ts';
import { splitSentences } from '../../../src/text/sentences.ts';
import { madeUpText, seededRandom } from '../made-up.ts';

function cut(text: string): string[] {
  return sentencesOf(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));
}

test('ordinary sentences stay as they are', () => {
  for (let seed = 0; seed < 100; seed++) {
    const text = madeUpText(seed);
    const whole = { start: 0, end: text.length };
    const longest = Math.max(0, ...splitSentences(text, whole).map(({ start, end }) => end - start));
    if (longest <= 800) expect(sentencesOf(text, whole)).toEqual(splitSentences(text, whole));
  }
});

test('no sentence is longer than 800 characters and nothing is lost, whatever the text is made of', () => {
  for (let seed = 0; seed < 60; seed++) {
    const random = seededRandom(seed);
    const alphabet = [
      ...['云', '溪', '，', ' ', 'a', '. ', 'B', '👏', '、', '7'].slice(Math.floor(random() * 6)),
      '公',
    ];
    const text = Array.from({ length: 5_000 }, () => alphabet[Math.floor(random() * alphabet.length)]).join('');
    const parts = cut(text);
    expect(parts.every((part) => part.length <= 800 && part.trim() === part)).toBe(true);
    expect(parts.join('').replace(/\s/g, ''), `seed ${seed}`).toBe(text.replace(/\s/g, ''));
    expect(
      parts.some((part) => /^[\udc00-\udfff]|[\ud800-\udbff]$/.test(part)),
      `half a character, seed ${seed}`,
    ).toBe(false);
  }
});

test('Western text is cut where its sentences end', () => {
  const text = 'The district opened twelve parks in 2023. Residents like them. '.repeat(20).trim();
  expect(cut(text).every((part) => part.endsWith('.'))).toBe(true);
});

test('a long list is cut between its items', () => {
  const text = `${'口袋公园、社区食堂，'.repeat(120)}建成了。`;
  expect(
    cut(text)
      .slice(0, -1)
      .every((part) => /[，、]$/.test(part)),
  ).toBe(true);
});
