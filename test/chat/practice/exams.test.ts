import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { renderReply } from '../../../src/chat/render.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { fillIn, manyItems, TASHAN } from '../../quiz/made-up-items.ts';
import { pressOn, spoken, tokenOf } from '../fixtures.ts';
import { enrol, openRoom, person, type Room, tokenOfPosed } from './fixtures.ts';

const OWNER = person('o');
let room: Room;
beforeEach(() => {
  room = openRoom([...manyItems(40), ...Array.from({ length: 10 }, (_, n) => fillIn(100 + n, { district: TASHAN }))], {
    ownerIds: ['o'],
  });
});
afterEach(() => room.bench.remove());

const codeIn = (text: string): string => /考试码 ([A-Z0-9]+)/u.exec(text)?.[1] ?? `no code in ${text}`;
const make = async (words = '4 10'): Promise<string> => codeIn(await room.say(`/exam ${words}`, OWNER));

/** Begins a paper; the reply with its first question. */
const begin = (code: string, by: ReturnType<typeof person>): Promise<Reply> =>
  pressOn(room.bench, `paper:${code.toUpperCase()}:begin`, by).then(spoken);

/** Sits an exam, right on the first `rights` items, and hands in; the last reply. */
async function sit(code: string, by: ReturnType<typeof person>, rights: number): Promise<Reply> {
  let reply = await begin(code, by);
  for (let n = 0; reply.posed; n++) {
    const isChoice = reply.posed.form === 'one';
    const given = isChoice ? { options: [n < rights ? 1 : 0] } : { text: n < rights ? '120' : '121' };
    reply = spoken(await room.answer(reply.posed.token, given, by));
  }
  return spoken(await pressOn(room.bench, `paper:${code}:handin`, by));
}

describe('setting an exam', () => {
  test('gives a code, and says what it is', async () => {
    const text = await room.say('/exam 4 10 2 塔山县 seed=7', OWNER);
    expect(text).toMatch(/4 题，每人 10 分钟，2026-11-22 18:00（UTC\+8） 结束，范围：塔山县（seed=7）/u);
    const exam = room.bench.state.learning.exams.find(codeIn(text));
    expect(exam?.strata.flatMap(({ items }) => items).every(({ district }) => district === TASHAN)).toBe(true);
  });

  test.each(['', '0 10', '101 10', '5', '5 0', '5 601', '5 5 721', '5 5 5 5'])(
    '%j is answered with how to write it',
    async (words) => {
      const text = await room.say(`/exam ${words}`, OWNER);
      expect(text).toContain('写法：/exam 题数 分钟');
      expect(text.split('\n').length).toBeGreaterThan(2);
    },
  );

  test('says how many items there are where they are too few', async () => {
    expect(await room.say('/exam 60 10', OWNER)).toContain('只有 50 道');
    expect(await room.say('/exam 5 10 航天', OWNER)).toContain('「航天」');
  });

  test('is a maintainer’s, not a learner’s', async () => {
    const learner = enrol(room, 'a');
    expect(await room.say('/exam 4 10', learner)).toContain('没有考试码');
    expect(await room.say('/exam', learner)).toContain('由维护人员给出');
    const code = await make();
    expect(await room.say(`/exam ${code} end`, learner)).toContain('没有考试码');
    expect(renderReply(await pressOn(room.bench, `exam:${code}:end`, learner))).toContain('不在你的权限');
    expect(room.bench.state.learning.exams.find(code)?.endsAt.getTime()).toBeGreaterThan(room.now.getTime());
  });
});

describe('sitting an exam', () => {
  test('shuts every side door: export, answers to questions that are not put yet, the keys of earlier practice', async () => {
    const learner = enrol(room, 'a');
    const practised = await room.ask('/quiz 3', learner);
    const second = spoken(await room.answer(tokenOfPosed(practised), { options: [1] }, learner));
    const code = await make();
    const first = await begin(code, learner);
    expect(await room.say('/export_me', learner)).toContain('考试中');
    const next = (Number.parseInt(tokenOfPosed(first), 36) + 1).toString(36);
    expect(renderReply(spoken(await room.answer(next, { options: [1] }, learner)))).toContain('找不到');
    const old = spoken(await room.answer(tokenOfPosed(second), { options: [1] }, learner));
    expect(renderReply(old)).toContain('考试中');
    expect(renderReply(await pressOn(room.bench, `words:${tokenOfPosed(practised)}`, learner))).toContain('考试中');
    room.pass(1);
    const data = (await room.ask('/export_me', learner)).file?.text ?? '{}';
    const put = (JSON.parse(data).question as { purpose: string }[]).filter(({ purpose }) => purpose === 'exam');
    expect(put).toHaveLength(1);
  });

  test('reveals nothing before the end: no key, no verdict, no words, no cards', async () => {
    const learner = enrol(room, 'a');
    const code = await make();
    expect(await room.say(`/exam ${code.toLowerCase()}`, learner)).toMatch(/4 题，限时 10 分钟[\s\S]*开始计时/u);
    let reply = await begin(code, learner);
    expect(renderReply(reply)).toContain('共 4 题，限时 10 分钟');
    while (reply.posed) {
      const { token, key, closesInSeconds } = reply.posed;
      expect(key).toBeNull();
      expect(closesInSeconds).toBe(600);
      const given = reply.posed.form === 'one' ? { options: [1] } : { text: '9' };
      reply = spoken(await room.answer(token, given, learner));
      expect(renderReply(reply)).not.toMatch(/[✓✗]|解释|正确答案/u);
      expect(renderReply(await pressOn(room.bench, `words:${token}`, learner))).toContain('找不到');
    }
    reply = spoken(await pressOn(room.bench, tokenOf(reply, '交卷'), learner));
    expect(renderReply(reply)).toContain('答了 4/4 题');
    expect(room.bench.state.learning.cards.of({ channel: 'test', user: 'a' })).toEqual([]);
    expect(await room.say('/mistakes', learner)).toContain('没有答错');
    expect(await room.say('/progress', learner)).toContain('还没有答过题');
    expect(await room.say(`/results ${code}`, learner)).toContain('考试结束后公布');
  });

  test('its items stay out of everybody’s practice until it has ended', async () => {
    const learner = enrol(room, 'a');
    const code = await make('20 10');
    const reserved = room.bench.state.learning.exams.reserved(room.now);
    const practised = async (): Promise<string[]> => {
      let reply = await room.ask('/quiz 20', learner);
      const ids: string[] = [];
      while (reply.posed) {
        ids.push(room.bench.state.learning.questions.find(reply.posed.token)?.item.id ?? '');
        reply = await room.ask('/skip', learner);
      }
      return ids;
    };
    expect(reserved.size).toBeGreaterThan(19);
    for (const id of await practised()) expect(reserved.has(id as never)).toBe(false);
    await room.say(`/exam ${code} end`, OWNER);
    expect(room.bench.state.learning.exams.reserved(room.now).size).toBe(0);
  });

  test('happens once: who is done, ran out of time or asked to be forgotten gets no second paper', async () => {
    const code = await make();
    const [a, b, c] = ['a', 'b', 'c'].map((user) => enrol(room, user)) as [never, never, never];
    await sit(code, a, 4);
    expect(await room.say(`/exam ${code}`, a)).toContain('答了 4/4 题');
    await begin(code, b);
    await begin(code, c);
    await pressOn(room.bench, 'forget:yes', c);
    expect((await room.ask(`/exam ${code}`, c)).posed).toBeUndefined();
    room.pass(1);
    expect(await room.say(`/exam ${code}`, b)).toContain('答了 0/4 题');
    expect(room.bench.state.learning.exams.papers(code)).toHaveLength(3);
  });

  test('takes no answer once the paper’s time is over, and what is unanswered is not wrong', async () => {
    const learner = enrol(room, 'a');
    const reply = await begin(await make(), learner);
    room.pass(0.2);
    const late = spoken(await room.answer(reply.posed?.token ?? '', { options: [1] }, learner));
    expect(renderReply(late)).toMatch(/没有计分[\s\S]*已交卷：答了 0\/4 题/u);
    room.pass(24);
    await room.say('/progress', learner);
    expect(room.bench.state.learning.cards.of({ channel: 'test', user: 'a' })).toEqual([]);
  });

  test('handed in early takes no more answers', async () => {
    const learner = enrol(room, 'a');
    const reply = await begin(await make(), learner);
    expect(await room.say('/stop', learner)).toContain('已交卷');
    expect(renderReply(spoken(await room.answer(reply.posed?.token ?? '', { options: [1] }, learner)))).toContain(
      '没有计分',
    );
  });

  test('goes on where it stopped, across a restart, and practice waits meanwhile', async () => {
    const learner = enrol(room, 'a');
    const code = await make();
    const first = await begin(code, learner);
    room.restart();
    expect((await room.ask('/quiz', learner)).posed?.token).toBe(first.posed?.token);
    expect((await room.ask(`/exam ${code}`, learner)).posed?.token).toBe(first.posed?.token);
  });

  test('that has ended, or never was, cannot be sat', async () => {
    const learner = enrol(room, 'a');
    const code = await make();
    expect(await room.say('/exam ABCDEF', learner)).toContain('没有考试码');
    room.pass(25);
    expect(await room.say(`/exam ${code}`, learner)).toContain('已经结束');
  });
});

describe('results', () => {
  test('are a table and a file for the maker, best first, and the own result for learners once it has ended', async () => {
    const code = await make();
    await sit(code, { ...enrol(room, 'a'), name: '=甲,"乙"' }, 1);
    await sit(code, enrol(room, 'b'), 3);
    const table = await room.ask(`/results ${code}`, OWNER);
    expect(renderReply(table)).toMatch(
      /2 人参加\n.*还在进行.*\n1\. 名b：得 3\/4 分（75%）· 答对 3\n2\. =甲,"乙"：得 1\/4 分/u,
    );
    const rows = (table.file?.text ?? '').split('\r\n');
    expect(rows[0]).toBe('\uFEFF姓名,编号,开始（UTC+8）,交卷（UTC+8）,用时（分）,已答,答对,得分,总分,得分率,是否合格');
    expect(rows[1]).toMatch(/^名b,b,2026-11-22 16:00,2026-11-22 16:00,0\.0,4,3,3,4,0\.750,$/u);
    expect(rows[2]).toMatch(/^"'=甲,""乙""",a,/u);
    expect(rows).toHaveLength(4);
    await pressOn(room.bench, tokenOf(table, '现在结束考试'), OWNER);
    expect(await room.say('/results', person('b'))).toMatch(/得 3\/4 分（75%）· 答对 3\n✗ /u);
    expect(await room.say(`/results ${code}`, enrol(room, 'c'))).toContain('没有参加');
  });

  test('enter the cards when the exam has ended, once', async () => {
    const learner = enrol(room, 'a');
    const code = await make();
    await sit(code, learner, 2);
    const cards = () => room.bench.state.learning.cards.of({ channel: 'test', user: 'a' });
    expect(cards()).toEqual([]);
    await room.say(`/exam ${code} end`, OWNER);
    const settled = cards();
    expect(settled.map(({ isRight }) => isRight).sort()).toEqual([false, false, true, true]);
    await room.say('/progress', learner);
    expect(cards()).toEqual(settled);
    expect(await room.say('/mistakes', learner)).toContain('第 1/2 题');
  });

  test('of an exam that nobody sat say so', async () => {
    expect(await room.say(`/results ${await make()}`, OWNER)).toContain('还没有人参加');
    expect(await room.say('/results NONE99', OWNER)).toContain('没有考试码');
  });
});
