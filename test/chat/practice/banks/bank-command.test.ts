import { afterEach, beforeEach, expect, test } from 'vitest';
import { renderReply } from '../../../../src/chat/render.ts';
import type { Reply } from '../../../../src/chat/reply.ts';
import { fillIn, manyItems } from '../../../quiz/made-up-items.ts';
import { pressOn, spoken, tokenOf } from '../../fixtures.ts';
import { enrol, openRoom, person, type Room } from '../fixtures.ts';

const OWNER = person('o');
let room: Room;
beforeEach(() => {
  room = openRoom([...manyItems(12), ...Array.from({ length: 4 }, (_, n) => fillIn(100 + n))], { ownerIds: ['o'] });
});
afterEach(() => room.bench.remove());
const press = (token: string): Promise<Reply> => pressOn(room.bench, token, OWNER).then(spoken);

test('items are proposed, reviewed one by one beside their source, and published as a version', async () => {
  const made = await room.ask('/bank 党建 生成 填空 3', OWNER);
  expect(renderReply(made)).toContain('提交 3 道待审');
  let page = await press(tokenOf(made, '开始审题'));
  expect(renderReply(page)).toMatch(/党建 第 1 题（自动出题）· 还有 3 题待审[\s\S]*正确答案：120处[\s\S]*【/u);
  page = await press(tokenOf(page, '通过'));
  expect(renderReply(page)).toContain('第 2 题');
  page = await press(tokenOf(page, '退回：题意不清'));
  page = await press(tokenOf(page, '通过'));
  expect(renderReply(page)).toContain('没有待审的题');
  expect(renderReply(await press(tokenOf(page, '发布')))).toContain('党建 第 1 版：2 道题');
  expect(await room.say('/bank', OWNER)).toContain('党建：待审 0，通过 2，退回 1，已发布第 1 版');
  const file = (await room.ask('/bank 党建 导出', OWNER)).file;
  expect(file?.name).toBe('党建.gift.txt');
  expect(file?.text.match(/120处/gu)?.length).toBeGreaterThanOrEqual(2);
});

test('what is edited is checked again and waits for approval', async () => {
  await room.say('/bank 库 生成 填空 1', OWNER);
  const page = await room.say('/bank 库 修改 1 题目：柳溪区新建公园____处？\n答案：121处', OWNER);
  expect(page).toMatch(/库 第 1 题（已修改）[\s\S]*121处/u);
  expect(page).toContain('检查发现');
  expect(await room.say('/bank 库 修改 1 答案：', OWNER)).toContain('没有答案');
  expect(await room.say('/bank 库 修改 9 题目：x', OWNER)).toContain('写法');
  expect(await room.say('/bank 库 退回 1 太难', OWNER)).toContain('没有待审');
});

test('an own item must stand on a report', async () => {
  expect(await room.say('/bank 库 出题 题目：月球有几座灯塔？\n答案：三百座', OWNER)).toContain('找不到');
});

test('exams draw on a bank by a blueprint', async () => {
  await room.say('/bank 库 生成 20', OWNER);
  const { learning } = room.bench.state;
  const bank = learning.banks.find('test', '库');
  for (const { n } of learning.banks.items(bank?.id ?? 0))
    learning.banks.change(bank?.id ?? 0, n, { status: 'approved' });
  const text = await room.say('/exam bank=库 单选=3 填空=2 30', OWNER);
  const code = /考试码 ([A-Z0-9]+)/u.exec(text)?.[1] ?? '';
  expect(text).toContain('5 题，每人 30 分钟');
  const kinds = learning.exams.find(code)?.strata.map(({ count, items }) => [items[0]?.kind, count]);
  expect(kinds?.filter(([kind]) => kind === 'fill-in').reduce((sum, [, count]) => sum + Number(count), 0)).toBe(2);
  expect(await room.say('/exam 公园/易=2 any=3 bank=库 30', OWNER)).toContain('5 题，每人 30 分钟');
  expect(await room.say('/exam bank=库 难=1 30', OWNER)).toContain('只有 0 道');
  expect(await room.say('/exam bank=库 填空=9 30', OWNER)).toContain('只有 4 道，不够 9 道');
  expect(await room.say('/exam bank=无 5 30', OWNER)).toContain('没有名为「无」的题库');
});

test('statistics tell who answered what', async () => {
  await room.say('/bank 库 生成 20', OWNER);
  const learner = enrol(room, 'a');
  const reply = await room.ask('/quiz 1', learner);
  await room.answer(reply.posed?.token ?? '', { options: [0] }, learner);
  const told = await room.ask('/bank 库 统计', OWNER);
  expect(renderReply(told)).toContain('16 道题中 1 道有人答过');
  expect(told.file?.text).toContain(',易,1,0.000,,A 1 · B 0 · C 0');
});

test('is a maintainer’s alone, and tells how it is written', async () => {
  expect(await room.say('/bank', enrol(room, 'a'))).toContain('不在你的权限');
  expect(await room.say('/bank 无', OWNER)).toContain('没有名为');
  expect(await room.say('/bank 库 跳舞', OWNER)).toContain('写法');
  expect(renderReply(await press('bank:99:next'))).toContain('找不到');
});
