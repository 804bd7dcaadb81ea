import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fillIn, manyItems, trueFalse } from '../../quiz/made-up-items.ts';
import { SPEAKER } from '../fixtures.ts';
import { openRoom, type Room } from './fixtures.ts';

const LEARNER = { channel: SPEAKER.channel, user: SPEAKER.user };
let room: Room;
beforeEach(() => {
  room = openRoom(manyItems(10));
});
afterEach(() => room.bench.remove());
const answers = () => room.bench.state.learning.history.of(LEARNER, room.now).length;

describe('while an item is open', () => {
  test.each(['我觉得是B吧', '选B', 'B项', '第二个', '2', 'B 12处', '12处'])('%s answers it', async (text) => {
    await room.say('/quiz 2');
    expect(await room.say(text)).toMatch(/^✓/u);
  });

  test.each(['柳溪区新建公园', '嗯', '随便', '🙂', 'Z'])(
    '%s is told how to answer, and the item stays',
    async (text) => {
      await room.say('/quiz 2');
      const reply = await room.say(text);
      expect(reply).toContain('一个选项的字母');
      expect(reply).not.toContain('[1]');
      expect(answers()).toBe(0);
      expect(await room.say('B')).toMatch(/^✓/u);
    },
  );

  test('a question to the reports is answered, and its reply ends with the way back', async () => {
    await room.say('/quiz 2');
    const lines = (await room.say('柳溪区有几处公园？')).split('\n');
    expect(lines.join('\n')).toContain('12处[1]');
    expect(lines.join('\n')).toContain('这道题还在等你回答');
    expect(await room.say('题目')).toContain('第 1/2 题');
    await room.say('/stop');
    expect(await room.say('柳溪区有几处公园？')).not.toContain('这道题还在等你回答');
  });

  test('giving up shows what is right and goes on; nothing is counted', async () => {
    for (const text of ['不知道', '答案']) {
      await room.say('/quiz 2');
      const reply = await room.say(text);
      expect(reply).toContain('正确答案：12处');
      expect(reply).toContain('第 2/2 题');
    }
    expect(answers()).toBe(0);
  });

  test('skipping, showing again and ending are said in words', async () => {
    await room.say('/quiz 3');
    expect(await room.say('继续')).toContain('第 1/3 题');
    const next = await room.say('下一题');
    expect(next).toContain('第 2/3 题');
    expect(next).not.toContain('正确答案');
    expect(await room.say('不做了')).toContain('练习已结束');
  });

  test('what is right for a blank is its answer, whatever else the word would do', async () => {
    for (const word of ['帮助', '题目', '练习', '哪里好']) {
      room.setItems([fillIn(1, { accepted: [word] })]);
      await room.say('/quiz');
      expect(await room.say(word), word).toMatch(/^✓/u);
    }
  });

  test('it is told in the learner’s language', async () => {
    await room.say('/language en');
    await room.say('/quiz 2');
    expect(await room.say('whatever')).toContain('end with “?”');
    expect(await room.say('I think it’s B')).toMatch(/^✓/u);
  });
});

describe('when none is open', () => {
  test.each(['A', '选B', '对', '跳过'])('%s is told so instead of being asked of the reports', async (text) => {
    await room.say('/quiz 1');
    await room.say('B');
    expect(await room.say(text)).toContain('没有正在答的题');
  });
});

describe('a statement that was wrong', () => {
  test('is listed with what the report says, not only as wrong', async () => {
    room.setItems([trueFalse(1, { correct: 1, explanation: '原文：达标率为95%。' })]);
    await room.say('/quiz');
    expect(await room.say('对')).toMatch(/本组完成[\s\S]*正确答案：错误。原文：达标率为95%/u);
  });

  test('one that was right needs no more than that', async () => {
    room.setItems([trueFalse(1, { explanation: '原文：达标率为95%。' })]);
    await room.say('/quiz');
    expect(await room.say('错')).toMatch(/正确答案：正确$/u);
  });
});

describe('/quiz with words', () => {
  test('says what they were taken for, and asks nothing else', async () => {
    expect(await room.say('/quiz 塔山县城市更新 三题')).toMatch(/^范围：塔山县 城市更新（共 5 题可出）\n第 1\/3 题/u);
    expect(await room.say('/quiz 3')).toMatch(/^第 1\/3 题/u);
  });

  test.each(['/quiz help', '/quiz -1', '/quiz 1.5', '/quiz 99'])(
    '%s is answered with how to write it',
    async (text) => {
      expect(await room.say(text)).toMatch(/^写法：/u);
    },
  );
});

describe('practice asked for in words', () => {
  test.each([
    ['考考我', '第 1/5 题'],
    ['来3道塔山县的题', '第 1/3 题'],
    ['quiz me', '第 1/5 题'],
  ])('%s begins it', async (text, beginning) => expect(await room.say(text)).toContain(beginning));
});
