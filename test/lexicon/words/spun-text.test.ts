import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { detectSpun, repairSpun } from '../../../src/lexicon/words/spun-text.ts';
import { picker } from '../../text/pseudo-random.ts';

const CLEAN =
  '今年以来，甲区坚持高质量发展，优化营商环境，推动产业园建设。全区新增企业三百家，其中规模以上企业二十家。' +
  '区政府围绕群众关心的问题，改造老旧小区，建立长效机制，对外开放取得新进展。无论大小企业，都能享受服务。';
const SPUN =
  '本年以来，甲区对峙高量量成长，劣化营商情况，鞭策财产园扶植。全区新删企业三百家，其外规模以上企业二十家。' +
  '区当局环绕群寡关怀的问题，改制老旧小区，打制平易近生工程，加速鼎新立异，阐扬下层感化。';

describe('detection', () => {
  test('a report full of swapped words is spun', () => {
    expect(detectSpun(SPUN)).toMatchObject({ spun: true });
    expect(detectSpun(SPUN).distinctTells).toBeGreaterThanOrEqual(4);
  });

  test('a clean report is not', () => {
    expect(detectSpun(CLEAN)).toMatchObject({ spun: false });
  });

  test('a few slips in a long report do not make it spun', () => {
    const finding = detectSpun(`${CLEAN.repeat(30)}群寡参取打制集外机逢日害`);
    expect(finding.distinctTells).toBe(6);
    expect(finding.spun).toBe(false);
  });

  test('one tell-tale word however often is not enough', () => {
    expect(detectSpun('群寡'.repeat(50)).spun).toBe(false);
  });

  test('an empty text is clean', () => {
    expect(detectSpun('')).toEqual({ spun: false, tells: 0, distinctTells: 0, density: 0 });
  });
});

describe('repair', () => {
  test.each([
    ['高量量成长', '高质量发展'],
    ['对峙鼎新立异', '坚持改革创新'],
    ['办事群寡、老苍生处事', '服务群众、老百姓办事'],
    ['无机连系', '有机结合'],
    ['未封顶25栋', '已封顶25栋'],
    ['新删6000多亩', '新增6000多亩'],
    ['正在全市，反正在推进，现正在', '在全市，正在推进，现在'],
    ['其外、集外、城外村', '其中、集中、城中村'],
  ])('%s was %s', (garbled, correct) => {
    expect(repairSpun(garbled)).toBe(correct);
  });

  test.each([
    ['招商引资无从谈起', '招商引资无从谈起'],
    ['乙村无一改制', '乙村无一改造'],
    ['共无三百家', '共有三百家'],
    ['五次外出进修', '五次外出学习'],
    ['对外开放', '对外开放'],
    ['担任首席代表主任', '担任首席代表主任'],
    ['敢于担任', '敢于担当'],
    ['担任区域谋划', '负责区域谋划'],
    ['持续三年删加', '连续三年增长'],
    ['持续完美', '持续完善'],
    ['取丙市合做，争取资金', '与丙市合作，争取资金'],
    ['从任、从席和从全局出发', '主任、主席和从全局出发'],
    ['资金量和可量化', '资金量和可量化'],
    ['消灭黑臭水体', '消灭黑臭水体'],
    ['财产园和财产安全', '产业园和财产安全'],
  ])('by its neighbours, %s was %s', (garbled, correct) => {
    expect(repairSpun(garbled)).toBe(correct);
  });

  test('the whole of a spun paragraph reads as it was', () => {
    expect(repairSpun(SPUN)).toBe(
      '今年以来，甲区坚持高质量发展，优化营商环境，推动产业园建设。全区新增企业三百家，其中规模以上企业二十家。' +
        '区政府围绕群众关怀的问题，改造老旧小区，打造民生工程，加快改革创新，发挥基层作用。',
    );
  });

  test('no figure is touched', () => {
    const pick = picker(8);
    const pieces = ['群寡', '12.5%', '2016年', '3万缺个', '成长', '248.8亿元', '，', '其外', '1/3', '第16位'];
    for (let round = 0; round < 500; round++) {
      const text = Array.from({ length: 8 }, () => pick.one(pieces)).join('');
      expect(repairSpun(text).replaceAll(/[^\d.%/]/g, '')).toBe(text.replaceAll(/[^\d.%/]/g, ''));
    }
  });
});

describe('the lexicon', () => {
  const rows = readFileSync(new URL('../../../src/lexicon/data/spun-text.tsv', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));

  test('has four columns, no word twice and no long runs', () => {
    expect(rows.every((row) => row.length === 4)).toBe(true);
    expect(new Set(rows.map(([garbled]) => garbled)).size).toBe(rows.length);
    expect(rows.filter(([garbled = '']) => garbled.length >= 12)).toEqual([]);
  });

  test('every listed word is repaired to what is listed, in one pass', () => {
    for (const [garbled = '', correct = ''] of rows) expect([garbled, repairSpun(garbled)]).toEqual([garbled, correct]);
  });
});
