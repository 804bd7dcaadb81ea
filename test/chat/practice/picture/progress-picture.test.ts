import { afterEach, beforeEach, expect, test } from 'vitest';
import { manyItems } from '../../../quiz/made-up-items.ts';
import { spoken } from '../../fixtures.ts';
import { enrol, openRoom, person, type Room } from '../fixtures.ts';

let room: Room;
beforeEach(() => {
  room = openRoom(manyItems(2), { ownerIds: ['o'] });
});
afterEach(() => room.bench.remove());

test('/progress all shows who trains the group where it is weak, and nobody’s name', async () => {
  expect(await room.say('/progress all', person('o'))).toContain('还没有人答过题');
  for (const user of ['a', 'b', 'c']) {
    const by = enrol(room, user);
    let reply = await room.ask('/quiz 2', by);
    while (reply.posed) {
      const isFirst = room.bench.state.learning.questions.find(reply.posed.token)?.item.id === 'item-0';
      reply = spoken(await room.answer(reply.posed.token, { options: [isFirst ? 0 : 1] }, by));
    }
  }
  const text = await room.say('/progress 全体', person('o'));
  expect(text).toMatch(/全体：3 人答题 6 次，答对率 50%[\s\S]*柳溪区：答对率 0%[\s\S]*塔山县：答对率 100%/u);
  expect(text).toMatch(/最难的题\n· .*第0类公园.*3 人答过，首答答对 0%/u);
  expect(text).not.toMatch(/名[abc]/u);
  expect(await room.say('/progress all', person('a'))).toContain('不在你的权限');
});
