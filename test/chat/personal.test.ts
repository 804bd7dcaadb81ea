import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { renderReply } from '../../src/chat/render.ts';
import { type Bench, createBench, NOW, pressOn, replyTo, SPEAKER, tokenOf } from './fixtures.ts';

const QUESTION = '柳溪区有几处公园？';
const OTHER = { speaker: { ...SPEAKER, user: 'u2' } };
let bench: Bench;
beforeEach(() => {
  bench = createBench({ access: 'open', ownerIds: [] });
});
afterEach(() => bench.remove());
const exported = async (setting = {}) => JSON.parse((await replyTo(bench, '/export_me', setting)).file?.text ?? '{}');

describe('one’s own data', () => {
  test('is exported whole, and nobody else’s', async () => {
    await replyTo(bench, QUESTION);
    await replyTo(bench, '公园在哪里？', OTHER);
    const data = await exported();
    expect(data.exchange).toMatchObject([{ question: QUESTION, user: 'u1' }]);
    expect(JSON.stringify(data)).not.toContain('u2');
  });

  test('is deleted after a second yes, and nobody else’s', async () => {
    const answer = await replyTo(bench, QUESTION);
    await pressOn(bench, tokenOf(answer, '👍'));
    await replyTo(bench, '/language en');
    await replyTo(bench, QUESTION, OTHER);
    const sure = await replyTo(bench, '/forget_me');
    expect((await exported()).exchange).toHaveLength(1);
    expect(renderReply(await pressOn(bench, tokenOf(sure, 'Yes, delete')))).toMatch(/^\d+ records deleted/u);
    // What is left is the trace of this export itself, under a new name of no meaning.
    expect(await exported()).toMatchObject({ exchange: [], feedback: [], setting: [] });
    expect((await exported(OTHER)).exchange).toHaveLength(1);
    expect(renderReply(await pressOn(bench, answer.buttons[0]?.token ?? ''))).toContain('找不到');
  });

  test('once forgotten is not found in the audit log, whose chain stays whole', async () => {
    await replyTo(bench, QUESTION);
    const [before] = bench.state.audit.entries();
    await pressOn(bench, 'forget:yes');
    expect((await exported()).pseudonym[0]?.name).not.toBe(JSON.parse(before?.entry ?? '{}').who);
    expect(bench.state.audit.verify().brokenAt).toBeNull();
  });

  test('is forgotten by age as configured', async () => {
    await replyTo(bench, QUESTION);
    await replyTo(bench, '航天城有多大？');
    expect(bench.state.personalData.prune(NOW)).toBe(0);
    expect(bench.state.personalData.prune(new Date(NOW.getTime() + 1))).toBe(2);
    expect(bench.state.feedback.gaps()).toEqual([]);
    expect((await exported()).exchange).toEqual([]);
  });
});

describe('the language', () => {
  test('is chosen by command or button, and stays chosen', async () => {
    expect(renderReply(await replyTo(bench, '/language en'))).toBe('Done.');
    expect((await replyTo(bench, QUESTION)).buttons[0]?.label).toBe('Source 1');
    bench = bench.restart();
    expect((await replyTo(bench, QUESTION)).buttons[0]?.label).toBe('Source 1');
    const choice = await replyTo(bench, '/language');
    expect(choice.buttons.map(({ label }) => label)).toEqual(['中文', 'English', 'Automatic']);
    await pressOn(bench, tokenOf(choice, '中文'));
    expect((await replyTo(bench, 'Parks?')).buttons[0]?.label).toBe('原文 1');
  });

  test('is otherwise that of the question', async () => {
    await replyTo(bench, '/language en');
    await replyTo(bench, '/language auto');
    expect((await replyTo(bench, QUESTION)).language).toBe('zh');
    expect((await replyTo(bench, 'Parks?')).language).toBe('en');
  });

  test.each(['language:xx', 'language', 'forget:no', 'forget'])('a forged %s does nothing', async (token) => {
    await pressOn(bench, token);
    expect((await exported()).setting).toEqual([]);
  });
});
