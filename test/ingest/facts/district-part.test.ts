import { describe, expect, test } from 'vitest';
import { namesPart, partCalled, subjectOf, topicOf } from '../../../src/ingest/facts/district-part.ts';

const NAMES = ['柳溪区', '柳溪'];

describe('of whom a clause speaks', () => {
  test.each([
    ['青禾软件园新增企业', '青禾软件园'],
    ['柳溪区青禾文化产业园项目总投资', '青禾文化产业园项目'],
    ['柳溪经济开发区签约项目', '柳溪经济开发区'],
    ['桂花街道改造小区', '桂花街道'],
    ['“金谷”项目用时', '“金谷”项目'],
    ['在桂花街道，', '桂花街道'],
  ])('%s', (clause, name) => {
    expect(topicOf(clause, NAMES)).toEqual({ kind: 'part', name });
  });

  test.each([
    ['全区新增企业', 'whole'],
    ['柳溪区新增企业', 'whole'],
    ['各街道排出项目', 'whole'],
    ['全国新增企业', 'beyond'],
    ['新增企业', 'unsaid'],
    ['老旧小区加装电梯', 'unsaid'],
    ['基础设施项目', 'unsaid'],
    ['城镇新增就业', 'unsaid'],
    ['改造桂花街道', 'unsaid'],
    ['公园数量', 'unsaid'],
    ['该公司新招员工', 'before'],
    ['园区入驻企业', 'before'],
  ])('%s: %s', (clause, kind) => {
    expect(topicOf(clause, NAMES).kind).toBe(kind);
  });

  test('a part pointed at is the last named of its kind', () => {
    const earlier = ['青禾软件园揭牌，桂花街道祝贺。', '云岭产业园也在。'];
    expect(partCalled('园区', earlier, NAMES)).toBe('云岭产业园');
    expect(partCalled('街道', earlier, NAMES)).toBe('桂花街道');
    expect(partCalled('公司', earlier, NAMES)).toBeNull();
  });

  test('a group that acts is whose the figure is', () => {
    expect(subjectOf('55个涉农重点项目', NAMES)).toBe('55个涉农重点项目');
    expect(subjectOf('柳溪区特色商业区', NAMES)).toBe('特色商业区');
    expect(subjectOf('柳溪区', NAMES)).toBeNull();
    expect(subjectOf('各街道', NAMES)).toBeNull();
  });

  test('a text without any kind of part names none', () => {
    expect([namesPart('青禾软件园揭牌'), namesPart('乙县增收'), namesPart('油价上涨3%')]).toEqual([true, true, false]);
  });
});
