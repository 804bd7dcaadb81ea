// What every messenger must do, whatever it looks like: one suite for all adapters.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answered, citation, seededRandom } from '../../chat/fixtures.ts';
import type { CallFault } from '../../support/messengers/stand-in.ts';
import { declarePeople } from './contract-people.ts';
import { type MessengerStage, OWNER, openMessengerStage, type Platform, QUESTION, viewOf } from './stage.ts';

/** Declares the suite for one messenger. */
export function declareContract(platform: Platform): void {
  // A busy machine may take seconds for what takes milliseconds.
  vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

  let stage: MessengerStage;
  beforeEach(async () => {
    stage = await openMessengerStage(platform);
  });
  afterEach(async () => {
    await stage.end();
    expect(stage.api.violations).toEqual([]);
    expect(stage.failure()).toBeNull();
  });

  const { whole, told, withButton, press, settled } = viewOf(() => stage);

  describe('a question', () => {
    test('is answered with the answer first, its sources in the message, and a button that opens the exact words', async () => {
      stage.api.say(QUESTION);
      await press('原文 1');
      await told('【');
      const [answer] = whole();
      expect(answer?.chat).toBe(OWNER);
      expect(answer?.text).toBe(
        '12处[1]\n2031年，柳溪区新建公园12处，总面积达到340亩。[1]\n[1] 柳溪区建设公园的做法 · 云岭省清河市柳溪区 · 2032',
      );
      expect(whole().at(-1)?.text).toContain('【2031年，柳溪区新建公园12处，总面积达到340亩。】');
    });

    test('may follow up on the one before', async () => {
      stage.api.say(QUESTION);
      await told('12处');
      stage.api.say('那2032年呢？');
      await stage.api.until(() => stage.bench.service.questions.length === 2);
      expect(stage.bench.service.questions[1]?.history).toContain(QUESTION);
    });

    test('that no report answers is refused in words', async () => {
      stage.api.say('航天员有几位？');
      await told('没有找到');
    });

    test('shows each sentence that a language model settles, in one message that the answer replaces', async () => {
      stage.bench.service.written = ['新建公园12处。', '共340亩。'];
      let finish = (): void => undefined;
      stage.bench.service.before = () => new Promise((resolve) => (finish = resolve));
      stage.api.say(QUESTION);
      const isStreamed = (): boolean =>
        stage.api.shown.some(({ text, isWhole }) => !isWhole && text.includes('共340亩'));
      await stage.api.until(isStreamed);
      finish();
      await told('[1] 柳溪区建设公园的做法');
      expect(stage.api.shown.filter(({ isWhole }) => !isWhole)).toEqual([]);
      expect(stage.api.shown.filter(({ text }) => text.includes('340亩'))).toHaveLength(1);
    });

    test('in which every character counts is shown as it is', async () => {
      const quote = '1. <b>1 & 2</b> *3* _4_ `5` ~6~ \\7 |8| # 9';
      stage.bench.service.answer = async () =>
        answered({ short: quote, claims: [{ text: quote, citations: [1] }], citations: [citation(1, { quote })] });
      stage.api.say(QUESTION);
      await told(quote);
    });

    test('that fails inside is told plainly, and can be put again', async () => {
      stage.bench.service.before = () => {
        throw new Error('secret cause');
      };
      stage.api.say(QUESTION);
      await withButton('再试一次');
      expect(JSON.stringify(stage.api.shown)).not.toContain('secret cause');
      stage.bench.service.before = () => undefined;
      await press('再试一次');
      await told('12处');
    });

    test('that comes twice is answered once; malformed updates delay nobody', async () => {
      stage.api.times = 3;
      stage.api.say(QUESTION);
      await told('12处');
      await settled();
      expect(whole().filter(({ text }) => text.includes('12处'))).toHaveLength(1);
    });

    test('of a stranger in a group is shown nothing, not even that it is at work', async () => {
      stage.api.say(QUESTION, { group: 'g1', user: 'new-1' });
      stage.api.say(QUESTION);
      await told('12处');
      await stage.api.until(() => stage.bench.state.inboxOf(platform.channel).pending().length === 0);
      expect(stage.api.shown.filter(({ chat }) => chat === 'g1')).toEqual([]);
    });

    test('in a group is heard where the group is approved, without the bot’s name', async () => {
      stage.api.say('/approve', { group: 'g1' });
      await told('这个群已获准使用');
      stage.api.say(QUESTION, { group: 'g1' });
      await told('12处');
      expect(stage.bench.service.questions[0]?.text).toBe(QUESTION);
      expect(whole().at(-1)?.chat).toBe('g1');
    });
  });

  declarePeople(platform, () => stage);

  describe('whatever happens', () => {
    test('long replies are cut at sentences and come whole, in order', async () => {
      const [report] = stage.bench.service.indexed;
      const titled = (n: number) => ({
        ...(report as NonNullable<typeof report>),
        title: `第${n}份${'长'.repeat(400)}。`,
      });
      stage.bench.service.indexed = Array.from({ length: 30 }, (_, n) => titled(n));
      stage.api.say('/sources');
      await told('第29份');
      const numbers = whole().flatMap(({ text }) => [...text.matchAll(/第(\d+)份/gu)].map(([, n]) => Number(n)));
      expect(numbers).toEqual(Array.from({ length: 30 }, (_, n) => n));
    });

    test('a lost connection is mended, and what is said meanwhile is answered', async () => {
      stage.api.cut();
      stage.api.say(QUESTION);
      await told('12处');
      expect(stage.api.signIns()).toBeGreaterThan(1);
    });

    test('a reply is kept across a restart', async () => {
      for (const method of platform.sending)
        stage.api.inject(method, ...Array.from({ length: 500 }, () => 'cut-before' as const));
      stage.api.say(QUESTION);
      await stage.api.until(() => stage.bench.service.questions.length === 1);
      const inbox = stage.bench.state.inboxOf(platform.channel);
      await stage.api.until(() => inbox.pending().some(({ id }) => inbox.drafted(id) !== null));
      const asked = stage.bench.service.questions.length;
      await stage.stop();
      for (const method of platform.sending) stage.api.clear(method);
      await stage.restart();
      await told('12处');
      expect([asked, stage.bench.service.questions.length]).toEqual([1, 0]);
    });

    test('under random faults and restarts every question is answered, in its chat’s order, and once where that can be known', async () => {
      const random = seededRandom(5);
      const faults: readonly CallFault[] = ['answer-lost', 'cut-before', 'cut-after', { code: -1 }];
      let isUnknowable = false;
      stage.api.chance((method) => {
        if (!platform.sending.includes(method) || random() > 0.15) return undefined;
        const fault = faults[Math.floor(random() * faults.length)];
        isUnknowable ||= fault === 'answer-lost' || fault === 'cut-after';
        return fault;
      });
      const asked = Array.from({ length: 40 }, (_, n) => ({ user: `u${n % 8}`, text: `第${n}问：公园有几处？` }));
      await stage.restart({ access: 'open' });
      for (const [n, { user, text }] of asked.entries()) {
        stage.api.say(text, { user });
        if (n % 13 === 12) await stage.restart({ access: 'open' });
      }
      await stage.api.until(() => whole().filter(({ text }) => text.startsWith('12处')).length >= asked.length, 50_000);
      await settled();
      for (let n = 0; n < 8; n += 1) {
        const mine = whole().filter(({ chat, text }) => chat === `u${n}` && text.startsWith('12处'));
        expect(mine.length).toBeGreaterThanOrEqual(5);
        if (!isUnknowable) expect(mine).toHaveLength(5);
      }
    });
  });
}
