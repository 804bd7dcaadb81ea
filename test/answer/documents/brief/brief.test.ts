// Briefs: every line is cited and made of the report's words, stands once, and slogans, scenes and speeches are left out.
import { describe, expect, test } from 'vitest';
import { briefOf } from '../../../../src/answer/documents/brief/brief.ts';
import type { Brief, BriefLength, BriefLine } from '../../../../src/documents.ts';
import { documentLibrary } from '../../../../src/ingest/documents.ts';
import type { Library, ReportId } from '../../../../src/types.ts';

const TEXT = `柳溪区老城更新纪实

近年来,柳溪区坚持以改革促发展,建立“一街一策”更新机制,推进老城更新。2030年,全区地区生产总值212.1亿元,同比增长6.3%。

一、聚焦治理,推行“红色管家”

一是建立“楼栋议事会”。针对老旧小区无人管、停车难等问题,创新推行“红色管家”服务模式,组建议事会317个,解决停车难题452个。全区上下撸起袖子加油干,干事创业的氛围日益浓厚。

二是打造“邻里客厅”。建成“邻里客厅”26个,每月举办一次居民大讲堂。区长张某说:“我们就是要让大家住得好。”

二、聚焦产业,开展“四比四看”

1.以“四比四看”为载体,抓项目、扩投资。实施“项目管家”制度,引进企业42家,总投资15.6亿元。计划2032年建成产业园3个。

产业是经济的根基,也是竞争力的根本体现。

2031年,柳溪区荣获全省营商环境优秀县区称号。
`;
const given = { title: '柳溪区老城更新纪实', district: '云岭省清河市柳溪区', publishedOn: '2031-03' };
const library: Library = documentLibrary([{ id: 'liuxi' as ReportId, path: 'liuxi.txt', text: TEXT, given }]);

const make = (length: BriefLength = 4_000): Brief =>
  briefOf({ subject: { kind: 'district', district: given.district }, length }, library);
const linesOf = (brief: Brief): BriefLine[] => [
  ...brief.overview,
  ...brief.practices.flatMap(({ lines }) => lines),
  ...brief.results,
  ...brief.problems,
  ...brief.plans,
];
const bare = (text: string): string => text.replace(/[\s\p{P}〔〕]/gu, '');

describe('a brief', () => {
  const brief = make();

  test('says nothing but what its citations say, and every quote is a slice of the report', () => {
    for (const { text, label, citations } of linesOf(brief)) {
      const cited = citations.map((n) => brief.citations[n - 1]);
      const words = bare(cited.map((citation) => `${citation?.quote}${citation?.reading ?? ''}`).join(''));
      for (const clause of text.split(/[，。；：]/u)) expect(words).toContain(bare(clause));
      if (label !== null) expect(bare(TEXT)).toContain(bare(label));
    }
    for (const { start, end, quote } of brief.citations) expect(TEXT.slice(start, end)).toBe(quote);
  });

  test('numbers its citations in the order in which it shows them', () => {
    expect(brief.citations.map(({ n }) => n)).toEqual(brief.citations.map((_, index) => index + 1));
    expect(brief.overview[0]?.citations[0]).toBe(1);
  });

  test('holds the practices under the headings of the report, with what came of them', () => {
    const said = brief.practices
      .flatMap(({ title, lines }) => [title, ...lines.map(({ label, text }) => `${label} ${text}`)])
      .join('\n');
    for (const name of ['红色管家', '楼栋议事会', '邻里客厅', '四比四看', '项目管家']) expect(said).toContain(name);
    expect(said).toContain('317个');
  });

  test('has no slogan, no speech, no truism', () => {
    const said = linesOf(brief)
      .map(({ text }) => text)
      .join('\n');
    for (const empty of ['撸起袖子', '日益浓厚', '住得好', '根基']) expect(said).not.toContain(empty);
  });

  test('names problems and plans in their own clauses', () => {
    expect(brief.problems.map(({ text }) => text)).toEqual(['针对老旧小区无人管、停车难等问题。']);
    expect(brief.plans.map(({ text }) => text).join()).toContain('计划2032年建成产业园3个');
  });

  test('says nothing twice', () => {
    const texts = linesOf(brief).map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
  });

  test('has key figures with period and change, those of the dictionary first', () => {
    expect(brief.figures[0]).toMatchObject({
      indicator: '地区生产总值',
      surface: '212.1亿元',
      period: '2030',
      changePercent: 6.3,
    });
  });
});

describe('the length of a brief', () => {
  test('is kept, but for one line of each section', () => {
    const characters = (length: number): number =>
      linesOf(make(length)).reduce((sum, { text }) => sum + text.length, 0);
    expect(characters(150)).toBeLessThanOrEqual(170);
    expect(characters(150)).toBeLessThan(characters(4_000));
  });

  test('may leave figures alone', () => {
    const brief = make('figures');
    expect(linesOf(brief)).toEqual([]);
    expect(brief.figures.length).toBeGreaterThan(3);
  });
});

describe('a brief of a topic', () => {
  test('holds what speaks of it, under the district', () => {
    const brief = briefOf({ subject: { kind: 'topic', topic: '邻里客厅', districts: [] }, length: 1_200 }, library);
    expect(brief.practices.map(({ title }) => title)).toEqual([given.district]);
    expect(brief.practices[0]?.lines.every(({ text, label }) => `${label}${text}`.includes('邻里客厅'))).toBe(true);
  });

  test('of which no report speaks is empty', () => {
    const brief = briefOf({ subject: { kind: 'topic', topic: '航天', districts: [] }, length: 1_200 }, library);
    expect([brief.reports, brief.citations]).toEqual([[], []]);
  });
});

test('a brief is limited to the reports that are chosen', () => {
  const subject = { kind: 'district', district: given.district } as const;
  expect(briefOf({ subject, length: 500, within: new Set() }, library).citations).toEqual([]);
});

test('contradictions are told with each statement cited', () => {
  const at = TEXT.indexOf('每月举办');
  const statements = [{ reportId: 'liuxi' as ReportId, surface: '每月举办', start: at, end: at + 4 }];
  const found = { district: given.district, about: '居民大讲堂', period: null, statements };
  const { contradictions, citations } = briefOf(
    { subject: { kind: 'district', district: given.district }, length: 500 },
    library,
    [found],
  );
  expect(citations[(contradictions[0]?.lines[0]?.citations[0] ?? 0) - 1]?.quote).toBe('每月举办');
});
