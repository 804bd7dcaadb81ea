import { expect, test } from 'vitest';
import { type CardState, createCards } from '../../../src/channels/dingtalk/cards.ts';
import type { Answer } from '../../../src/channels/messenger/answer.ts';

const PLACE = { chat: 'zhang', place: 'private' } as const;
const code = (value: number): Answer => ({ code: value, message: '', body: {} });

const cardsWith = (answers: Answer[]) => {
  const states = new Map<string, CardState>();
  const api = { robotCode: 'r', call: async () => answers.shift() ?? code(0) };
  return { states, cards: createCards({ api, log: () => undefined, states }) };
};

test.each([
  ['takes no card', [code(403)]],
  ['has not said whether it opened it', ['lost'] as Answer[]],
  ['shows it', []],
])('a card that is finished is forgotten where DingTalk %s', async (_what, answers) => {
  const { states, cards } = cardsWith(answers);
  await cards.show('c', '一', PLACE);
  expect(states.size).toBe(1);
  await cards.finish('c', '二', { ...PLACE, mayExist: false });
  expect(states.size).toBe(0);
});

test('a card that DingTalk is too busy to finish stays known for the next try', async () => {
  const { states, cards } = cardsWith([code(0), code(429)]);
  await cards.show('c', '一', PLACE);
  expect(await cards.finish('c', '二', { ...PLACE, mayExist: false })).toMatchObject({ code: 429 });
  expect(states.get('c')).toBe('open');
});
