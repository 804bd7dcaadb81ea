import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { renderReply } from '../../src/chat/render.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { pressOn, spoken, tokenOf } from '../chat/fixtures.ts';
import { enrol, openRoom, person, type Room, tokenOfPosed } from '../chat/practice/fixtures.ts';
import { manyItems } from '../quiz/made-up-items.ts';

const OWNER = person('o');
const B = { options: [1] };
let room: Room;
let code: string;
let learner: ReturnType<typeof person>;
beforeEach(async () => {
  room = openRoom(manyItems(40), { ownerIds: ['o'] });
  learner = enrol(room, 'a');
  code = /考试码 ([A-Z0-9]+)/u.exec(await room.say('/exam 4 10', OWNER))?.[1] ?? '';
});
afterEach(() => room.bench.remove());

/** Opens the exam's start page and begins the paper there. */
const begin = async (): Promise<Reply> => {
  const page = await room.ask(`/exam ${code}`, learner);
  return pressOn(room.bench, tokenOf(page, '开始考试'), learner);
};

describe('a paper that was handed in', () => {
  test('takes nothing and serves nothing, however often it is asked', async () => {
    const token = tokenOfPosed(await begin());
    const handedIn = await room.ask('/stop', learner);
    expect(handedIn.closes).toEqual([token]);
    for (const _time of [1, 2]) {
      const late = spoken(await room.answer(token, B, learner));
      expect(late.posed).toBeUndefined();
      expect(renderReply(late)).toMatch(/没有计分[\s\S]*已交卷：答了 0\/4/u);
      expect(renderReply(late)).not.toContain('以后会再出');
      const again = await room.ask(`/exam ${code}`, learner);
      expect(again.posed).toBeUndefined();
      expect(renderReply(again)).toContain('已交卷');
    }
    expect(room.bench.state.learning.questions.attempts(token)).toEqual([]);
  });

  test('by its button closes every question that was shown, answered or not', async () => {
    const first = tokenOfPosed(await begin());
    const second = tokenOfPosed(await room.answer(first, B, learner));
    const handedIn = await pressOn(room.bench, `paper:${code}:handin`, learner);
    expect(renderReply(handedIn)).toContain('已交卷：答了 1/4');
    expect(handedIn.closes).toEqual([first, second]);
  });

  test('by the end of the exam has ended too', async () => {
    await begin();
    room.pass(0.1);
    await room.say(`/exam ${code} end`, OWNER);
    const [paper] = room.bench.state.learning.exams.papers(code);
    expect(paper?.endedAt).toEqual(room.now);
    const again = await room.ask(`/exam ${code}`, learner);
    expect(again.posed).toBeUndefined();
    expect(renderReply(again)).toContain('考试已结束');
  });

  test('says in the table when, and how long it took: not when the last answer came', async () => {
    const row = async (): Promise<string> =>
      (await room.ask(`/results ${code}`, OWNER)).file?.text.split('\r\n')[1] ?? '';
    const token = tokenOfPosed(await begin());
    await room.answer(token, B, learner);
    expect(await row()).toContain(',2026-11-22 16:00,,,1,1,1,4,0.250,');
    room.pass(0.1);
    await room.say('/stop', learner);
    expect(await row()).toContain(',2026-11-22 16:00,2026-11-22 16:06,6.0,1,1,1,4,0.250,');
  });

  test('by its time alone was handed in then', async () => {
    await begin();
    room.pass(2);
    expect((await room.ask(`/results ${code}`, OWNER)).file?.text).toContain(
      ',2026-11-22 16:00,2026-11-22 16:10,10.0,0,0,0,4,0.000,',
    );
  });
});

describe('while a paper is open', () => {
  test.each(['柳溪区有几处公园？', '/ask 柳溪区有几处公园？', '/brief 柳溪区', '/topic 公园', '/source 1'])(
    '%s waits until it is handed in',
    async (text) => {
      await begin();
      const asked = room.bench.service.questions.length;
      const held = await room.ask(text, learner);
      expect(renderReply(held)).toContain('考试中，交卷后再问');
      expect(held.denied?.why).toBe('exam');
      expect(room.bench.service.questions).toHaveLength(asked);
      await room.say('/stop', learner);
      expect(await room.say(text, learner)).not.toContain('考试中');
    },
  );

  test('neither others nor practice wait', async () => {
    await begin();
    expect(await room.say('柳溪区有几处公园？', enrol(room, 'b'))).not.toContain('考试中');
    expect(await room.say('/help', learner)).not.toContain('考试中');
    room.pass(1);
    expect(await room.say('柳溪区有几处公园？', learner)).not.toContain('考试中');
  });

  test('its items still count in progress', async () => {
    let reply = await room.ask('/quiz 2', enrol(room, 'b'));
    while (reply.posed) reply = spoken(await room.answer(reply.posed.token, B, person('b')));
    expect(await room.say('/progress', person('b'))).toContain('练过 2/40 题');
  });
});
