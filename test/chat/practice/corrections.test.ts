import { afterEach, beforeEach, expect, test } from 'vitest';
import { renderReply } from '../../../src/chat/render.ts';
import { fillIn, manyItems } from '../../quiz/made-up-items.ts';
import { pressOn, SPEAKER, spoken, tokenOf } from '../fixtures.ts';
import { openRoom, type Room, tokenOfPosed } from './fixtures.ts';

const LEARNER = { channel: SPEAKER.channel, user: SPEAKER.user };
let room: Room;
beforeEach(() => {
  room = openRoom(manyItems(10));
});
afterEach(() => room.bench.remove());
const cards = () => room.bench.state.learning.cards.of(LEARNER);

test('an answer that is near is judged by its learner, with the key before them', async () => {
  room.setItems([fillIn(1, { accepted: ['春雨润企行动'] })]);
  const token = tokenOfPosed(await room.ask('/quiz'));
  const reply = spoken(await room.answer(token, { text: '春雨润企行勤' }));
  expect(renderReply(reply)).toMatch(/很接近[\s\S]*正确答案：春雨润企行动/u);
  expect(cards()[0]?.isRight).toBe(false);
  expect(renderReply(await pressOn(room.bench, tokenOf(reply, '算对')))).toContain('按答对计');
  expect(cards()[0]?.isRight).toBe(true);
  expect(room.bench.state.learning.history.of(LEARNER, room.now)[0]?.isRight).toBe(true);
  expect(renderReply(await pressOn(room.bench, tokenOf(reply, '算错')))).toContain('找不到');
});

test('an answer that is sure cannot be judged by hand', async () => {
  const token = tokenOfPosed(await room.ask('/quiz 2'));
  await room.answer(token, { options: [0] });
  expect(renderReply(await pressOn(room.bench, `self:${token}:right`))).toContain('找不到');
  expect(cards()[0]?.isRight).toBe(false);
});

test('the last answer is taken back with what it made of its card, and the question comes again', async () => {
  const token = tokenOfPosed(await room.ask('/quiz 2'));
  await room.answer(token, { options: [0] });
  expect(cards()).toHaveLength(1);
  expect(await room.say('/undo')).toMatch(/已撤销[\s\S]*第 1\/2 题/u);
  expect(cards()).toEqual([]);
  expect(await room.say('B')).toMatch(/^✓/u);
  expect(cards()).toHaveLength(1);
});

test('taking back the end of a set opens it again, and a card gets its earlier schedule', async () => {
  await room.say('/quiz 1');
  await room.say('B');
  const [before] = cards();
  room.pass(48);
  await room.say('/mistakes');
  const first = await room.ask('/quiz 1');
  const ended = spoken(await room.answer(tokenOfPosed(first), { options: [0] }));
  expect(renderReply(ended)).toContain('本组完成');
  const reply = spoken(await pressOn(room.bench, tokenOf(ended, '撤销')));
  expect(reply.posed?.token).toBe(first.posed?.token);
  expect(cards()).toEqual([before]);
  expect(await room.say('/undo')).toContain('没有可以撤销');
});

test('where nothing was answered there is nothing to take back', async () => {
  expect(await room.say('/undo')).toContain('没有可以撤销');
});
