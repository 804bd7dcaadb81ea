// The page's own words: as many in one language as in the other, and the right language first.
import { describe, expect, test } from 'vitest';
import { RequestFault } from '../../../../../src/channels/web/client/api.ts';
import { faultText } from '../../../../../src/channels/web/client/context.ts';
import { initialLanguage, pageWordingFor } from '../../../../../src/channels/web/client/wording/wordings.ts';

/** Paths of all words of a wording, with what stands there. */
function wordsOf(wording: object, path = ''): [string, string][] {
  return Object.entries(wording).flatMap(([name, value]: [string, unknown]) => {
    const here = `${path}/${name}`;
    if (typeof value === 'object' && value !== null) return wordsOf(value, here);
    return [
      [here, typeof value === 'function' ? String((value as (...response: unknown[]) => string)(3, 7)) : String(value)],
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
    expect(chinese.map(([path]) => path)).toEqual(['/otherLanguage']);
    const english = wordsOf(pageWordingFor('en')).filter(([, words]) => /\p{Script=Han}/u.test(words));
    expect(english.map(([path]) => path)).toEqual(['/name', '/otherLanguage']);
  });
});

describe('the first language', () => {
  test.each([
    ['the one chosen', 'en', ['zh-CN'], 'en'],
    ['the browser’s first that is spoken here', null, ['fr', 'en-GB', 'zh-CN'], 'en'],
    ['Chinese for a Chinese browser', null, ['zh-TW'], 'zh'],
    ['Chinese where none is spoken', null, ['fr', 'de'], 'zh'],
    ['Chinese where the browser says nothing', null, [], 'zh'],
  ] as const)('is %s', (_, chosen, browser, wanted) => expect(initialLanguage(chosen, browser)).toBe(wanted));
});

describe('the words for a fault', () => {
  const wording = pageWordingFor('zh');
  const { faults } = wording;

  test.each([
    ['no connection, whatever the system called it', 0, 'TypeError: fetch failed', faults.offline],
    ['signed out', 401, 'Please sign in', faults.signedOut],
    ['not found', 404, 'There is no such thing here.', faults.gone],
    ['refused, as the conversation explains it', 403, '这个命令不在你的权限之内。', '这个命令不在你的权限之内。'],
    ['refused without a word', 403, '', faults.forbidden],
    ['too fast, with how long to wait', 429, '请在 5 秒后再问。', '请在 5 秒后再问。'],
    ['too fast without a word', 429, '', faults.tooMuch],
    ['broken, with the id for the log', 500, '编号 a1', '编号 a1'],
    ['a gateway that says nothing', 502, '', faults.other],
  ])('say: %s', (_, status, message, wanted) =>
    expect(faultText(new RequestFault(status, message), wording)).toBe(wanted),
  );

  test('are for faults alone: a bug is not dressed up', () => {
    expect(() => faultText(new TypeError('undefined is not a function'), wording)).toThrow(TypeError);
  });
});
