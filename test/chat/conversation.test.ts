import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { renderReply } from '../../src/chat/render.ts';
import { type Bench, createBench, NOW, pressOn, replyTo, SPEAKER, TEXT } from './fixtures.ts';

let bench: Bench;
beforeEach(() => {
  bench = createBench();
});
afterEach(() => bench.remove());

const say = async (text: string, speaker = SPEAKER): Promise<string> =>
  renderReply(await replyTo(bench, text, { speaker }));

describe('questions', () => {
  test('an answer comes with one button for each source', async () => {
    const reply = await replyTo(bench, '柳溪区有几处公园？');
    expect(reply.blocks[0]).toEqual({ kind: 'headline', text: '12处[1]' });
    expect(reply.buttons.map(({ label }) => label)).toEqual(['原文 1', '👍', '👎']);
    for (const { token } of reply.buttons) expect(Buffer.byteLength(token)).toBeLessThanOrEqual(64);
  });

  test('a question that was understood as put gets no notice', async () => {
    expect(await say('柳溪区有几处公园？')).not.toContain('理解');
  });

  test('a follow-up is handed on with the earlier questions and says how it was understood', async () => {
    await say('柳溪区有几处公园？');
    expect(await say('那2031年呢？')).toMatch(/^按「柳溪区 · 2031」理解\n12处/u);
    expect(bench.service.questions.at(-1)?.history).toEqual(['柳溪区有几处公园？']);
  });

  test('an English question gets English words of ours', async () => {
    const reply = await replyTo(bench, 'Parks in Liuxi?');
    expect(reply.language).toBe('en');
    expect(reply.buttons[0]?.label).toBe('Source 1');
  });

  test('only the last five questions are remembered, oldest first', async () => {
    for (let n = 1; n <= 7; n += 1) await say(`公园${n}？`);
    await say('那呢？');
    expect(bench.service.questions.at(-1)?.history).toEqual(['公园3？', '公园4？', '公园5？', '公园6？', '公园7？']);
  });

  test('a complete question on a district starts a topic of its own', async () => {
    await say('塔山县公园在哪里？');
    await say('柳溪区有几处公园？');
    await say('那2031年呢？');
    expect(bench.service.questions.at(-1)?.history).toEqual(['柳溪区有几处公园？']);
  });

  test('each person has a history of their own, even in one chat', async () => {
    await say('柳溪区有几处公园？');
    await say('那2031年呢？', { ...SPEAKER, user: 'u2' });
    expect(bench.service.questions.at(-1)?.history).toEqual([]);
  });

  test('greetings are not followed up, honest refusals are', async () => {
    await say('你好');
    await say('航天城有多大？');
    await say('那呢？');
    expect(bench.service.questions.at(-1)?.history).toEqual(['航天城有多大？']);
  });

  test('a question of yesterday is not followed up', async () => {
    await say('柳溪区有几处公园？');
    bench.state.close();
    bench = createBench({ folder: bench.folder, now: () => new Date(NOW.getTime() + 13 * 3_600_000) });
    await say('那呢？');
    expect(bench.service.questions.at(-1)?.history).toEqual([]);
  });

  test.each(['', '🙂', '\u0007', '问'.repeat(10_000)])(
    'bad input %# gets a clear answer and asks nothing',
    async (text) => {
      expect((await say(text)).length).toBeGreaterThan(10);
      expect(bench.service.questions).toEqual([]);
    },
  );
});

describe('commands', () => {
  test('/start says what one can ask, from what is indexed', async () => {
    const text = await say('/start');
    expect(text).toContain('现收录 2 篇报告，涉及 2 个区县');
    expect(text).toContain('· 柳溪区');
    expect(text).toContain('· 塔山县');
    expect(text).toContain('/districts');
  });

  test('/start forgets earlier questions', async () => {
    await say('柳溪区有几处公园？');
    await say('/start');
    await say('那呢？');
    expect(bench.service.questions.at(-1)?.history).toEqual([]);
  });

  test('/start without reports says what to do', async () => {
    bench.service.indexed = [];
    expect(await say('/start')).toContain('npm run ingest');
  });

  test('/ask asks; without a question it shows how', async () => {
    expect(await say('/ask 柳溪区有几处公园？')).toContain('12处');
    expect(await say('/ask')).toMatch(/\/ask 柳溪区/u);
    expect(await say('/ask 🙂')).toContain('表情');
  });

  test('/districts and /sources list what is indexed', async () => {
    expect(await say('/districts')).toBe('· 云岭省清河市柳溪区（1 篇）\n· 云岭省塔山县（1 篇）');
    expect(await say('/sources')).toContain('· 塔山县茶业纪实 · 云岭省塔山县 · 2030-04 · 云岭日报');
  });

  test('long lists say how much they leave out', async () => {
    const [first] = bench.service.indexed;
    bench.service.indexed = Array.from({ length: 75 }, () => first).filter((report) => report !== undefined);
    expect(await say('/sources')).toContain('另有 15 项未列出');
  });

  test.each(['/nonsense', '/constructor', '/__proto__'])('%s is answered with the commands there are', async (text) => {
    expect(await say(text)).toContain(`没有 ${text} 这个命令`);
    expect(await say(text)).toContain('/districts');
  });

  test('every command of the menu is understood, in either language', async () => {
    for (const language of ['zh', 'en'] as const) {
      for (const { command } of bench.conversation.commands(language)) {
        expect(await say(`/${command}`, { ...SPEAKER, language })).not.toMatch(/没有 \/|no command/u);
      }
    }
  });
});

describe('opening the exact words', () => {
  const press = async (token: string, speaker = SPEAKER): Promise<string> =>
    renderReply(await pressOn(bench, token, { speaker }));
  const tokenOf = async (question: string): Promise<string> => (await replyTo(bench, question)).buttons[0]?.token ?? '';

  test('a button opens the quote amid its neighbours', async () => {
    expect(await press(await tokenOf('柳溪区有几处公园？'))).toContain(
      '柳溪区地处清河之畔。【2031年，柳溪区新建公园12处，总面积达到340亩。】居民出行半小时可达。',
    );
  });

  test('a button of an old answer works after a restart and after later answers', async () => {
    const token = await tokenOf('柳溪区有几处公园？');
    await say('航天城有多大？');
    bench = bench.restart();
    expect(await press(token)).toContain('【2031年');
  });

  test('the words quoted then are shown even when the report has changed or is gone', async () => {
    const token = await tokenOf('柳溪区有几处公园？');
    bench.service.text = `改过的开头。${TEXT}`;
    expect(await press(token)).toMatch(/【2031年.*】\n这篇报告不在现有收录中，或在回答之后有改动/su);
    bench.service.indexed = [];
    expect(await press(token)).toContain('【2031年');
  });

  test('原文 1 and /source 1 open the latest answer, of refusals too', async () => {
    expect(await say('原文 1')).toContain('还没有');
    await say('航天城有多大？');
    expect(await say('原文 1')).toContain('【2031年');
    expect(await say('/source 1')).toContain('【2031年');
    expect(await say('/source 9')).toContain('没有编号为 9 的出处');
  });

  test.each(['', 'source:', 'source:zzzzzz:1', 'source:1:', "source:1' OR 1=1:1", 'x'.repeat(500)])(
    'a forged button %j opens nothing',
    async (token) => {
      await say('柳溪区有几处公园？');
      expect(await press(token)).toContain('找不到');
    },
  );

  test('a button of another chat opens nothing', async () => {
    expect(await press(await tokenOf('柳溪区有几处公园？'), { ...SPEAKER, chat: 'c2' })).toContain('找不到');
  });

  test('a bug in the product is not hidden as a changed report', async () => {
    const token = await tokenOf('柳溪区有几处公园？');
    bench.service.context = () => {
      throw new TypeError('a bug');
    };
    await expect(press(token)).rejects.toThrow(TypeError);
  });
});
