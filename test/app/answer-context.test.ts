// A context in which some reports are all there is.
import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/app/question-pipeline.ts';
import type { ReportId } from '../../src/types.ts';
import { answered, CONTEXT, refused, TOOLS } from '../support/made-up-context.ts';
import { DISTRICTS, REPORTS } from '../support/made-up-reports.ts';

const [QINGSHI] = DISTRICTS;
const EARLIER = '青石区2021年引进了多少个亿元以上项目？';

describe('a question limited to some reports', () => {
  const idsOf = (index: number): ReadonlySet<ReportId> => new Set([REPORTS[index]?.id ?? ('' as ReportId)]);
  const within = (text: string, reports: ReadonlySet<ReportId>) =>
    answerQuestion(CONTEXT, { text, history: [], within: reports }, TOOLS);

  test('is answered from these as if there were no others', async () => {
    const { short, citations } = answered(await within('引进了多少个亿元以上项目？', idsOf(0)));
    expect([short.includes('36个'), citations.every(({ report }) => report.district === QINGSHI)]).toEqual([
      true,
      true,
    ]);
  });

  test.each([
    '青石区2021年引进了多少个亿元以上项目？',
    '青石区首席帮办队伍有多少名干部？',
    '各区县引进了多少个亿元以上项目？',
    '哪个区有石榴街夜市？',
  ])('says nothing of what stands in others alone: %s', async (question) => {
    const answer = await within(question, idsOf(1));
    const cited = answer.status === 'answered' ? answer.citations : answer.nearest;
    expect(cited.filter(({ report }) => report.id !== REPORTS[1]?.id)).toEqual([]);
    if (answer.status === 'answered') expect(answer.short).not.toMatch(/36个|65名|青石/u);
  });

  test('of no report at all is refused', async () => {
    expect(refused(await within(EARLIER, new Set())).nearest).toEqual([]);
  });
});
