import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { renderReply } from '../../../src/chat/render.ts';
import type { ItemId } from '../../../src/quiz/types.ts';
import { manyItems, single } from '../../quiz/made-up-items.ts';
import { pressOn, spoken, tokenOf } from '../fixtures.ts';
import { enrol, openRoom, person, type Room, tokenOfPosed } from './fixtures.ts';

const OWNER = person('o');
let room: Room;
beforeEach(() => {
  room = openRoom([single(1), single(2)], { ownerIds: ['o'] });
});
afterEach(() => room.bench.remove());

/** Answers every question of a set of `count`, all with one option. */
async function drill(by: ReturnType<typeof person>, count: number, option = 1): Promise<string> {
  let reply = await room.ask(`/quiz ${count}`, by);
  let last = '';
  while (reply.posed) {
    last = reply.posed.token;
    reply = spoken(await room.answer(last, { options: [option] }, by));
  }
  return last;
}

describe('「这题有误」', () => {
  test('reaches maintainers once, with its answer and source, and waits for a decision', async () => {
    const a = enrol(room, 'a');
    const token = tokenOfPosed(await room.ask('/quiz', a));
    const reply = await room.answer(token, { options: [0] }, a);
    for (let n = 0; n < 2; n++) {
      const noted = await pressOn(room.bench, tokenOf(spoken(reply), '这题有误'), a);
      expect(renderReply(noted)).toContain('已记下');
      const why = await pressOn(room.bench, tokenOf(noted, '与原文不符'), a);
      expect(why).toMatchObject({ shownAs: 'note', blocks: [{ text: expect.stringContaining('已记下') }] });
    }
    expect(room.bench.alerts.filter((text) => text.includes('/faults'))).toHaveLength(1);
    const listed = await room.say('/faults', OWNER);
    expect(listed).toMatch(
      /^1\. 2031年.*\n　A\. 10处\n　B\. 12处\n　C\. 15处\n　答案：12处\n　出处：柳溪区建设公园的做法.*\n　1 人反映 · 1 人答过，答对率 0%\n　理由：与原文不符/u,
    );
    const words = await pressOn(room.bench, tokenOf(await room.ask('/faults', OWNER), '1 打开原文'), OWNER);
    expect(renderReply(words)).toContain('新建公园12处');
  });

  test('is also said by command, of the latest answer', async () => {
    const a = enrol(room, 'a');
    expect(await room.say('/fault', a)).toContain('还没有答过题');
    await drill(a, 1);
    expect(await room.say('/fault 面积写错了', a)).toContain('已记下');
    expect(room.bench.state.learning.disputes.open()[0]?.reasons).toEqual(['面积写错了']);
    expect(room.bench.state.learning.disputes.open()).toHaveLength(1);
  });

  test.each(['fault:zzz', 'fault:1', 'decide:1:retired', 'decide:x:retired', 'decide:9999999999:fixed', 'words:1'])(
    'a forged %s does nothing',
    async (token) => {
      const b = enrol(room, 'b');
      await drill(enrol(room, 'a'), 1);
      await pressOn(room.bench, token, b);
      expect(room.bench.state.learning.disputes.open()).toEqual([]);
    },
  );
});

describe('a decision', () => {
  const reported = async (): Promise<ReturnType<typeof person>> => {
    const a = enrol(room, 'a');
    await drill(a, 2);
    await room.say('/fault', a);
    return a;
  };

  test('to retire takes the item out for good, and those concerned are told once', async () => {
    const a = await reported();
    const b = enrol(room, 'b');
    await drill(b, 2);
    const [fault] = room.bench.state.learning.disputes.open();
    const done = await pressOn(room.bench, tokenOf(await room.ask('/faults', OWNER), '1 停用'), OWNER);
    expect(done.blocks[0]).toMatchObject({ text: '已处理：停用。' });
    expect(await room.say('/faults', OWNER)).toContain('没有待处理');
    expect(await room.say('/progress', a)).toMatch(/^题目有变动：\n· 你反映的题目，已停用这道题：.*\n(?!· )/u);
    expect(await room.say('/progress', b)).toMatch(/^题目有变动：\n· 已停用，不再出题/u);
    expect(await room.say('/progress', b)).not.toContain('题目有变动');
    room.pass(2_000);
    for (const by of [a, b]) {
      const reply = await room.ask('/quiz 5', by);
      const set = room.bench.state.learning.sets.underWay({ channel: 'test', user: by.speaker.user }, room.now);
      const asked = room.bench.state.learning.sets.progress(set?.id ?? 0).map(({ question }) => question.item.id);
      expect(asked).not.toContain(fault?.item.id);
      expect(reply.posed).toBeDefined();
    }
  });

  test.each([
    ['dismiss', 'dismissed', '核对无误'],
    ['已修正', 'fixed', '已修正'],
  ])('to %s keeps the item and tells who reported', async (word, _verdict, told) => {
    const a = await reported();
    const isFixed = word === '已修正';
    expect(await room.say(`/faults 1 ${word}`, OWNER)).toContain('已处理');
    const review = await room.say('/review', a);
    expect(review).toContain(told);
    expect(review.includes('第 1/1 题')).toBe(isFixed);
    expect(room.bench.state.learning.cards.of({ channel: 'test', user: 'a' })).toHaveLength(2);
    expect(room.bench.state.learning.cards.retired().size).toBe(0);
  });

  test.each(['/faults 2 retire', '/faults 1', '/faults 1 burn', '/faults x retire', '/faults constructor toString'])(
    '%s is answered with how to write it',
    async (text) => {
      await reported();
      expect(await room.say(text, OWNER)).toContain('写法');
      expect(room.bench.state.learning.disputes.open()).toHaveLength(1);
    },
  );

  test('about nothing says that there is nothing', async () => {
    expect(await room.say('/faults 1 停用', OWNER)).toContain('没有待处理');
  });

  test('is a maintainer’s alone', async () => {
    const a = await reported();
    const [fault] = room.bench.state.learning.disputes.open();
    expect(await room.say('/faults', a)).toContain('不在你的权限');
    await pressOn(room.bench, `decide:${fault?.id}:retired`, a);
    expect(room.bench.state.learning.disputes.open()).toHaveLength(1);
  });
});

describe('statistics', () => {
  test('open a fault where hardly anyone is right, and not again once it was decided', async () => {
    room.setItems(manyItems(1));
    for (let n = 0; n < 20; n++) await drill(enrol(room, `l${n}`), 1, n === 0 ? 1 : 0);
    expect(await room.say('/faults', OWNER)).toMatch(/统计异常 · 20 人答过，答对率 5%/u);
    await room.say('/faults 1 dismiss', OWNER);
    expect(await room.say('/faults', OWNER)).toContain('没有待处理');
  });
});

describe('re-indexing', () => {
  const learned = async (): Promise<ReturnType<typeof person>> => {
    const a = enrol(room, 'a');
    await drill(a, 2);
    return a;
  };
  const cards = () => room.bench.state.learning.cards.of({ channel: 'test', user: 'a' });

  test('retires the cards of what is gone and tells the learner once', async () => {
    const a = await learned();
    room.bench.service.text = '别的话。';
    room.setItems([single(1), single(3)]);
    await drill(enrol(room, 'b'), 1);
    expect(cards().map(({ item }) => item.id)).toEqual(['item-1']);
    expect(await room.say('/help', a)).toMatch(/^题目有变动：\n· 已停用，不再出题：.*第2类公园/u);
    expect(await room.say('/help', a)).not.toContain('题目有变动');
  });

  test('moves a card to the new span in silence where the answer is the same', async () => {
    const a = await learned();
    const before = cards();
    room.setItems([single(1), single(2, { id: 'new' as ItemId, spanHash: 'new' })]);
    expect(await room.say('/progress', a)).not.toContain('题目有变动');
    expect(cards().map(({ item }) => item.id)).toEqual(['item-1', 'new']);
    expect(cards().map(({ schedule }) => schedule)).toEqual(before.map(({ schedule }) => schedule));
  });

  test('asks anew at once, and says so, where the answer is another now', async () => {
    const a = await learned();
    room.setItems([single(1), single(2, { id: 'new' as ItemId, correct: 2 })]);
    expect(await room.say('/review', a)).toMatch(/^题目有变动：\n· 报告有更新，答案变了.*\n第 1\/1 题/u);
  });

  test('that adds a report, and makes other items of what still stands, retires nothing', async () => {
    const a = await learned();
    room.setItems([single(1), single(3)]);
    expect(await room.say('/progress', a)).not.toContain('题目有变动');
    expect(cards()).toHaveLength(2);
  });

  test('tells once of one fact, however many items it makes, and not at all of what was put back in time', async () => {
    room.setItems([single(1, { spanHash: 's' }), single(2, { spanHash: 's' })]);
    const a = await learned();
    const waiting = () => room.bench.state.learning.notices.waiting('test');
    const after = { spanHash: 't', correct: 2 };
    const b = enrol(room, 'b');
    room.bench.service.text = '别的话。';
    room.setItems([single(1, { ...after, id: 'n1' as ItemId }), single(2, { ...after, id: 'n2' as ItemId })]);
    await room.say('/progress', b);
    expect(waiting()).toHaveLength(1);
    room.setItems([single(1, { spanHash: 's' }), single(2, { spanHash: 's' })]);
    await room.say('/progress', b);
    expect(waiting()).toEqual([]);
    room.setItems([single(1, { ...after, id: 'n1' as ItemId }), single(2, { ...after, id: 'n2' as ItemId })]);
    expect((await room.say('/progress', a)).match(/^· 报告有更新/gmu)).toHaveLength(1);
    expect(await room.say('/progress', a)).not.toContain('题目有变动');
  });

  test('tells of ten and says how many are left, losing none', async () => {
    room.setItems(manyItems(13).map((item) => ({ ...item, spanHash: item.id })));
    const a = enrol(room, 'a');
    await drill(a, 13);
    room.bench.service.text = '别的话。';
    room.setItems([single(99)]);
    const told = await room.say('/progress', a);
    expect(told.match(/^· 已停用/gmu)).toHaveLength(10);
    expect(told).toContain('还有 3 道');
    expect((await room.say('/progress', a)).match(/^· 已停用/gmu)).toHaveLength(3);
    expect(await room.say('/progress', a)).not.toContain('题目有变动');
    expect(await room.say('/progress', a)).not.toMatch(/0\/0|柳溪区：.*0\/0/u);
  });

  test('brings a card back with its item', async () => {
    const a = await learned();
    const before = cards();
    room.bench.service.text = '别的话。';
    room.setItems([single(1)]);
    await room.say('/progress', a);
    expect(cards()).toHaveLength(1);
    room.setItems([single(1), single(2)]);
    await room.say('/progress', a);
    expect(cards()).toEqual(before);
  });

  test('of nothing at all leaves the cards as they are', async () => {
    const a = await learned();
    room.setItems([]);
    await room.say('/quiz', a);
    expect(cards()).toHaveLength(2);
  });
});
