import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fillIn, manyItems, single } from '../../quiz/made-up-items.ts';
import { pressOn, SPEAKER, spoken, tokenOf } from '../fixtures.ts';
import { openRoom, type Room } from './fixtures.ts';

const LEARNER = { channel: SPEAKER.channel, user: SPEAKER.user };
let room: Room;
beforeEach(() => {
  room = openRoom(manyItems(30));
});
afterEach(() => room.bench.remove());
const cards = () => room.bench.state.learning.cards.of(LEARNER);

describe('a pace', () => {
  test('bounds what is new a day, says so, and shows what is done', async () => {
    expect(await room.say('/pace 新题 3 目标 4')).toMatch(/新题 3，复习 不限，目标 4[\s\S]*今天已答 0 道/u);
    expect(await room.say('/quiz 5')).toMatch(/第 1\/3 题/u);
    for (const letter of ['B', 'B', 'B']) await room.say(letter);
    expect(cards()).toHaveLength(3);
    expect(await room.say('/quiz 5')).toContain('今天的新题已到 3 道');
    expect(await room.say('/progress')).toContain('今天 3/4 题');
    room.pass(24);
    expect(await room.say('/quiz 3')).toContain('第 1/3 题');
    expect(await room.say('/pace 新题 900')).toContain('写法');
    expect(await room.say('/pace')).toContain('新题 3');
  });

  test('lets what is in its first steps be learnt ahead', async () => {
    await room.say('/quiz 2');
    for (const letter of ['A', 'A']) await room.say(letter);
    const reply = await room.ask('/review');
    expect(reply.buttons.map(({ label }) => label)).toEqual(['提前学 2 道']);
    expect(spoken(await pressOn(room.bench, tokenOf(reply, '提前学 2 道'))).posed).toBeDefined();
  });

  test('parts the items of one sentence by a day, and rests what is missed again and again', async () => {
    room.setItems([single(1), fillIn(2, { spanHash: 'span-1' }), single(3)]);
    expect(await room.say('/quiz 3')).toContain('第 1/2 题');
    room.setItems([single(9)]);
    for (let day = 0; day < 5; day += 1) {
      room.pass(24);
      await room.say('/quiz 1');
      expect(await room.say('A')).not.toContain('先放 14 天');
    }
    room.pass(24);
    await room.say('/quiz 1');
    expect(await room.say('A')).toContain('先放 14 天');
  });

  test('is fitted to the learner’s own answers once there are enough, and tells how well it predicts', async () => {
    expect(await room.say('/pace')).not.toContain('拟合');
    // Whatever was right yesterday is forgotten today, and right again the day after: no curve of the usual kind.
    for (let day = 0; day < 24; day += 1) {
      await room.say('/quiz 20');
      for (let n = 0; n < 20; n += 1) await room.say(day % 2 === 0 ? 'B' : 'A');
      room.pass(24);
    }
    await room.say('/quiz 1');
    const memory = room.bench.state.learning.habits.of(LEARNER)?.memory;
    expect(memory?.reviews).toBeGreaterThanOrEqual(400);
    expect(await room.say('/pace')).toMatch(/复习的间隔[\s\S]*拟合[\s\S]*预测误差 \d\.\d{3}，通用参数为 \d\.\d{3}/u);
  });
});
