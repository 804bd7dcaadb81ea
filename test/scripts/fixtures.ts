// A made-up source, answers on it and their verdicts, for the tests of the evaluation.
import { type GoldItem, type GoldVerdict, judge } from '../../scripts/support/evaluation.ts';
import type { Answer, Citation, ReportId } from '../../src/types.ts';

export const SOURCE = '柳溪区建成口袋公园12处，\n投资3,400万元。负责人是苏闻。';
export const NOTHING = {
  id: 'q',
  kind: 'factoid-number',
  question: '建成几处公园？',
  history: [],
  docs: ['p'],
  answers: [['12处']],
  mustNot: [],
};

export function cite(quote: string, path = 'park.txt', n = 1): Citation {
  const start = Math.max(0, SOURCE.indexOf(quote));
  const report = {
    id: path as ReportId,
    path,
    title: '公园',
    district: '云州市柳溪区',
    publisher: null,
    publishedOn: '2020',
    kind: null,
    url: null,
    inferred: [],
  };
  return { n, report, start, end: start + quote.length, quote, reading: null, heading: [] };
}

export function answered(
  short: string,
  citations: readonly [Citation, ...Citation[]] = [cite('柳溪区建成口袋公园12处')],
): Answer {
  const interpretation = { question: '', districts: [], period: null, language: 'zh' } as const;
  return {
    status: 'answered',
    short,
    claims: [{ text: `${short}。`, citations: [1] }],
    citations,
    interpretation,
    mode: 'extractive',
  };
}

export const refused: Answer = {
  status: 'refused',
  reason: 'no-evidence',
  message: '未找到。',
  nearest: [cite('12处')],
  interpretation: { question: '', districts: [], period: null, language: 'zh' },
};

export const judged = (gold: Partial<GoldItem>, answer: Answer): GoldVerdict =>
  judge({ ...NOTHING, ...gold }, { answer, elapsedMs: 2 }, () => SOURCE);

/** One right, one wrong, one refused falsely, one refused rightly. */
export const VERDICTS = [
  judged({ id: 'a' }, answered('12处')),
  judged({ id: 'b' }, answered('13处')),
  judged({ id: 'c', kind: 'list', answers: [['苏闻']] }, refused),
  judged({ id: 'd', kind: 'unanswerable' }, refused),
];
