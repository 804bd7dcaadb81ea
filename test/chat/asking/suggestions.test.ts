// Suggested questions: whole Chinese questions, each answered surely here.
import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../../src/app/question-pipeline.ts';
import { suggestedQuestions } from '../../../src/chat/asking/suggestions.ts';
import { wordingFor } from '../../../src/chat/i18n/wording.ts';
import type { Service } from '../../../src/chat/service.ts';
import type { Answer, Question } from '../../../src/types.ts';
import { CONTEXT, refused, TOOLS } from '../../support/made-up-context.ts';

const { library } = CONTEXT;
const tried: string[] = [];
const serviceOf = (answer: (question: Question) => Promise<Answer>): Service =>
  ({
    reports: () => [...library.reports.values()],
    facts: (district: string) => library.facts(district),
    answer: (question: Question) => {
      tried.push(question.text);
      return answer(question);
    },
  }) as unknown as Service;
const live = serviceOf((question) => answerQuestion(CONTEXT, question, TOOLS));

describe.each(['zh', 'en'] as const)('suggestions in %s', (language) => {
  test('are whole questions, in Chinese on a Chinese page, each answered surely', async () => {
    const questions = await suggestedQuestions(live, wordingFor(language));
    expect(questions.length).toBeGreaterThanOrEqual(3);
    for (const text of questions) {
      if (language === 'zh') expect(text).toMatch(/^[\p{Script=Han}\d“”]+？$/u);
      const answer = await answerQuestion(CONTEXT, { text, history: [] }, TOOLS);
      expect([answer.status, answer.status === 'answered' && answer.certainty]).toEqual(['answered', undefined]);
    }
  });
});

test('what is refused is not suggested, and few are tried', async () => {
  tried.length = 0;
  const refusal = refused(await answerQuestion(CONTEXT, { text: '海淀区有多少个项目？', history: [] }, TOOLS));
  expect(
    await suggestedQuestions(
      serviceOf(async () => refusal),
      wordingFor('zh'),
    ),
  ).toEqual([]);
  expect(tried.length).toBeLessThanOrEqual(18);
});
