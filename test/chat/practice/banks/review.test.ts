import { afterEach, beforeEach, expect, test } from 'vitest';
import { renderReply } from '../../../../src/chat/render.ts';
import { manyItems } from '../../../quiz/made-up-items.ts';
import { pressOn, spoken } from '../../fixtures.ts';
import { openRoom, person, type Room } from '../fixtures.ts';

const OWNER = person('o');
let room: Room;
beforeEach(() => {
  room = openRoom(manyItems(5), { ownerIds: ['o'] });
});
afterEach(() => room.bench.remove());

test('what is put off comes again after the others, and a forged press decides nothing', async () => {
  await room.say('/bank 库 生成 3', OWNER);
  const press = async (token: string): Promise<string> => renderReply(spoken(await pressOn(room.bench, token, OWNER)));
  expect(await press('bank:1:1:later')).toContain('第 2 题');
  expect(await press('bank:1:3:later')).toContain('第 1 题');
  expect(await press('bank:1:77:approve')).toContain('还有 3 题待审');
  expect(await press('bank:1:2:nonsense')).toContain('第 3 题');
});
