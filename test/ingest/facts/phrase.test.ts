import { describe, expect, test } from 'vitest';
import { nounAtStart, phraseAtEnd, verbAtEnd, withoutLeads, withoutLinks } from '../../../src/ingest/facts/phrase.ts';

describe('the phrase at the end of a text', () => {
  test.each([
    ['徐州软件园新增入驻企业', '新增', '入驻企业', '徐州软件园'],
    ['目前改造老旧小区', '改造', '老旧小区', '目前'],
    ['老旧小区改造项目', '', '老旧小区改造项目', ''],
    ['签约了重点项目', '签约', '重点项目', ''],
    ['已经', '', '', '已经'],
  ])('%s', (text, verb, noun, left) => {
    expect(phraseAtEnd(text)).toEqual({ verb, noun, left });
  });

  test('is free of links behind and leads before', () => {
    expect(withoutLinks('税收累计完成')).toBe('税收');
    expect(withoutLeads('全区市场主体')).toBe('市场主体');
    expect(withoutLeads('集中式水源地')).toBe('集中式水源地');
    expect(withoutLeads('青禾区市场主体', ['青禾区'])).toBe('市场主体');
  });

  test('may be a verb alone', () => {
    expect(verbAtEnd('全区共整合')).toBe('整合');
    expect(verbAtEnd('全区共整合了')).toBe('整合');
    expect(verbAtEnd('市场主体')).toBe('');
  });
});

describe('the noun at the start of a text', () => {
  test.each([
    ['企业入驻园区', '企业', '入驻园区'],
    ['重点项目', '重点项目', ''],
    ['来到现场', '', '来到现场'],
    ['、商户', '', '、商户'],
  ])('%s', (text, noun, rest) => {
    expect(nounAtStart(text)).toEqual({ noun, rest });
  });

  test('keeps the verb at its end where another one governs it', () => {
    expect(nounAtStart('家庭适老化改造', { isGoverned: true }).noun).toBe('家庭适老化改造');
    expect(nounAtStart('小区建设示范点', { isPlaced: true })).toEqual({ noun: '小区', rest: '建设示范点' });
  });
});
