// Labelled lines before a text and the signature below it tell what a report is; sentences with the same words tell nothing.
import { describe, expect, test } from 'vitest';
import { readFrontMatter } from '../../../src/ingest/source/front-matter.ts';
import { informationBlock, signatory } from '../../../src/ingest/source/information-block.ts';

const BODY = '一年来，全区改造老旧小区52个，惠及居民2.3万户。';

describe('the block before a text', () => {
  test.each([
    [
      'lines of a page',
      '索引号：011223/2022-00031    发布机构：东岭区人民政府办公室\n成文日期：2022年03月15日    发布日期：2022年03月21日\n标题：东岭区促进工业稳增长措施',
    ],
    [
      'rows of a table',
      '索 引 号：：011223/2022-00031，发布机构：，东岭区人民政府办公室。\n成文日期：：2022年03月15日，发布日期：，2022年03月21日。\n标 题：：东岭区促进工业稳增长措施，东岭区促进工业稳增长措施。',
    ],
    [
      'one under the other',
      '信息索引：A-7\n标题：\n东岭区促进工业稳增长措施\n发文机关：东岭区人民政府办公室\n印发日期：2022-3-15',
    ],
  ])('as %s names title, publisher and the day on the paper', (_, block) => {
    expect(informationBlock(`${block}\n${BODY}`)).toEqual({
      title: '东岭区促进工业稳增长措施',
      publisher: '东岭区人民政府办公室',
      publishedOn: '2022-03-15',
    });
  });

  test.each([
    ['项目名称：虚构项目\n名 称：东岭区工作报告', '东岭区工作报告'],
    ['项 目 名 称：虚构项目\n公文标题：东岭区工作报告', '东岭区工作报告'],
    ['| 信息名称：东岭区工作报告 |', '东岭区工作报告'],
    ['项目名称：虚构项目', undefined],
  ])('takes no label within a longer one: %s', (lines, title) => {
    expect(informationBlock(`索引号：A-7\n${lines}\n${BODY}`).title).toBe(title);
  });

  test('passes over a day that no calendar has', () => {
    const lines = '成文日期：2023-02-31\n发布日期：2023-03-02';
    expect(informationBlock(`索引号：A-7\n${lines}\n${BODY}`).publishedOn).toBe('2023-03-02');
  });

  test('is none without a label that no sentence has', () => {
    expect(informationBlock(`标题：谈公园\n发布机构：不详\n${BODY}`)).toEqual({});
    expect(informationBlock(`${`${BODY}\n`.repeat(20)}索引号：A-7\n标题：别的`)).toEqual({});
  });
});

describe('the signature below a text', () => {
  test.each([
    ['望洲区人民政府', '2023年2月6日'],
    ['青石区发展和改革局', '二〇二三年二月六日'],
    ['东岭区民政局', '2023年 2月 6日'],
  ])('%s, %s, names who signed', (name, day) => {
    expect(signatory(`${BODY}\n\n                 ${name}\n                 ${day}\n`)).toBe(name);
  });

  test('is none within a sentence, without a day, or far from the end', () => {
    expect(signatory(`${BODY}\n会议由望洲区人民政府\n承办。`)).toBeNull();
    expect(signatory(`望洲区人民政府\n2023年2月6日\n${BODY.repeat(30)}`)).toBeNull();
  });
});

test('front matter may begin with a Chinese name', () => {
  expect(
    readFrontMatter('---\n标题: 青石区白皮书\n发布日期: 2024年6月5日\n主办单位: 青石区生态环境局\n---\n正文', []),
  ).toEqual({
    title: '青石区白皮书',
    publisher: '青石区生态环境局',
    publishedOn: '2024-06-05',
  });
});

test('a source that is an address is no publisher', () => {
  expect(readFrontMatter('---\ntitle: a\nsource: https://example.org/a\n---\n', [])).toEqual({ title: 'a' });
});
