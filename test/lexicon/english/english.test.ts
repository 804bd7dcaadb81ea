import { describe, expect, test } from 'vitest';
import { chineseFor, isEnglish } from '../../../src/lexicon/english/english.ts';
import { readLexicon } from '../../../src/lexicon/words/data-files.ts';

const ENTRIES = readLexicon('english.tsv').map((line) => line.split('\t'));
/** Months, the verb "may" and what reads as a number of a date are told apart by what stands beside them. */
const MONTH = /^\d+月$/u;

describe('the data', () => {
  test('has at least 900 phrases with Chinese words, each once, in small letters', () => {
    const phrases = ENTRIES.map(([phrase]) => phrase ?? '');
    expect(ENTRIES.filter(([, chinese]) => chinese !== '-').length).toBeGreaterThanOrEqual(900);
    expect(phrases.filter((phrase, index) => phrases.indexOf(phrase) !== index)).toEqual([]);
    expect(phrases.filter((phrase) => phrase !== phrase.toLowerCase())).toEqual([]);
  });

  test('has two columns in every line, and Chinese or a figure in the second', () => {
    const broken = ENTRIES.filter(
      ([, chinese, more]) => more !== undefined || !/^(?:-|\S+(?: \S+)*)$/u.test(chinese ?? ''),
    );
    expect(broken).toEqual([]);
  });

  test('every phrase of two or more words finds its own Chinese words', () => {
    const lost = ENTRIES.filter(([phrase = '', chinese = '']) => {
      if (!phrase.includes(' ') || chinese === '-' || MONTH.test(chinese)) return false;
      const { alternatives, shapeCue } = chineseFor(phrase);
      return shapeCue === null && !alternatives.some((words) => words[0] === chinese.split(' ')[0]);
    });
    expect(lost).toEqual([]);
  });
});

describe('chineseFor', () => {
  const terms = (question: string): readonly string[] => chineseFor(question).terms;

  test('gives the words of the question in order, the longest phrase first', () => {
    expect(terms('How many market entities did the high-tech zone register?')).toEqual(['市场主体', '高新区', '登记']);
    expect(terms('the general public budget revenue of the county')).toEqual(['一般公共预算收入', '县']);
  });

  test('gives all the Chinese words of a phrase, the best first', () => {
    const { terms: best, alternatives } = chineseFor('demolition');
    expect(alternatives).toEqual([['拆迁', '拆除']]);
    expect(best).toEqual(['拆迁']);
  });

  test.each([
    ['companies', 'company'],
    ['factories', 'factory'],
    ['renovating', 'renovated'],
    ['demolished', 'demolishing'],
    ['resettles', 'resettle'],
    ['merging', 'merged'],
  ])('reads %s as it reads %s', (form, other) => {
    expect(terms(form)).toEqual(terms(other));
    expect(terms(form)).not.toEqual([]);
  });

  test('keeps names of places and persons as they are written', () => {
    expect(terms('Who is the mayor of Qinghe District?')).toEqual(['Qinghe District', '市长']);
    expect(terms('pillar industries of Yunxi')).toEqual(['支柱产业', 'Yunxi']);
  });

  test('keeps Chinese words and figures, and writes years with 年', () => {
    expect(terms('What is 三网融合?')).toEqual(['三网融合']);
    expect(terms('In 2019, 14,681 jobs')).toEqual(['2019年', '14681', '就业']);
    expect(terms('the 2020 yuan fee')).toContain('2020');
  });

  test.each([
    ['1.2 billion yuan', '12亿元'],
    ['300 million yuan', '3亿元'],
    ['5 million', '500万'],
    ['248.8 million', '2.488亿'],
    ['2 trillion', '2万亿'],
  ])('writes %s as %s', (english, chinese) => {
    expect(terms(english)).toEqual([chinese]);
  });

  test.each([
    ['on May 28th, 2021', '2021年5月28日'],
    ['on 3 September', '9月3日'],
    ['by the end of June', '6月'],
    ['since Mar 2018', '2018年3月'],
  ])('writes the date "%s" as %s', (english, chinese) => {
    expect(terms(english)).toContain(chinese);
  });

  test('does not take the verb may for a month', () => {
    expect(terms('which companies may apply')).not.toContain('5月');
  });

  test('tells which words it does not know instead of passing them over', () => {
    expect(chineseFor('How many giraffes live in the park?').unknown).toEqual(['giraffes', 'live']);
  });

  test('tells what is asked for, and takes it out of the terms', () => {
    expect(chineseFor('Which district set up a night market?')).toMatchObject({
      shapeCue: '哪个区',
      terms: ['设立', '夜市'],
    });
    expect(chineseFor('pillar industries').shapeCue).toBeNull();
  });

  test('reads an empty question as nothing', () => {
    expect(chineseFor('')).toEqual({ terms: [], alternatives: [], shapeCue: null, unknown: [] });
  });
});

describe('isEnglish', () => {
  test.each([
    'How many jobs were created?',
    'What is 三网融合?',
    'Qinghe GDP',
    'hello',
    'Tell me about 一件事一次办 in Yunxi',
  ])('says yes to: %s', (question) => {
    expect(isEnglish(question)).toBe(true);
  });

  test.each([
    '',
    '?!',
    'GDP',
    '5G',
    '青禾区GDP是多少',
    '云溪县的5G基站有多少',
    '“AI+政务”是什么',
    'Harmony系统和Android系统的区别',
    'Python for循环怎么写',
    '泉水 CPI',
  ])('says no to: %s', (question) => {
    expect(isEnglish(question)).toBe(false);
  });
});
