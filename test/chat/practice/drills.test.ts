import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { renderReply } from '../../../src/chat/render.ts';
import { fillIn, manyItems, order, several, shortAnswer, single, trueFalse } from '../../quiz/made-up-items.ts';
import { pressOn, SPEAKER, spoken, tokenOf } from '../fixtures.ts';
import { openRoom, person, type Room, tokenOfPosed } from './fixtures.ts';

const LEARNER = { channel: SPEAKER.channel, user: SPEAKER.user };
let room: Room;
beforeEach(() => {
  room = openRoom(manyItems(30));
});
afterEach(() => room.bench.remove());
const cards = () => room.bench.state.learning.cards.of(LEARNER);

describe('/quiz', () => {
  test('puts five questions one after the other, each with its verdict, and sums up with what was wrong', async () => {
    expect(await room.say('/quiz')).toMatch(/^第 1\/5 题\n2031年.*\nA\. 10处\nB\. 12处\nC\. 15处\n/u);
    expect(await room.say('B')).toMatch(/^✓ 答对了。\n第\d+类公园的解释。[\s\S]*第 2\/5 题/u);
    expect(await room.say('a')).toMatch(/^✗ 答错了。\n正确答案：B 12处\n/u);
    await room.say('Ｂ');
    await room.say('12处');
    const end = await room.say('b');
    expect(end).toMatch(/本组完成：答对 4\/5（80%）\n✗ .*\n　正确答案：12处$/u);
    expect(await room.bench.state.learning.cards.of(LEARNER)).toHaveLength(5);
  });

  test.each([
    ['/quiz 3', '第 1/3 题'],
    ['/quiz 柳溪区 2', '第 1/2 题'],
    ['/quiz 塔山县', '第 1/5 题'],
    ['/quiz 城市更新 20', '第 1/20 题'],
  ])('%s begins with %s', async (text, beginning) => expect(await room.say(text)).toContain(beginning));

  test('keeps to the district that is named', async () => {
    let reply = await room.ask('/quiz 塔山县 15');
    const asked: string[] = [];
    while (reply.posed) {
      asked.push(reply.posed.question);
      reply = spoken(await room.answer(reply.posed.token, { options: [1] }));
    }
    expect(asked).toHaveLength(15);
    expect(cards().every(({ item }) => item.district === '云岭省塔山县')).toBe(true);
  });

  test.each(['/quiz 0', '/quiz 21', '/quiz 5 6'])(
    '%s is answered with how to write it, in several lines',
    async (text) => {
      const lines = (await room.say(text)).split('\n');
      expect(lines[0]).toContain('写法');
      expect(lines.length).toBeGreaterThan(3);
      expect(lines.join()).toContain('柳溪区');
    },
  );

  test('says what fits nothing, and what there is', async () => {
    const reply = await room.say('/quiz 航天');
    expect(reply).toContain('「航天」');
    expect(reply).toContain('塔山县');
  });

  test('says so where nothing is indexed', async () => {
    room.setItems([]);
    expect(await room.say('/quiz')).toContain('还出不了题');
  });

  test('speaks English to those who chose it', async () => {
    await room.say('/language en');
    expect(await room.say('/quiz')).toMatch(/^Question 1 of 5/u);
    expect(await room.say('B')).toMatch(/^✓ Right\./u);
  });

  test('begins with what can be chosen, for who is new', async () => {
    room.setItems([shortAnswer(1), fillIn(2), several(3), single(4), trueFalse(5), order(6)]);
    const forms: string[] = [];
    let reply = await room.ask('/quiz 6');
    while (reply.posed) {
      forms.push(reply.posed.form);
      reply = await room.ask('/skip');
    }
    expect(forms.slice(0, 2)).toEqual(['one', 'one']);
    expect(new Set(forms.slice(2, 4))).toEqual(new Set(['several', 'typed']));
  });

  test('takes what is due first', async () => {
    await room.say('/quiz 2');
    for (const letter of ['A', 'A']) await room.say(letter);
    room.pass(1);
    const first = (await room.ask('/quiz 3')).posed?.question;
    expect(cards().map(({ item }) => item.question)).toContain(first);
  });
});

describe('a typed answer', () => {
  test('of every kind is read, graded and told in detail', async () => {
    room.setItems([order(1)]);
    await room.say('/quiz');
    expect(await room.say('CBA')).toMatch(/^✗ 答错了。（3 项中答到 1 项）\n正确答案：CAB/u);
    room.setItems([fillIn(1)]);
    await room.say('/quiz');
    expect(await room.say('一百二十处')).toMatch(/^✓/u);
    room.setItems([several(2)]);
    await room.say('/quiz');
    expect(await room.say('A')).toMatch(/^✗ 答错了。（2 项中答到 1 项）/u);
    room.setItems([shortAnswer(2)]);
    await room.say('/quiz');
    expect(await room.say('建立清单制度，配备首席服务员')).toMatch(
      /^✓ 答对了。（3 项中答到 2 项）\n✓ 建立清单制度\n✓ .*\n✗ /u,
    );
  });

  test('that cannot be one is told how to write it, and nothing is graded', async () => {
    await room.say('/quiz');
    expect(await room.say('Z')).toContain('一个选项的字母');
    expect(await room.say('AB')).toContain('一个选项的字母');
    expect(cards()).toEqual([]);
    expect(await room.say('B')).toMatch(/^✓/u);
  });

  test('is told from a question, which is answered while the item stays open', async () => {
    await room.say('/quiz 2');
    expect(await room.say('柳溪区有几处公园？')).toContain('12处[1]');
    expect(await room.say('航天城有多大')).toContain('没有找到');
    expect(await room.say('/districts')).toContain('柳溪区');
    expect(await room.say('原文 1')).toContain('【');
    expect(await room.say('B')).toMatch(/^✓/u);
  });

  test('is a question where nothing is open', async () => {
    expect(await room.say('B')).not.toContain('✓');
    expect(cards()).toEqual([]);
  });

  test('is read in the chat of the set alone, and never in a group', async () => {
    await room.say('/quiz');
    const elsewhere = { speaker: { ...SPEAKER, chat: 'c2' } };
    expect(await room.say('B', elsewhere)).not.toContain('✓');
    expect(await room.say('B', { place: 'group' })).not.toContain('✓');
    expect(await room.say('B', person('u2'))).not.toContain('✓');
    expect(cards()).toEqual([]);
  });
});

describe('/skip and /stop', () => {
  test('skipping counts nothing and goes on', async () => {
    await room.say('/quiz 2');
    expect(await room.say('/skip')).toContain('第 2/2 题');
    expect(await room.say('跳过')).toContain('没有答题');
    expect(cards()).toEqual([]);
    expect(await room.say('/skip')).toContain('没有正在答的题');
  });

  test('stopping sums up; what comes then is a question again', async () => {
    await room.say('/quiz 5');
    await room.say('B');
    expect(await room.say('/stop')).toContain('答对 1/5');
    expect(await room.say('/stop')).toContain('没有正在处理');
    expect(await room.say('B')).not.toContain('✓');
  });
});

describe('an unanswered question', () => {
  test('times out, is not counted, and comes again', async () => {
    const token = tokenOfPosed(await room.ask('/quiz 1'));
    room.pass(25);
    expect(renderReply(spoken(await room.answer(token, { options: [1] })))).toContain('没有计分');
    expect(cards()).toEqual([]);
    expect(await room.say('B')).not.toContain('✓');
    expect(await room.say('/quiz 1')).toContain('第 1/1 题');
  });
});

describe('/review and /mistakes', () => {
  test('review puts what is due, and says when the next is', async () => {
    expect(await room.say('/review')).toContain('没有到期');
    await room.say('/quiz 3');
    for (const letter of ['A', 'B', 'B']) await room.say(letter);
    expect(await room.say('/review')).toMatch(/下一道在 2026-11-22 16:10（UTC\+8） 到期/u);
    room.pass(0.2);
    expect(await room.say('/review')).toContain('第 1/1 题');
    room.pass(72);
    expect(await room.say('/review')).toContain('第 1/3 题');
  });

  test('mistakes are what was wrong and is not right again', async () => {
    expect(await room.say('/mistakes')).toContain('没有答错');
    await room.say('/quiz 3');
    for (const letter of ['A', 'B', 'C']) await room.say(letter);
    expect(await room.say('/mistakes')).toContain('第 1/2 题');
    await room.say('B');
    await room.say('A');
    expect(await room.say('/mistakes')).toContain('第 1/1 题');
    await room.say('B');
    expect(await room.say('/mistakes')).toContain('没有答错');
  });
});

describe('buttons under an answer', () => {
  test('open the exact words, for those who answered', async () => {
    const token = tokenOfPosed(await room.ask('/quiz'));
    expect(renderReply(await pressOn(room.bench, `words:${token}`))).toContain('找不到');
    const reply = spoken(await room.answer(token, { options: [0] }));
    expect(renderReply(await pressOn(room.bench, tokenOf(reply, '打开原文')))).toContain(
      '【2031年，柳溪区新建公园12处',
    );
    expect(renderReply(await pressOn(room.bench, `words:${token}`, person('u2')))).toContain('找不到');
  });

  test('and nothing else stands there where the channel has shown the verdict', async () => {
    const token = tokenOfPosed(await room.ask('/quiz'));
    const reply = spoken(await room.answer(token, { options: [0] }, { showsVerdict: true }));
    expect(reply.blocks).toEqual([{ kind: 'notice', text: '第 2/5 题' }]);
    expect(reply.buttons.map(({ label }) => label)).toEqual(['打开原文', '这题有误', '撤销']);
    expect(reply.posed?.key).toEqual({ correct: [1], explanation: expect.stringContaining('解释') });
  });
});
