// Follow-ups of ten kinds on invented reports, with the value that the direct answer must hold. What no report of the district
// says must be refused: an answer from another district is worse than none.
import { expect, test } from 'vitest';
import { contextOfDocuments } from '../../src/app/answer-context.ts';
import { answerQuestion } from '../../src/app/question-pipeline.ts';
import type { Answered } from '../../src/types.ts';
import { CHAT_REPORTS } from '../support/chat-reports.ts';
import { FOLLOW_UPS as ROWS } from '../support/follow-ups.ts';
import { TOOLS } from '../support/made-up-context.ts';

/** Kinds that are answered by sentences; of all others the value before the bracket counts. */
const TOLD = new Set(['为什么', '详细']);

/** What of an answer must hold the value. */
const shownOf = (kind: string, { short, claims }: Answered): string =>
  TOLD.has(kind) ? [short, ...claims.map(({ text }) => text)].join('\n') : (short.split('（')[0] ?? '');

const CONTEXT = contextOfDocuments(CHAT_REPORTS);
const MOST_WRONG_PERCENT = 10;

/** The short names of the districts that an earlier question named last. */
const districtOf = (questions: readonly string[]): string =>
  [...questions].reverse().flatMap((text) => /云溪|大观|涪城/u.exec(text)?.[0] ?? [])[0] ?? '';

test(`of ${ROWS.length} follow-ups at most ${MOST_WRONG_PERCENT} % are answered wrong, and none from another district`, {
  timeout: 120_000,
}, async () => {
  const wrong: string[] = [];
  const elsewhere: string[] = [];
  for (const [kind, question, value, ...history] of ROWS) {
    const answer = await answerQuestion(CONTEXT, { text: question, history }, TOOLS);
    const said = answer.status === 'answered' ? shownOf(kind, answer) : null;
    const told = `${kind}: ${history.join(' → ')} → ${question}: ${said ?? `refused: ${answer.status === 'refused' && answer.message}`}`;
    // What asks for more of the same may be refused or told more, of the same district.
    const isRight = kind === '还有' || (value === null ? said === null : said?.includes(value) === true);
    if (!isRight) wrong.push(`${told} (expected ${value})`);
    const from = answer.status === 'answered' ? answer.citations : answer.nearest;
    if (from.some(({ report }) => report.district?.includes(districtOf([...history, question])) !== true))
      elsewhere.push(told);
  }
  expect(elsewhere, elsewhere.join('\n')).toEqual([]);
  expect(wrong.length, `${wrong.length} of ${ROWS.length}:\n${wrong.join('\n')}`).toBeLessThanOrEqual(
    (MOST_WRONG_PERCENT / 100) * ROWS.length,
  );
});
