import { describe, expect, test } from 'vitest';
import { relatedTo, topicNames, topicsIn } from '../../../src/lexicon/words/topics.ts';

describe('topics', () => {
  test('of a text are those it names or speaks of, the most spoken of first', () => {
    expect(topicsIn('深化网格化管理，网格员每天走访')[0]).toBe('网格化管理');
    expect(topicsIn('签约项目22个，落户企业9家，招商引资总投资30亿元')[0]).toBe('招商引资');
  });

  test('of a text that merely holds one word of them are none', () => {
    expect(topicsIn('天气晴朗')).toEqual([]);
    expect(topicsIn('我们去看民宿')).toEqual([]);
  });

  test('are all named', () => {
    for (const topic of topicsIn('招商引资与营商环境、乡村振兴、旅游')) expect(topicNames()).toContain(topic);
  });

  test('know the words that speak of them', () => {
    expect(relatedTo('营商环境')).toContain('政务服务');
    expect(relatedTo('天气')).toEqual([]);
  });
});
