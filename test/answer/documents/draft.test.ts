// Drafts: a sentence is carried only where the cited words say all of it; invented figures, causes, tails and turned plans are not.
import { describe, expect, test } from 'vitest';
import { briefOf } from '../../../src/answer/documents/brief/brief.ts';
import { draftFrom, draftSources, isCarried } from '../../../src/answer/documents/draft.ts';
import { documentLibrary } from '../../../src/ingest/documents.ts';
import type { ReportId } from '../../../src/types.ts';

const EVIDENCE = '柳溪区推行“红色管家”服务模式，组建议事会317个，解决停车难题452个。';

describe('a sentence', () => {
  test.each([EVIDENCE, '柳溪区推行“红色管家”服务模式，组建议事会317个。', '组建议事会317个，解决停车难题452个。'])(
    'is carried by words that say it: %s',
    (text) => expect(isCarried(text, EVIDENCE)).toBe(true),
  );

  test.each([
    '柳溪区推行“红色管家”服务模式，组建议事会371个。',
    '柳溪区推行“红色管家”服务模式，群众满意度大幅提高。',
    '由于推行“红色管家”服务模式，组建议事会317个。',
    '柳溪区没有推行“红色管家”服务模式。',
    '柳溪区率先推行“红色管家”服务模式，组建议事会317个。',
    '全区经济实现跨越式发展。',
  ])('is not carried by words that say less: %s', (text) => expect(isCarried(text, EVIDENCE)).toBe(false));

  test('that tells a plan as done is not carried', () => {
    expect(isCarried('建成产业园3个。', '计划2032年建成产业园3个。')).toBe(false);
    expect(isCarried('计划2032年建成产业园3个。', '计划2032年建成产业园3个。')).toBe(true);
  });
});

describe('a draft', () => {
  const text = '一、聚焦治理\n\n柳溪区推行“红色管家”服务模式，组建议事会317个。\n\n柳溪区打造“邻里客厅”26个。\n';
  const given = { title: '题', district: '云岭省柳溪区' };
  const library = documentLibrary([{ id: 'a' as ReportId, path: 'a.txt', text, given }]);
  const brief = briefOf({ subject: { kind: 'district', district: given.district }, length: 1_000 }, library);
  const sources = draftSources(brief);
  const at = (words: string): number => sources.findIndex((source) => source.text.includes(words)) + 1;

  test('has the citations of what carries each sentence, also where the model names another; marks what none carries', () => {
    const { sentences } = draftFrom(
      [
        { section: 'practices', text: '推行“红色管家”服务模式，组建议事会317个。', from: [at('红色管家')] },
        { section: 'practices', text: '打造“邻里客厅”26个。', from: [99] },
        { section: 'nowhere', text: '成效十分显著。', from: [at('红色管家')] },
      ],
      brief,
    );
    expect(sentences.map(({ section, citations }) => [section, citations.length > 0])).toEqual([
      ['practices', true],
      ['practices', true],
      ['practices', false],
    ]);
    const cited = sentences[1]?.citations.map((n) => brief.citations[n - 1]?.quote).join();
    expect(cited).toContain('邻里客厅');
  });
});
