// What every messenger must do for practice, membership and files: the part of the contract that is about people.
import { describe, expect, test } from 'vitest';
import type { NewFile } from '../../../src/chat/corpus/corpus-admin.ts';
import { reviewed } from '../../../src/quiz/learning/schedule.ts';
import { single } from '../../channels/telegram/made-items.ts';
import { IDLE_CORPUS } from '../../chat/idle-corpus.ts';
import { type MessengerStage, OWNER, type Platform, QUESTION, viewOf } from './stage.ts';

/** Declares that part of the suite for one messenger. */
export function declarePeople(platform: Platform, stage: () => MessengerStage): void {
  const { whole, told, withButton, press, settled } = viewOf(stage);

  describe('practice', () => {
    test('puts a question with a button for each choice, tells what was right, and goes on', async () => {
      stage().bench.service.drawn = [single(1), single(2)];
      stage().api.say('/quiz 2');
      const { text, buttons } = await withButton('A');
      expect(text).not.toBe('');
      expect(Object.keys(buttons).slice(0, 3)).toEqual(['A', 'B', 'C']);
      await told(/批新建公园多少处？/u);
      const first = stage().api.shown.length;
      await press('B');
      await stage().api.until(() => stage().api.shown.length > first);
      await told(/答对|答错/u);
      await stage().api.until(() => whole().filter((message) => 'A' in message.buttons).length === 2);
    });

    test('reminds at the learner’s hour, once', async () => {
      learn(stage(), platform.channel);
      stage().clock.now = new Date('2026-11-23T00:30:00Z');
      stage().tick();
      await told('1 道题到期');
      stage().clock.now = new Date('2026-11-23T00:31:00Z');
      stage().tick();
      await settled();
      expect(whole().filter(({ text }) => text.includes('到期'))).toHaveLength(1);
    });
  });

  describe('people', () => {
    test('who are strangers are told how to come in, and come in by a code, with their role', async () => {
      stage().api.say(QUESTION, { user: 'new-1' });
      await told('new-1');
      stage().api.say('/invite trainee');
      await told('/start code-0001');
      stage().api.say('/start code-0001', { user: 'new-1' });
      await told('学员');
      stage().api.say('/reindex', { user: 'new-1' });
      await stage().api.until(() => whole().filter(({ chat }) => chat === 'new-1').length >= 3);
      stage().api.say(QUESTION, { user: 'new-1' });
      await told('12处');
      expect(stage().bench.state.members.roleOf(platform.channel, 'new-1')).toBe('trainee');
      const refused = stage()
        .bench.state.audit.entries()
        .filter(({ entry }) => entry.includes('"reindex"'));
      expect(refused.map(({ entry }) => entry)).toEqual([expect.stringContaining('"verdict":"role"')]);
    });
  });

  describe('files', () => {
    test('that a maintainer sends are fetched whole and staged', async () => {
      const staged: NewFile[] = [];
      const stage1 = async (file: NewFile) => {
        staged.push(file);
        return { id: 's1', verdict: 'unreadable' as const, health: ['已检查'] };
      };
      await stage().restart({
        corpusAdmin: {
          ...IDLE_CORPUS,
          formats: ['.txt'],
          stage: stage1,
          read: async () => Promise.reject(new Error('none')),
        },
      });
      stage().api.sendFile('柳溪 2031.txt', new TextEncoder().encode('柳溪区新建公园12处。'));
      await told('已检查');
      expect(staged.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([
        ['柳溪 2031.txt', '柳溪区新建公园12处。'],
      ]);
    });

    test('of one’s own data come as files', async () => {
      stage().api.say('/export_me');
      await stage().api.until(() => whole().some(({ file }) => file !== null));
      const file = whole().find((message) => message.file !== null)?.file;
      expect(file?.name).toBe('quzhi-my-data.json');
      expect(JSON.parse(file?.text ?? '')).toHaveProperty('exchange');
    });
  });
}

/** Answers an item wrong, so that it is due within minutes, and asks for a reminder at 8:30 by Shanghai's clock. */
function learn({ bench }: MessengerStage, channel: string): void {
  const { questions, habits } = bench.state.learning;
  const now = new Date('2026-11-20T08:00:00Z');
  const closesAt = new Date('2026-11-21T08:00:00Z');
  const learner = { channel, user: OWNER };
  bench.service.drawn = [single(1)];
  const put = { channel, chat: OWNER, user: OWNER, purpose: 'quiz', item: single(1), closesAt } as const;
  const { token } = questions.put(put, now);
  const response = { options: [0] };
  questions.settle(token, { learner, at: now }, (_question, schedule) => ({
    response,
    isRight: false,
    share: 0,
    schedule: reviewed(schedule, false, now),
  }));
  habits.set({
    learner,
    chat: OWNER,
    remindAtMinute: 510,
    zone: 'Asia/Shanghai',
    pausedUntil: null,
    pace: null,
    memory: null,
  });
}
