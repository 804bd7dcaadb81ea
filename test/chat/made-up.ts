// Made-up reports, answers and figures for tests of the conversation and its channels.
import type { Speaker } from '../../src/store/state/exchanges.ts';
import type { Answered, Citation, Fact, ReportId, ReportMeta } from '../../src/types.ts';

export const NOW = new Date('2026-11-22T08:00:00Z');

export const SPEAKER: Speaker = { channel: 'test', chat: 'c1', user: 'u1', language: 'zh' };

export const TEXT = '柳溪区地处清河之畔。2031年，柳溪区新建公园12处，总面积达到340亩。居民出行半小时可达。';

export function report(fields: Partial<ReportMeta> = {}): ReportMeta {
  return {
    id: 'liuxi' as ReportId,
    path: 'liuxi.md',
    title: '柳溪区建设公园的做法',
    district: '云岭省清河市柳溪区',
    publisher: '云岭日报',
    publishedOn: '2032',
    kind: null,
    url: null,
    inferred: [],
    ...fields,
  };
}

export const REPORTS: readonly ReportMeta[] = [
  report(),
  report({
    id: 'tashan' as ReportId,
    path: 'tashan.md',
    title: '塔山县茶业纪实',
    district: '云岭省塔山县',
    publishedOn: '2030-04',
  }),
];

export function citation(n: number, fields: Partial<Citation> = {}): Citation {
  const quote = '2031年，柳溪区新建公园12处，总面积达到340亩。';
  const start = TEXT.indexOf(quote);
  return { n, report: report(), start, end: start + quote.length, quote, reading: null, heading: ['公园'], ...fields };
}

export function answered(fields: Partial<Answered> = {}): Answered {
  return {
    status: 'answered',
    short: '12处',
    claims: [{ text: '2031年，柳溪区新建公园12处，总面积达到340亩。', citations: [1] }],
    citations: [citation(1)],
    interpretation: {
      question: '柳溪区2031年新建了多少处公园？',
      districts: ['云岭省清河市柳溪区'],
      period: '2031',
      language: 'zh',
    },
    mode: 'extractive',
    ...fields,
  };
}

/** A figure of a district, stated in the made-up text. */
export function fact(district: string, fields: Partial<Fact> = {}): Fact {
  const start = TEXT.indexOf('2031年，柳溪区新建公园12处');
  const shared = { reportId: 'liuxi' as ReportId, passageNumber: 0, start, end: start + 15, district };
  return {
    ...shared,
    indicator: '新建公园',
    period: '2031',
    value: 12,
    unit: '处',
    surface: '12处',
    changePercent: null,
    subject: null,
    isPlanned: false,
    isApproximate: false,
    ...fields,
  };
}

export const FACTS: readonly Fact[] = [
  fact('云岭省清河市柳溪区'),
  fact('云岭省清河市柳溪区', { indicator: '公园总面积', period: '2030', surface: '340亩', unit: '亩', value: 340 }),
  fact('云岭省塔山县', { reportId: 'tashan' as ReportId, surface: '3处', value: 3 }),
];
