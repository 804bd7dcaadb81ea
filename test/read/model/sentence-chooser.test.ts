import { afterEach, describe, expect, test } from 'vitest';
import type { AppError } from '../../../src/errors.ts';
import { openChatModel } from '../../../src/read/model/chat-model.ts';
import { sentenceChooser } from '../../../src/read/model/sentence-chooser.ts';
import { type Behaviour, type ChatServer, selection, startChatServer } from '../../support/chat-model.ts';

const SENTENCES = [{ n: 1, text: '澄江区引进云谷项目47个。', heading: '澄江区' }];
const servers: ChatServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** Asks a model that behaves so; keeps the faults that were told. */
async function ask(
  behave: Behaviour,
  { timeoutMs = 5_000, signal }: { timeoutMs?: number; signal?: AbortSignal } = {},
) {
  const server = await startChatServer(behave);
  servers.push(server);
  const model = openChatModel({ baseUrl: server.baseUrl, name: 'test-model', apiKey: 'secret-key', attempts: 1 });
  const faults: AppError[] = [];
  const choose = sentenceChooser(model, { timeoutMs, onFault: (fault) => void faults.push(fault) });
  return { chosen: await choose('引进了多少个云谷项目？', SENTENCES, signal), faults, seen: server.seen };
}

describe('a language model as a chooser', () => {
  test('chooses numbers and words', async () => {
    const { chosen, seen } = await ask(() => ({ text: selection([1], ['47个']) }));
    expect(chosen).toMatchObject({ answered: true, numbers: [1], dropped: 0 });
    expect(seen[0]?.messages.at(-1)?.content).toContain('[1] 澄江区引进云谷项目47个。');
  });

  test.each<[string, Behaviour, string[]]>([
    ['that says something else', () => ({ text: '一共47个。' }), []],
    ['that rambles', () => ({ text: `${'想'.repeat(9_000)}${selection([1], [])}` }), []],
    ['that answers 503', () => ({ status: 503 }), ['model/unreachable']],
    ['that refuses the key', () => ({ status: 401 }), ['model/refused']],
    ['that hangs up', () => 'hang up', ['model/unreachable']],
  ])('%s comes to no choice', async (_, behave, codes) => {
    const { chosen, faults } = await ask(behave);
    expect([chosen, faults.map(({ code }) => code)]).toEqual([null, codes]);
  });

  test('that is silent is given up at its limit, and that is told without the key', async () => {
    const { chosen, faults } = await ask(() => 'silence', { timeoutMs: 200 });
    expect([chosen, faults.map(({ code }) => code)]).toEqual([null, ['model/unreachable']]);
    expect(faults[0]?.message).not.toContain('secret-key');
  });

  test('that nobody waits for any more is no fault', async () => {
    const { chosen, faults } = await ask(() => 'silence', { signal: AbortSignal.timeout(100) });
    expect([chosen, faults]).toEqual([null, []]);
  });
});
