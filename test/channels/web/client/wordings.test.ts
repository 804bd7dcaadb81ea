// The page's own words: as many in one language as in the other, and the right language first.
import { describe, expect, test } from 'vitest';
import { firstLanguage, pageWordingFor } from '../../../../src/channels/web/client/wordings.ts';

/** Paths of all words of a wording, with what stands there. */
function wordsOf(wording: object, path = ''): [string, string][] {
  return Object.entries(wording).flatMap(([name, value]: [string, unknown]) => {
    const here = `${path}/${name}`;
    if (typeof value === 'object' && value !== null) return wordsOf(value, here);
    return [
      [here, typeof value === 'function' ? String((value as (...given: unknown[]) => string)(3, 7)) : String(value)],
    ];
  });
}

describe('the wordings', () => {
  test('say the same things in both languages, and leave nothing empty', () => {
    const [zh, en] = [wordsOf(pageWordingFor('zh')), wordsOf(pageWordingFor('en'))];
    expect(en.map(([path]) => path)).toEqual(zh.map(([path]) => path));
    expect([...zh, ...en].filter(([, words]) => words.trim() === '' || words.includes('undefined'))).toEqual([]);
  });

  test('are each in their own language', () => {
    const chinese = wordsOf(pageWordingFor('zh')).filter(([, words]) => !/\p{Script=Han}/u.test(words));
    expect(chinese.map(([path]) => path)).toEqual(['/otherLanguage', '/browse/topicAsk']);
    const english = wordsOf(pageWordingFor('en')).filter(([, words]) => /\p{Script=Han}/u.test(words));
    expect(english.map(([path]) => path)).toEqual(['/name', '/otherLanguage', '/browse/practices']);
  });
});

describe('the first language', () => {
  test.each([
    ['the one chosen', 'en', ['zh-CN'], 'en'],
    ['the browser’s first that is spoken here', null, ['fr', 'en-GB', 'zh-CN'], 'en'],
    ['Chinese for a Chinese browser', null, ['zh-TW'], 'zh'],
    ['Chinese where none is spoken', null, ['fr', 'de'], 'zh'],
    ['Chinese where the browser says nothing', null, [], 'zh'],
  ] as const)('is %s', (_, chosen, browser, wanted) => expect(firstLanguage(chosen, browser)).toBe(wanted));
});
