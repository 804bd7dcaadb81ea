import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { replaceDistrict, replacePeriod } from '../../../src/chat/asking/asking.ts';
import { renderReply } from '../../../src/chat/render.ts';
import { answered, type Bench, createBench, fact, pressOn, replyTo, SPEAKER, tokenOf } from '../fixtures.ts';

const QUESTION = '柳溪区有几处公园？';
let bench: Bench;
beforeEach(() => {
  bench = createBench({ ownerIds: ['u1'] });
});
afterEach(() => bench.remove());
const asked = (): string | undefined => bench.service.questions.at(-1)?.text;

describe('the line of what was understood', () => {
  const followUp = async () => {
    await replyTo(bench, QUESTION);
    return replyTo(bench, '那2031年呢？');
  };

  test('can be changed to another district', async () => {
    const choice = await pressOn(bench, tokenOf(await followUp(), '换区县'));
    expect(choice.buttons.map(({ label }) => label)).toEqual(['塔山县']);
    await pressOn(bench, tokenOf(choice, '塔山县'));
    expect(asked()).toBe('塔山县2031年新建了多少处公园？');
  });

  test('can be changed to another year for which there are figures', async () => {
    const choice = await pressOn(bench, tokenOf(await followUp(), '换年份'));
    expect(choice.buttons.map(({ label }) => label)).toEqual(['2030']);
    await pressOn(bench, tokenOf(choice, '2030'));
    expect(asked()).toBe('柳溪区2030年新建了多少处公园？');
  });

  test('is not offered for change where nothing was resolved', async () => {
    expect((await replyTo(bench, QUESTION)).buttons.map(({ label }) => label)).toEqual(['原文 1', '👍', '👎']);
  });

  test('is marked for channels that draw it in their own way, with what each answer can be changed to', async () => {
    const { blocks, buttons, shown } = await followUp();
    const told = blocks.flatMap((block) => (block.kind === 'notice' ? [block.tells] : []));
    expect(told).toEqual(['understood']);
    const tokens = buttons.map(({ token }) => token);
    const changes = tokens.slice(-3);
    expect(changes).toEqual([shown?.changes?.district, shown?.changes?.period, `alone:${shown?.id}`]);
    const plain = await replyTo(bench, QUESTION);
    expect(plain.shown?.changes).toEqual({ district: `swap:${plain.shown?.id}`, period: expect.anything() });
  });

  test('one press asks it as it was put, without what was taken over', async () => {
    const { shown } = await followUp();
    await pressOn(bench, `alone:${shown?.id}`);
    expect(bench.service.questions.at(-1)).toMatchObject({ text: shown?.question, history: [] });
  });

  test.each(['swap:zz', 'swap:1:00000000', 'year:zz', 'year:1:1999', 'swap', 'year:'])(
    'a stale or forged %s changes nothing',
    async (token) => {
      await followUp();
      const before = bench.service.questions.length;
      await pressOn(bench, token);
      expect(bench.service.questions.length).toBe(before);
    },
  );
});

test.each([
  ['柳溪区有几处公园？', '云岭省清河市柳溪区', '云岭省塔山县', '塔山县有几处公园？'],
  ['云岭省清河市柳溪区有几处公园？', '云岭省清河市柳溪区', '云岭省塔山县', '塔山县有几处公园？'],
  ['有几处公园？', '云岭省清河市柳溪区', '云岭省塔山县', '塔山县有几处公园？'],
])('%s asked of another district', (question, from, to, expected) => {
  expect(replaceDistrict(question, from, to)).toBe(expected);
});

test.each([
  ['2031年有几处公园？', '2031', '2030', '2030年有几处公园？'],
  ['有几处公园？', '2031-05', '2030', '2030年有几处公园？'],
])('%s asked of another year', (question, from, to, expected) => {
  expect(replacePeriod(question, from, to)).toBe(expected);
});

describe('in a group', () => {
  const inGroup = { speaker: { ...SPEAKER, chat: 'g' }, place: 'group' } as const;

  test('answers are short', async () => {
    const claims = Array.from({ length: 20 }, (_, n) => ({
      text: `${n}${'长'.repeat(100)}。`,
      citations: [1] as const,
    }));
    bench.service.answer = async () => answered({ claims: [{ text: '短。', citations: [1] }, ...claims] });
    expect(renderReply(await replyTo(bench, QUESTION, inGroup)).length).toBeLessThanOrEqual(500);
    expect(renderReply(await replyTo(bench, QUESTION)).length).toBeGreaterThan(1_000);
  });

  test('each person is remembered apart, and apart from their private chat', async () => {
    await replyTo(bench, QUESTION, inGroup);
    await replyTo(bench, '那呢？');
    expect(bench.service.questions.at(-1)?.history).toEqual([]);
    await replyTo(bench, '那呢？', inGroup);
    expect(bench.service.questions.at(-1)?.history).toEqual([QUESTION]);
  });
});

describe('stopping', () => {
  test('ends the question under way, which says so, and no other', async () => {
    let release = (): void => undefined;
    bench.service.before = () => new Promise((resolve) => (release = resolve));
    const other = { ...SPEAKER, user: 'u2', chat: 'c2' };
    const asking = replyTo(bench, QUESTION);
    expect(bench.conversation.stop(other)).toBe(false);
    expect(bench.conversation.stop(SPEAKER)).toBe(true);
    expect(renderReply(await asking)).toContain('已停止');
    expect(bench.conversation.stop(SPEAKER)).toBe(false);
    release();
    expect(bench.state.exchanges.find(SPEAKER, null)).toBeNull();
  });

  test('says so where there is nothing to stop', async () => {
    expect(renderReply(await replyTo(bench, '/stop'))).toContain('没有正在处理');
  });
});

describe('judging', () => {
  test('a thumb up is thanked in passing and counted', async () => {
    const reply = await pressOn(bench, tokenOf(await replyTo(bench, QUESTION), '👍'));
    expect(reply.shownAs).toBe('note');
    expect(renderReply(await replyTo(bench, '/feedback'))).toBe('有用 1');
  });

  test('a thumb down asks what is wrong, and reaches maintainers with its question', async () => {
    const why = await pressOn(bench, tokenOf(await replyTo(bench, QUESTION), '👎'));
    const thanks = await pressOn(bench, tokenOf(why, '数字不对'));
    expect(thanks.shownAs).toBe('edit');
    expect(bench.alerts).toEqual([expect.stringContaining(QUESTION)]);
    expect(renderReply(await replyTo(bench, '/feedback'))).toMatch(
      /^数字不对 1\n· 2026-11-22 数字不对：柳溪区有几处公园/u,
    );
  });

  test('a later judgement takes the place of an earlier one by the same person', async () => {
    const answer = await replyTo(bench, QUESTION);
    await pressOn(bench, tokenOf(answer, '👍'));
    await pressOn(bench, `${tokenOf(answer, '👎')}:source`);
    expect(renderReply(await replyTo(bench, '/feedback'))).toContain('出处不对 1');
    expect(renderReply(await replyTo(bench, '/feedback'))).not.toContain('有用');
  });

  test.each(['good:zz', 'bad:zz', 'bad:zz:figure', 'good', 'bad:1:nonsense'])(
    'a forged %s judges nothing',
    async (token) => {
      await pressOn(bench, token);
      expect(renderReply(await replyTo(bench, '/feedback'))).toBe('还没有评价。');
    },
  );
});

describe('gaps', () => {
  test('are refused questions, grouped by reason, with how often each was put', async () => {
    await replyTo(bench, QUESTION);
    await replyTo(bench, '你好');
    for (const text of ['航天城有多大？', '航天城有多大？', '港口有多大？']) await replyTo(bench, text);
    expect(renderReply(await replyTo(bench, '/gaps'))).toBe('没有依据 (3)\n· 航天城有多大？ ×2\n· 港口有多大？');
  });

  test('name nobody', async () => {
    await replyTo(bench, '航天城有多大？');
    expect(JSON.stringify(bench.state.feedback.gaps())).not.toContain('u1');
  });
});

describe('a failure', () => {
  test('gives an id and a button that asks once more', async () => {
    const failure = bench.conversation.failed({ speaker: SPEAKER }, { id: 'x7', text: QUESTION });
    expect(renderReply(failure)).toContain('编号 x7');
    expect(renderReply(await pressOn(bench, tokenOf(failure, '再试一次')))).toContain('12处');
    expect(renderReply(await pressOn(bench, 'retry:x7'))).toContain('找不到');
  });
});

describe('the audit log', () => {
  test('tells who asked under a name of no meaning, what was understood, from what and how it ended, and no question', async () => {
    await replyTo(bench, QUESTION);
    await replyTo(bench, '航天城有多大？');
    await replyTo(bench, '/members', { speaker: { ...SPEAKER, user: 'stranger' } });
    const entries = bench.state.audit.entries().map(({ entry }) => JSON.parse(entry));
    expect(entries[0]).toMatchObject({
      act: 'question',
      role: 'owner',
      verdict: 'answered',
      districts: ['云岭省清河市柳溪区'],
      passages: [['liuxi', 10, 37]],
    });
    expect(entries[1]).toMatchObject({ verdict: 'no-evidence', passages: [] });
    expect(entries[2]).toMatchObject({ act: 'members', role: 'stranger', verdict: 'stranger' });
    expect(JSON.stringify(entries)).not.toMatch(/几处公园|"u1"/u);
  });
});

test('facts of districts that are not indexed offer no year', () => {
  expect(fact('云岭省无名县').district).toBe('云岭省无名县');
  expect(bench.service.facts('云岭省无名县')).toEqual([]);
});

test('each question is told with what became of it to whoever listens, and nothing else is', async () => {
  const told: string[][] = [];
  const heard = createBench({ ownerIds: ['u1'], onAnswered: (...words) => void told.push(words) });
  await replyTo(heard, QUESTION);
  await replyTo(heard, '/help');
  await replyTo(heard, '航天的情况如何？');
  heard.remove();
  expect(told).toEqual([
    [QUESTION, 'answered'],
    ['航天的情况如何？', 'no-evidence'],
  ]);
});
