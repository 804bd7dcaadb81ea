import { expect, test } from 'vitest';
import type { MessengerRequest } from '../../../src/channels/messenger/adapter.ts';
import { createPreview } from '../../../src/channels/messenger/preview.ts';
import { wordingFor } from '../../../src/chat/i18n/wording.ts';

const REQUEST = { speaker: { channel: 'p', chat: 'g', user: 'u', language: 'zh' } } as MessengerRequest<object>;

const preview = () => {
  const shown: string[] = [];
  const showText = async (text: string): Promise<void> => void shown.push(text);
  const parts = { adapter: { showText }, sleep: async () => undefined, signal: new AbortController().signal };
  return { shown, ...createPreview(REQUEST, parts) };
};

test('nothing is shown before the person is admitted', async () => {
  const { shown, end } = preview();
  await end();
  expect(shown).toEqual([]);
});

test('whoever is admitted sees that it is worked on', async () => {
  const { shown, signs, end } = preview();
  signs.onAdmitted();
  await end();
  expect(shown).toEqual([wordingFor('zh').working]);
});
