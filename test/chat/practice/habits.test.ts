import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { manyItems } from '../../quiz/made-up-items.ts';
import { SPEAKER } from '../fixtures.ts';
import { openRoom, type Room } from './fixtures.ts';

const LEARNER = { channel: SPEAKER.channel, user: SPEAKER.user };
let room: Room;
beforeEach(() => {
  room = openRoom(manyItems(12));
});
afterEach(() => room.bench.remove());
const habit = () => room.bench.state.learning.habits.of(LEARNER);

describe('/remind', () => {
  test.each([
    ['/remind 08:30', 510, 'Asia/Shanghai'],
    ['/remind ８：３０', 510, 'Asia/Shanghai'],
    ['/remind 20点', 1_200, 'Asia/Shanghai'],
    ['/remind 7', 420, 'Asia/Shanghai'],
    ['/remind 23:59 +6', 1_439, 'Etc/GMT-6'],
    ['/remind 0:00 Asia/Urumqi', 0, 'Asia/Urumqi'],
  ])('%s is kept', async (text, minute, zone) => {
    expect(await room.say(text)).toContain(zone);
    expect(habit()).toMatchObject({ remindAtMinute: minute, zone, chat: SPEAKER.chat });
    expect(room.bench.state.learning.habits.reminded('test')).toHaveLength(1);
    expect(room.bench.state.learning.habits.reminded('other')).toEqual([]);
  });

  test.each(['/remind', '/remind 25:00', '/remind 8:61', '/remind noon', '/remind 8:30 +8 daily'])(
    '%s is answered with how to write it',
    async (text) => {
      const lines = (await room.say(text)).split('\n');
      expect(lines.length).toBeGreaterThan(2);
      expect(habit()).toBeNull();
    },
  );

  test('says so where there is no such zone', async () => {
    expect(await room.say('/remind 8:30 Mars/Base')).toContain('「Mars/Base」');
    expect(habit()).toBeNull();
  });

  test('off ends it; the usage tells what is set', async () => {
    await room.say('/remind 08:30');
    expect(await room.say('/remind')).toContain('08:30 (Asia/Shanghai)');
    expect(await room.say('/remind off')).toContain('已取消');
    expect(room.bench.state.learning.habits.reminded('test')).toEqual([]);
    await room.say('/remind 08:30 +2');
    await room.say('/remind off');
    expect(habit()?.zone).toBe('Asia/Shanghai');
  });
});

describe('/pause', () => {
  test('holds for some days, and can be ended', async () => {
    await room.say('/remind 08:30');
    expect(await room.say('/pause')).toContain('2026-11-29');
    expect(habit()?.pausedUntil?.getTime()).toBe(room.now.getTime() + 7 * 86_400_000);
    expect(await room.say('/pause 2')).toContain('2026-11-24');
    expect(await room.say('/pause 0')).toContain('已恢复');
    expect(habit()).toMatchObject({ pausedUntil: null, remindAtMinute: 510 });
  });

  test.each([
    ['3天', 3],
    ['三天', 3],
    ['３ 天', 3],
    ['两周', 14],
    ['一个月', 30],
    ['2 weeks', 14],
  ])('%s is read as %i days', async (text, days) => {
    await room.say(`/pause ${text}`);
    expect(habit()?.pausedUntil?.getTime()).toBe(room.now.getTime() + days * 86_400_000);
  });

  test('ends with a new reminder', async () => {
    await room.say('/pause 30');
    await room.say('/remind 08:30');
    expect(habit()).toMatchObject({ pausedUntil: null, remindAtMinute: 510 });
  });

  test.each(['/pause forever', '/pause -1', '/pause 366'])('%s is answered with how to write it', async (text) => {
    expect(await room.say(text)).toContain('/pause 天数');
  });
});

describe('/progress', () => {
  test('says so before the first answer', async () => {
    expect(await room.say('/progress')).toContain('还没有答过题');
  });

  test('tells by district and topic what was seen, right, mastered and is due', async () => {
    await room.say('/quiz 4');
    for (const letter of ['B', 'B', 'A', 'B']) await room.say(letter);
    const text = await room.say('/progress');
    expect(text.split('\n')[0]).toBe('练过 4/12 题 · 答对率 75% · 已掌握 0 · 待复习 0');
    expect(text).toMatch(/按区县\n· (?:柳溪区|塔山县)：练过 2\/6 题/u);
    expect(text).toContain('按主题\n· 城市更新：练过 4/12 题');
  });

  test('counts days in a row on the learner’s calendar', async () => {
    await room.say('/remind 8:00 +8');
    for (let day = 0; day < 3; day++) {
      await room.say('/quiz 1');
      const end = await room.say('B');
      expect(end.includes('连续练习')).toBe(day > 0);
      room.pass(24);
    }
    expect(await room.say('/progress')).toContain('连续练习 3 天');
    room.pass(24);
    expect(await room.say('/progress')).not.toContain('连续练习');
  });
});
