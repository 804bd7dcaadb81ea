import { describe, expect, test } from 'vitest';
import { readLexicon } from '../../../src/lexicon/words/data-files.ts';
import { expansionsIn, synonymsOf } from '../../../src/lexicon/words/synonyms.ts';
import { fold } from '../../../src/text/normalise.ts';

const GROUPS = readLexicon('synonyms.txt').map((line) => line.split(/\s+/u));
const WORDS = [...new Set(GROUPS.flat().map(fold))];

const QUESTIONS = [
  '青禾区老百姓的收入去年涨了多少',
  '云溪县引来了几家国企的总部',
  '青禾区GDP和固投增速分别是多少',
  '临江经开区给企业减免了多少房租',
  '云溪县把二十个科室砍到几个',
  '老小区装电梯花了多少钱',
];

describe('the data', () => {
  test('covers the field with at least 400 groups of two or more words, none twice in its group', () => {
    expect(GROUPS.length).toBeGreaterThanOrEqual(400);
    for (const group of GROUPS) {
      expect(group.length, group.join(' ')).toBeGreaterThanOrEqual(2);
      expect(new Set(group.map(fold)).size, group.join(' ')).toBe(group.length);
    }
  });

  test('holds no group twice', () => {
    const keys = GROUPS.map((group) => [...group].sort().join(' '));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});

describe('synonymsOf', () => {
  test('is mutual: if b stands for a, a stands for b', () => {
    const oneSided = WORDS.flatMap((word) =>
      synonymsOf(word)
        .filter((other) => !synonymsOf(other).includes(word))
        .map((other) => `${word}→${other}`),
    );
    expect(oneSided).toEqual([]);
  });

  test('never gives the word itself, and gives folded words only', () => {
    for (const word of WORDS) {
      expect(synonymsOf(word)).not.toContain(word);
      expect(synonymsOf(word)).toEqual(synonymsOf(word).map(fold));
    }
  });

  test.each([
    ['老百姓', '群众'],
    ['拆迁', '征迁'],
    ['引来', '招引'],
    ['房租', '租金'],
    ['花', '投入'],
    ['涨', '增幅'],
    ['国企', '国有企业'],
    ['开门营业', '运营'],
    ['解决', '化解'],
    ['新登记', '新注册'],
    ['并', '整合'],
    ['砍', '压减'],
    ['gdp', '地区生产总值'],
    ['财政收入', '一般公共预算收入'],
    ['固投', '固定资产投资'],
    ['社零', '社会消费品零售总额'],
    ['规上工业', '规模以上工业'],
    ['外贸', '进出口'],
    ['经开区', '经济开发区'],
    ['双创', '大众创业万众创新'],
    ['养老院', '敬老院'],
    ['看病', '就医'],
  ])('knows that %s and %s stand for one another', (everyday, official) => {
    expect(synonymsOf(everyday)).toContain(official);
    expect(synonymsOf(official)).toContain(everyday);
  });

  test('reads capitals and traditional characters as the data is read', () => {
    expect(synonymsOf('GDP')).toEqual(synonymsOf('gdp'));
    expect(synonymsOf('動遷')).toEqual(synonymsOf('动迁'));
  });

  test('keeps opposites apart', () => {
    expect(synonymsOf('增长')).not.toContain('下降');
    expect(synonymsOf('进口')).not.toContain('出口');
    expect(synonymsOf('城镇居民收入')).not.toContain('农民收入');
  });

  test('is empty for a word that it does not know', () => {
    expect(synonymsOf('长颈鹿')).toEqual([]);
  });
});

describe('expansionsIn', () => {
  const wordsIn = (question: string): string[] => expansionsIn(fold(question)).map(({ word }) => word);

  test.each(QUESTIONS)(
    'gives slices of the question in order, never overlapping, each with synonyms: %s',
    (question) => {
      const folded = fold(question);
      let last = 0;
      for (const { word, start, end, synonyms } of expansionsIn(folded)) {
        expect(folded.slice(start, end)).toBe(word);
        expect(start).toBeGreaterThanOrEqual(last);
        expect(synonyms).toEqual(synonymsOf(word));
        expect(synonyms.length).toBeGreaterThan(0);
        last = end;
      }
    },
  );

  test('finds the everyday words of a question', () => {
    expect(wordsIn('青禾区老百姓的收入去年涨了多少')).toEqual(['老百姓', '收入', '去年', '涨']);
    expect(wordsIn('云溪县引来了几家国企')).toEqual(['引来', '国企']);
  });

  test('prefers the longest word: 新登记, not 登记', () => {
    expect(wordsIn('新登记户')).toEqual(['新登记']);
  });

  test('does not take pieces of two words for a third: 中国企业 holds no 国企', () => {
    expect(wordsIn('中国企业')).toEqual(['企业']);
  });

  test('takes a single character only where it is a word, alone or with 到 or 了', () => {
    expect(wordsIn('花园')).not.toContain('花');
    expect(wordsIn('修路花了多少')).toContain('花');
    expect(wordsIn('科室砍到几个')).toContain('砍');
  });

  test('does not find Latin short forms inside other words', () => {
    expect(wordsIn('maintain')).toEqual([]);
    expect(wordsIn('用ai种菜')).toContain('ai');
  });

  test('finds nothing in an empty question', () => {
    expect(expansionsIn('')).toEqual([]);
  });
});
