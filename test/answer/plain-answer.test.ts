// A plain question whose prose gives nothing.
import { expect, test } from 'vitest';
import { answer } from '../../src/answer/answer.ts';
import { lookUp } from '../../src/app/question-pipeline.ts';
import { answered, CONTEXT, TOOLS } from '../support/made-up-context.ts';

test('is answered by the table, also where a language model is configured and fails', async () => {
  const question = { text: '青石区2020年一般公共预算收入是多少？', history: [] };
  const { understanding, found } = await lookUp(CONTEXT, question, TOOLS);
  const { library, preparer } = CONTEXT;
  const nothing = [{ ...found[0], hits: [] }] as const;
  for (const chooser of [null, () => Promise.resolve(null)]) {
    const given = await answer(understanding, nothing, { ...TOOLS, library, preparer, chooser });
    expect(answered(given).short).toContain('25.5亿元');
  }
});
