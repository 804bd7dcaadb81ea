// Districts that are named in the report of another one only.
import { describe, expect, test } from 'vitest';
import { contextOfDocuments } from '../../src/app/answer-context.ts';
import { answerQuestion } from '../../src/app/question-pipeline.ts';
import { openTools } from '../../src/app/tools.ts';
import type { Reader } from '../../src/read/reader.ts';
import type { Report } from '../../src/types.ts';
import { answered, askOf, refused } from '../support/made-up-context.ts';
import { reportWith } from '../support/made-up-reports.ts';

describe('a district that no report is about', () => {
  /** Surely points at the first figure of every excerpt. */
  const SURE: Reader = {
    id: 'sure',
    read: async (_question, excerpts) =>
      excerpts.map(({ text }) => {
        const found = /\d[\d.]*[\u4e00-\u9fff]{1,2}/u.exec(text);
        const spans = found ? [{ start: found.index, end: found.index + found[0].length, probability: 1 }] : [];
        return { answered: 0.95, spans, score: 1 };
      }),
    close: async () => undefined,
  };
  const asked = (report: Report, text: string) =>
    answerQuestion(contextOfDocuments([report]), { text, history: [] }, openTools(SURE));

  test('is answered out of a sentence that names it, which a reader believes', async () => {
    const report = reportWith('其中铁西区地区生产总值580.6亿元，增长5.1%。', { publishedOn: '2031-07-20' });
    expect(answered(await asked(report, '铁西区地区生产总值是多少？')).short).toContain('580.6亿元');
    expect(refused(await askOf([report], '铁西区地区生产总值是多少？')).reason).toBe('unknown-district');
  });

  test('is not named by a longer name', async () => {
    const report = reportWith('阳新县茶园面积9.4万亩。', { district: '湖北省黄石市阳新县', publishedOn: '2031-07-20' });
    expect(refused(await asked(report, '新县茶园面积是多少？')).reason).toBe('unknown-district');
  });
});

describe('a report on no district that tells of several', () => {
  const report = reportWith(
    '2019年，各地财政收入稳步增长。山阳区财政收入350.9亿元，增长5%。泉山区财政收入100.2亿元。',
    {
      title: '全省财政情况',
      district: null,
      publishedOn: '2020-01-13',
    },
  );

  test.each([
    ['泉山区2019年财政收入是多少？', '100.2亿元'],
    ['山阳区2019年财政收入是多少？', '350.9亿元'],
  ])('%s is answered by the sentence on it alone: %s', async (question, value) => {
    const { short } = answered(await askOf([report], question));
    expect(short.split('（')[0]).toBe(value);
    expect(short).not.toContain('另一处记为');
  });
});
