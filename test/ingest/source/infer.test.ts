import { describe, expect, test } from 'vitest';
import { describeReport } from '../../../src/ingest/source/describe.ts';
import { reportId } from '../../../src/ingest/source/identity.ts';
import { inferDate, inferPublisher, inferTitle } from '../../../src/ingest/source/infer.ts';

const BODY = '云溪区新建口袋公园十二个，居民都说好。';

describe('a title is inferred', () => {
  test.each([
    ['from the first line', `口袋公园扮靓小城\n${BODY}`, '口袋公园扮靓小城'],
    [
      'from the first line that is no page furniture',
      `首页 > 要闻\n口袋公园扮靓小城\n2022-08-16\n${BODY}`,
      '口袋公园扮靓小城',
    ],
    ['without the date and labels behind it', `口袋公园扮靓小城 2022-08-16云溪网\n${BODY}`, '口袋公园扮靓小城'],
    ['from a Markdown heading', `# 口袋公园扮靓小城\n\n${BODY}`, '口袋公园扮靓小城'],
    ['behind a front matter', `---\ndistrict: 云溪区\n---\n口袋公园扮靓小城\n${BODY}`, '口袋公园扮靓小城'],
    [
      'from how the text begins where no line is one',
      `摘要：${BODY}\n一、绿荫满城\n${BODY}`,
      '云溪区新建口袋公园十二个',
    ],
  ])('%s', (_, text, title) => {
    expect(inferTitle(text, 'a.txt')).toBe(title);
  });

  test('neither the headers of a table nor its first row are a title: its caption is, else the file’s name', () => {
    expect(inferTitle('地区 | 公园（个）\n云溪区：公园12个。', 'a.csv')).toBe('a');
    expect(inferTitle('## 各区公园一览\n地区 | 公园（个）\n云溪区：公园12个。', 'a.csv')).toBe('各区公园一览');
    expect(inferTitle('地区 | 公园（个）\n云溪区：公园12个。', '云溪公园一览.csv')).toBe('云溪公园一览');
  });

  test('from a Chinese file name where the first line is a sentence', () => {
    expect(inferTitle(BODY, '云溪公园调研.txt')).toBe('云溪公园调研');
  });

  test('and is never empty', () => {
    expect(inferTitle('', 'a.txt')).toBe('a');
    expect(inferTitle('。。。', 'x/a.txt')).toBe('a');
  });
});

describe('a date is inferred', () => {
  test.each([
    ['from a dateline', `口袋公园扮靓小城\n2022-08-16 09:21 来源：云溪日报\n${BODY}`, '2022-08-16'],
    ['from a label', `口袋公园扮靓小城\n发布时间：2022年8月6日\n${BODY}`, '2022-08-06'],
    ['from behind the title', `口袋公园扮靓小城2022-08-16云溪网\n${BODY}`, '2022-08-16'],
    ['from a signature', `${BODY}\n云溪区人民政府\n2022年8月16日`, '2022-08-16'],
    [
      'from the session of a congress',
      `政府工作报告\n——2023年1月5日在云溪区第五届人民代表大会第二次会议上\n${BODY}`,
      '2023-01-05',
    ],
    ['from the year that the report speaks from', `${BODY}全区上下为2019年工作开好局。2018年完成投资3亿元。`, '2019'],
  ])('%s', (_, text, date) => {
    expect(inferDate(text)).toBe(date);
  });

  test.each([
    ['a year that is only mentioned', `2018年云溪区完成投资3亿元。${BODY}`],
    [
      'a day on which something happened',
      `2018年3月4日，云溪区召开现场会，部署了公园建设的各项工作任务。${BODY}\n${BODY}`,
    ],
    ['two years that contradict each other', '为2018年工作开好局。为2019年工作开好局。'],
    ['a year that the text itself goes beyond', '2018年是改革之年。2020年完成投资3亿元。'],
    ['no date', BODY],
    ['an impossible date', `口袋公园\n2022-13-45\n${BODY}`],
  ])('but not from %s', (_, text) => {
    expect(inferDate(text)).toBeNull();
  });
});

test.each([
  ['来源：云溪日报 2022-08-16', '云溪日报'],
  ['◎文/云溪日报记者 周小满', '云溪日报'],
  ['首页 >> 云溪日报 >> 内容', '云溪日报'],
  [BODY, null],
  ['青石日报的报道引起热议。', null],
])('the publisher of %s is %s', (line, publisher) => {
  expect(inferPublisher(`口袋公园扮靓小城\n${line}\n正文。`)).toBe(publisher);
});

describe('a report is described', () => {
  const source = { id: reportId('a'), path: 'a.txt', text: `口袋公园扮靓小城\n2022-08-16\n${BODY}` };

  test('by what was given, and only the rest is inferred and named so', () => {
    const report = describeReport({ ...source, given: { title: '公园', publishedOn: '2021' } }, () => ({
      district: '云溪区',
    }));
    expect(report).toMatchObject({
      title: '公园',
      publishedOn: '2021',
      district: '云溪区',
      publisher: null,
      inferred: ['district'],
    });
  });

  test('with fields that the catalogue calls inferred named as inferred', () => {
    const report = describeReport(
      { ...source, given: { title: '公园', publishedOn: '2021', inferred: ['publishedOn'] } },
      () => null,
    );
    expect(report.inferred).toEqual(['publishedOn']);
  });

  test('with nothing given from its text alone', () => {
    const report = describeReport({ ...source, given: {} }, () => null);
    expect(report).toMatchObject({
      title: '口袋公园扮靓小城',
      publishedOn: '2022-08-16',
      district: null,
      inferred: ['title', 'publishedOn'],
    });
  });
});
