import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { expect, test } from 'vitest';
import { generate } from '../../../src/answer/generate/generate.ts';
import { openChatModel } from '../../../src/answer/generate/model.ts';
import type { FallbackReason } from '../../../src/answer/generate/types.ts';
import type { AppError } from '../../../src/errors.ts';
import { proposal } from '../../support/chat-model.ts';
import { evidence, extractive } from './fixtures.ts';
import { ask, GOOD } from './support.ts';

test.each([
  ['prose', '澄江区引进了47个云谷项目。'],
  ['broken JSON', '{"sentences": [{"text": "澄江区" "sources": 1]'],
  ['an answer cut off by its length limit', GOOD.slice(0, -20)],
  ['silence', ''],
])('%s is malformed', async (_, text) => {
  expect(await ask(text)).toMatchObject({ answer: null, reasons: ['malformed'] });
  expect(await ask(text, { plain: true })).toMatchObject({ answer: null, reasons: ['malformed'] });
});

test('a model that finds no answer in the evidence leaves the extractive one', async () => {
  expect(await ask(proposal([]))).toMatchObject({ answer: null, reasons: ['nothing-said'] });
});

test.each([false, true])('an answer beyond all limits is cut short (plain: %s)', async (plain) => {
  expect(await ask(`${'嗯，'.repeat(3000)}${GOOD}`, { plain })).toMatchObject({ answer: null, reasons: ['rambling'] });
});

test.each([
  [401, 'refused', 'model/refused', 'LLM_API_KEY'],
  [404, 'refused', 'model/refused', 'LLM_BASE_URL'],
  [400, 'refused', 'model/refused', 'LLM_MODEL'],
  [429, 'unreachable', 'model/unreachable', '429'],
  [500, 'unreachable', 'model/unreachable', '500'],
])('status %i is %s, with what to do and without the key', async (...[status, reason, code, remedy]) => {
  const { answer, reasons, faults } = await ask({
    status,
    body: JSON.stringify({ error: { message: 'bad key secret-key' } }),
  });
  expect(answer).toBeNull();
  expect(reasons).toEqual([reason]);
  expect(faults[0]).toMatchObject({ code });
  expect(faults[0]?.message).toContain(remedy);
  expect(faults[0]?.message).not.toContain('secret-key');
});

test.each([
  ['hangs up', () => 'hang up' as const],
  ['breaks off amid the answer', () => ({ text: GOOD, breakOffAfter: 40 })],
])('a server that %s is unreachable', async (_, behave) => {
  const { answer, reasons, faults } = await ask(behave);
  expect(answer).toBeNull();
  expect(reasons).toEqual(['unreachable']);
  expect(faults[0]).toMatchObject({ code: 'model/unreachable' });
});

test('a server that is not there is named by its fault', async () => {
  const model = await openChatModel({ baseUrl: 'http://127.0.0.1:9/v1', name: 'none', apiKey: null, attempts: 1 });
  const faults: (AppError | null)[] = [];
  expect(await generate({ extractive, evidence, model, onFallback: (_, fault) => faults.push(fault) })).toBeNull();
  expect(faults[0]?.message).toMatch(/ECONNREFUSED|connection failed/u);
});

test.each([
  ['silent', () => 'silence' as const],
  ['slow', () => ({ text: GOOD, pauseMs: 30 })],
])('a %s model is given up in time', async (_, behave) => {
  const { answer, reasons, faults } = await ask(behave, { timeLimitMs: 120 });
  expect(answer).toBeNull();
  expect(reasons).toEqual(['timed-out']);
  expect(faults[0]?.message).toContain('120 ms');
});

test('the caller can stop it, before and amid the answer', async () => {
  expect(await ask(GOOD, { signal: AbortSignal.abort() })).toMatchObject({
    answer: null,
    reasons: ['stopped'],
    shown: [],
  });
  const stop = new AbortController();
  const { answer, reasons } = await ask(
    { text: GOOD, pauseMs: 5 },
    { signal: stop.signal, onText: () => stop.abort() },
  );
  expect(answer).toBeNull();
  expect(reasons).toEqual(['stopped']);
});

/** A model that finishes what it began, whatever the signal says. */
function deaf(text: string, pauseMs: number): BaseChatModel {
  async function* speak(): AsyncGenerator<{ text: string }> {
    yield { text: text.slice(0, 9) };
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    yield { text: text.slice(9) };
  }
  return { stream: async () => speak() } as unknown as BaseChatModel;
}

test('a model that takes no notice of the signal is given up all the same, and nothing is shown afterwards', async () => {
  const reasons: FallbackReason[] = [];
  const shown: string[] = [];
  const request = { extractive, evidence, model: deaf(GOOD, 60), onText: (text: string) => void shown.push(text) };
  const onFallback = (reason: FallbackReason): void => void reasons.push(reason);
  expect(await generate({ ...request, timeLimitMs: 20, onFallback })).toBeNull();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(reasons).toEqual(['timed-out']);
  expect(shown).toEqual([]);
  expect(await generate(request)).toMatchObject({ mode: 'generated' });
});

test('a fault of the caller is no fault of the model', async () => {
  const broken = (): never => {
    throw new TypeError('a bug');
  };
  await expect(ask(GOOD, { onText: broken })).rejects.toThrow('a bug');
});
