import { afterEach, beforeEach, expect, test } from 'vitest';
import { renderReply } from '../../../src/chat/render.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { fillIn, manyItems, shortAnswer } from '../../quiz/made-up-items.ts';
import { pressOn, spoken, tokenOf } from '../fixtures.ts';
import { enrol, openRoom, person, type Room } from './fixtures.ts';

const OWNER = person('o');
let room: Room;
beforeEach(() => {
  room = openRoom(manyItems(40), { ownerIds: ['o'] });
});
afterEach(() => room.bench.remove());

const make = async (words: string): Promise<string> =>
  /考试码 ([A-Z0-9]+)/u.exec(await room.say(`/exam ${words}`, OWNER))?.[1] ?? '';
const press = (token: string, by: ReturnType<typeof person>): Promise<Reply> =>
  pressOn(room.bench, token, by).then(spoken);
const labels = ({ buttons }: Reply): string[] => buttons.map(({ label }) => label);

test('the start page tells length and rules, and the clock starts on "begin"', async () => {
  const learner = enrol(room, 'a');
  const code = await make('3 10 及格=60');
  const page = await room.ask(`/exam ${code}`, learner);
  expect(renderReply(page)).toMatch(/3 题，限时 10 分钟[\s\S]*前后翻看[\s\S]*60% 为合格[\s\S]*按答对的部分给分/u);
  expect(page.posed).toBeUndefined();
  room.pass(0.5);
  const first = await press(tokenOf(page, '开始考试'), learner);
  expect(first.posed?.closesInSeconds).toBe(600);
});

test('a paper is gone through back and forth, and answers are changed until it is handed in', async () => {
  const learner = enrol(room, 'a');
  const code = await make('3 10');
  const first = await press(`paper:${code}:begin`, learner);
  expect(labels(first)).toEqual(['下一题', '总览']);
  await room.answer(first.posed?.token ?? '', { options: [0] }, learner);
  const back = await press(`paper:${code}:1`, learner);
  expect(renderReply(back)).toContain('已答：A 10处（可以修改）');
  await room.answer(first.posed?.token ?? '', { options: [1] }, learner);
  const overview = await press(`paper:${code}:list`, learner);
  expect(renderReply(overview)).toMatch(/已答 1\/3 题，未答第 2、3 题。还剩 10 分钟/u);
  expect(renderReply(await press(tokenOf(overview, '交卷'), learner))).toContain('还有 2 题未答');
  expect(renderReply(await press(`paper:${code}:handin`, learner))).toContain('答了 1/3 题');
  const late = spoken(await room.answer(first.posed?.token ?? '', { options: [0] }, learner));
  expect(renderReply(late)).toContain('没有计分');
  expect(renderReply(await room.ask(`/results ${code}`, OWNER))).toContain('得 1/3 分');
});

test('typed answers go to the question that the paper stands at, and the next one is opened', async () => {
  room.setItems([...Array.from({ length: 8 }, (_, n) => fillIn(n, { spanHash: `s${n}` }))]);
  const learner = enrol(room, 'a');
  const code = await make('3 10');
  await press(`paper:${code}:begin`, learner);
  const third = await press(`paper:${code}:3`, learner);
  expect(await room.say('A', learner)).toContain('要写数字');
  const unread = spoken(await room.answer(third.posed?.token ?? '', { text: '不清楚' }, learner));
  expect(renderReply(unread)).toContain('要写数字');
  expect(unread.posed?.token).toBe(third.posed?.token);
  expect(await room.say('120', learner)).toContain('第 1/3 题');
  expect(await room.say('/skip', learner)).toContain('第 2/3 题');
  expect(renderReply(await press(`paper:${code}:list`, learner))).toContain('未答第 1、2 题');
});

test('a linear paper has no way back', async () => {
  const learner = enrol(room, 'a');
  const code = await make('3 10 顺序');
  expect(await room.say(`/exam ${code}`, learner)).toContain('答过的不能修改');
  const first = await press(`paper:${code}:begin`, learner);
  expect(first.buttons).toEqual([]);
  const second = spoken(await room.answer(first.posed?.token ?? '', { options: [0] }, learner));
  expect((await press(`paper:${code}:1`, learner)).posed?.token).toBe(second.posed?.token);
  const again = spoken(await room.answer(first.posed?.token ?? '', { options: [1] }, learner));
  expect(renderReply(again)).toContain('已记录');
  await room.say('/stop', learner);
  expect(renderReply(await room.ask(`/results ${code}`, OWNER))).toContain('得 0/3 分');
});

test('results at once come with handing in; part marks count and decide who passes', async () => {
  room.setItems([...Array.from({ length: 8 }, (_, n) => shortAnswer(n, { spanHash: `s${n}` }))]);
  const learner = enrol(room, 'a');
  const code = await make('2 10 成绩=即时 及格=30');
  let reply = await press(`paper:${code}:begin`, learner);
  reply = spoken(await room.answer(reply.posed?.token ?? '', { text: '建立清单制度；配备首席服务员' }, learner));
  const done = await press(`paper:${code}:handin`, learner);
  expect(renderReply(done)).toMatch(/得 0\.7\/2 分（33%）· 答对 1 · 未答 1 · 合格/u);
  expect(reply.posed).toBeDefined();
});

test('a paper is resumed after a restart, with the time that is left', async () => {
  const learner = enrol(room, 'a');
  const code = await make('3 10');
  const first = await press(`paper:${code}:begin`, learner);
  await room.answer(first.posed?.token ?? '', { options: [0] }, learner);
  room.pass(0.05);
  room.restart();
  const resumed = await room.ask(`/exam ${code}`, learner);
  expect(resumed.posed?.closesInSeconds).toBe(420);
  expect(renderReply(resumed)).toContain('第 2/3 题');
});

test('what is withdrawn counts for nobody, and marks follow', async () => {
  const learner = enrol(room, 'a');
  const code = await make('2 10 成绩=即时');
  const first = await press(`paper:${code}:begin`, learner);
  const second = spoken(await room.answer(first.posed?.token ?? '', { options: [1] }, learner));
  await room.answer(second.posed?.token ?? '', { options: [0] }, learner);
  expect(renderReply(await press(`paper:${code}:handin`, learner))).toContain('得 1/2 分（50%）');
  const { learning } = room.bench.state;
  const item = learning.questions.find(second.posed?.token ?? '')?.item;
  if (item === undefined) throw new Error('no item');
  learning.disputes.report(item, { channel: 'test', user: 'a' }, room.now);
  learning.disputes.decide(learning.disputes.open()[0]?.id ?? 0, 'retired', room.now);
  expect(await room.say(`/results ${code}`, OWNER)).toContain('得 1/1 分（100%）· 答对 1 · 作废 1');
});

test('an answer that is near is shown to the trainer, who marks it', async () => {
  room.setItems([...Array.from({ length: 8 }, (_, n) => fillIn(n, { spanHash: `s${n}`, accepted: ['春雨润企行动'] }))]);
  const learner = enrol(room, 'a');
  const code = await make('2 10');
  const first = await press(`paper:${code}:begin`, learner);
  await room.answer(first.posed?.token ?? '', { text: '春雨润企行勤' }, learner);
  await press(`paper:${code}:handin`, learner);
  const table = await room.ask(`/results ${code}`, OWNER);
  expect(renderReply(table)).toMatch(/得 0\/2 分[\s\S]*待判 1[\s\S]*名a：春雨润企行勤/u);
  expect(renderReply(await press(tokenOf(table, '1 算对'), OWNER))).toContain('已改判');
  expect(await room.say(`/results ${code}`, OWNER)).toMatch(/得 1\/2 分（50%）· 答对 1 · 未答 1$/mu);
});

test('names stand in the results, and an exam is entered by its link', async () => {
  const learner = { ...enrol(room, 'a'), name: null };
  const text = await room.say('/exam 2 10', OWNER);
  const code = /考试码 ([A-Z0-9]+)/u.exec(text)?.[1] ?? '';
  expect(text).toContain(`邀请链接：/start exam-${code}`);
  const page = await room.ask(`/start exam-${code}`, learner);
  await press(tokenOf(page, '开始考试'), learner);
  expect(await room.say(`/results ${code}`, OWNER)).toContain('1. 名a：');
});
