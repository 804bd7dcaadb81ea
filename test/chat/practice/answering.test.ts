import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { renderReply } from '../../../src/chat/render.ts';
import { manyItems } from '../../quiz/made-up-items.ts';
import { SPEAKER, spoken } from '../fixtures.ts';
import { openRoom, person, type Room, tokenOfPosed } from './fixtures.ts';

const LEARNER = { channel: SPEAKER.channel, user: SPEAKER.user };
let room: Room;
beforeEach(() => {
  room = openRoom(manyItems(10));
});
afterEach(() => room.bench.remove());
const history = () => room.bench.state.learning.history.of(LEARNER, room.now);

describe('an answer', () => {
  test('counts once: a second one to the same question is told so and changes nothing', async () => {
    const token = tokenOfPosed(await room.ask('/quiz'));
    await room.answer(token, { options: [1] });
    const [card] = room.bench.state.learning.cards.of(LEARNER);
    room.pass(1);
    for (const given of [{ options: [0] }, { options: [1] }]) {
      expect(renderReply(spoken(await room.answer(token, given)))).toContain('已经答过了（答对）');
    }
    expect(history()).toHaveLength(1);
    expect(room.bench.state.learning.cards.of(LEARNER)).toEqual([card]);
  });

  test('handed in again after a crash gets the reply that may have been lost, and is not graded again', async () => {
    const token = tokenOfPosed(await room.ask('/quiz'));
    const reply = await room.answer(token, { options: [0] });
    room.restart();
    expect(await room.answer(token, { options: [0] }, { again: true })).toEqual(reply);
    expect(history()).toHaveLength(1);
  });

  test('handed in again is answered so at the end of a set, too', async () => {
    const token = tokenOfPosed(await room.ask('/quiz 1'));
    const reply = await room.answer(token, { options: [0] });
    expect(renderReply(spoken(reply))).toContain('本组完成');
    room.restart();
    expect(await room.answer(token, { options: [0] }, { again: true })).toEqual(reply);
  });

  test('typed and handed in again is not taken for one to the next question', async () => {
    await room.ask('/quiz');
    const typed = { messageId: '17' };
    const reply = await room.ask('B', typed);
    room.restart();
    expect(await room.ask('B', { ...typed, again: true })).toEqual(reply);
    expect(history()).toHaveLength(1);
    expect(renderReply(await room.ask('B', { messageId: '18', again: true }))).toContain('第 3/5 题');
    expect(history()).toHaveLength(2);
  });

  test.each(['', 'zzzzzz', '-1', '1.5', "1' OR 1=1", 'é', '1e9'])(
    'with the forged token %j gets a plain notice',
    async (token) => {
      await room.ask('/quiz');
      expect(renderReply(spoken(await room.answer(token, { options: [1] })))).toContain('找不到');
      expect(history()).toEqual([]);
    },
  );

  test('to another’s question, or on another channel, finds nothing', async () => {
    const token = tokenOfPosed(await room.ask('/quiz'));
    expect(renderReply(spoken(await room.answer(token, { options: [1] }, person('u2'))))).toContain('找不到');
    const abroad = { speaker: { ...SPEAKER, channel: 'other' } };
    expect(renderReply(spoken(await room.answer(token, { options: [1] }, abroad)))).toContain('找不到');
    expect(history()).toEqual([]);
  });

  test('that is none is told how to give one', async () => {
    const token = tokenOfPosed(await room.ask('/quiz'));
    for (const given of [{ options: [9] }, { options: [] }, { text: 'B' }]) {
      expect(renderReply(spoken(await room.answer(token, given)))).toContain('一个选项的字母');
    }
    expect(history()).toEqual([]);
  });

  test('to a question of a set that was left is graded, and leads nowhere', async () => {
    const token = tokenOfPosed(await room.ask('/quiz'));
    await room.ask('/quiz');
    const reply = spoken(await room.answer(token, { options: [1] }));
    expect(reply.posed).toBeUndefined();
    expect(renderReply(reply)).toMatch(/^✓/u);
    expect(history()).toHaveLength(1);
  });

  test('is graded by the item as it was put, whatever the index holds now', async () => {
    const token = tokenOfPosed(await room.ask('/quiz'));
    room.setItems([]);
    expect(renderReply(spoken(await room.answer(token, { options: [1] })))).toMatch(/^✓/u);
  });
});

describe('a question to a whole chat', () => {
  const putRound = (): string => {
    const [item] = room.bench.service.drawn;
    if (item === undefined) throw new Error('no items');
    const closesAt = new Date(room.now.getTime() + 60_000);
    const question = { channel: 'test', chat: 'g', user: null, purpose: 'round', item, closesAt } as const;
    return room.bench.state.learning.questions.put(question, room.now).token;
  };

  test('takes one answer of everyone, silently, and feeds each one’s card', async () => {
    const token = putRound();
    for (const user of ['a', 'b', 'a']) {
      expect(await room.answer(token, { options: [user === 'a' ? 1 : 0] }, person(user))).toBeNull();
    }
    const attempts = room.bench.state.learning.questions.attempts(token);
    expect(attempts.map(({ learner, isRight }) => [learner.user, isRight])).toEqual([
      ['a', true],
      ['b', false],
    ]);
    expect(room.bench.state.learning.cards.of({ channel: 'test', user: 'a' })).toHaveLength(1);
  });

  test('takes none once it is closed', async () => {
    const token = putRound();
    room.pass(1);
    expect(await room.answer(token, { options: [1] }, person('a'))).toBeNull();
    expect(room.bench.state.learning.questions.attempts(token)).toEqual([]);
  });
});
