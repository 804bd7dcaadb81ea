import { describe, expect, test } from 'vitest';
import { tryModel } from '../../../scripts/support/add-model.ts';
import { readConfig } from '../../../src/config.ts';
import { type Behaviour, selection, startChatServer } from '../../support/chat-model.ts';

async function tryWith(behave: Behaviour): Promise<number> {
  const server = await startChatServer(behave);
  try {
    return await tryModel(readConfig({ LLM_BASE_URL: server.baseUrl, LLM_MODEL: 'made-up' }));
  } finally {
    await server.close();
  }
}

describe('a language model', () => {
  test('that chooses the sentence which answers is taken', async () => {
    expect(await tryWith(() => ({ text: selection([2], ['21.9万吨']) }))).toBeGreaterThan(0);
  });

  test.each<[string, Behaviour, string]>([
    ['chooses another sentence', () => ({ text: selection([1], ['三所']) }), 'model/refused'],
    ['finds no answer', () => ({ text: selection([], []) }), 'model/refused'],
    ['rambles', () => ({ text: '粮食总产量为21.9万吨。' }), 'model/refused'],
    ['is not there', () => ({ status: 404 }), 'model/refused'],
    ['is down', () => 'hang up', 'model/unreachable'],
  ])('that %s is not', async (_, behave, code) => {
    await expect(tryWith(behave)).rejects.toMatchObject({ code });
  });
});
