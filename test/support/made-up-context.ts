// A context for the made-up reports, and ways to ask at it. Opened once a test file.

import { type AnswerContext, contextOfDocuments, type Tools } from '../../src/app/answer-context.ts';
import { answerQuestion } from '../../src/app/question-pipeline.ts';
import { openTools } from '../../src/app/tools.ts';
import type { Answer, Answered, Refused, Report } from '../../src/types.ts';
import { REPORTS } from './made-up-reports.ts';

/** The shipped word vectors and models; answers are extractive. */
export const TOOLS: Tools = openTools();

/** A context for the made-up reports. */
export const CONTEXT: AnswerContext = contextOfDocuments(REPORTS);

/** Asks the made-up reports. @param history earlier questions, oldest first */
export function ask(text: string, ...history: string[]): Promise<Answer> {
  return answerQuestion(CONTEXT, { text, history }, TOOLS);
}

/** Asks other reports. */
export function askOf(reports: readonly Report[], text: string, ...history: string[]): Promise<Answer> {
  return answerQuestion(contextOfDocuments(reports), { text, history }, TOOLS);
}

/** The answer, which must be one. @throws if it is a refusal, with its message */
export function answered(answer: Answer): Answered {
  if (answer.status === 'refused') throw new Error(`refused (${answer.reason}): ${answer.message}`);
  return answer;
}

/** The refusal, which must be one. @throws if it is an answer, with its text */
export function refused(answer: Answer): Refused {
  if (answer.status === 'answered') throw new Error(`answered: ${answer.short}`);
  return answer;
}
