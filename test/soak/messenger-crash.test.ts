// Messengers' bots that are killed with no warning while people ask: nothing is lost, and nobody is answered out of turn.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { seededRandom } from '../chat/fixtures.ts';
import { startDingtalk } from '../support/messengers/dingtalk.ts';
import type { CallFault, MessengerStandIn } from '../support/messengers/stand-in.ts';
import { startWecom } from '../support/messengers/wecom.ts';

const BOT = fileURLToPath(new URL('messenger-bot.ts', import.meta.url));
const KILLS = 4;
const PEOPLE = 10;
const QUESTIONS_EACH = 8;
const LIMIT_MS = 150_000;

const PLATFORMS: readonly [channel: string, start: () => Promise<MessengerStandIn>, sending: readonly string[]][] = [
  ['wecom', startWecom, ['aibot_respond_msg', 'aibot_send_msg']],
  [
    'dingtalk',
    startDingtalk,
    ['robot/sendBySession', 'robot/oToMessages/batchSend', 'card/instances', 'card/instances/createAndDeliver'],
  ],
];

test.each(PLATFORMS)(
  '%s: killed again and again while people ask, every question is answered, in its order',
  { timeout: LIMIT_MS },
  async (channel, start, sending) => {
    const folder = mkdtempSync(join(tmpdir(), 'quzhi-killed-'));
    const api = await start();
    const random = seededRandom(11);
    const faults: readonly CallFault[] = ['answer-lost', 'cut-before', 'cut-after', { code: -1 }];
    api.chance((method) =>
      sending.includes(method) && random() < 0.1 ? faults[Math.floor(random() * faults.length)] : undefined,
    );
    const said: string[] = [];
    const spawnBot = (): ChildProcess =>
      spawn(process.execPath, ['--import', 'tsx', BOT, channel, api.url, api.id, api.secret, folder], {
        stdio: 'inherit',
      });
    const whole = () => api.shown.filter(({ isWhole, text }) => isWhole && /第\d+问\[1\]/u.test(text));
    let bot = spawnBot();
    try {
      for (let round = 0; round <= KILLS; round += 1) {
        const signIns = api.signIns();
        await api.until(() => api.signIns() > signIns || round > 0, 60_000);
        for (let n = 0; n < (PEOPLE * QUESTIONS_EACH) / (KILLS + 1); n += 1) {
          const user = `u${said.length % PEOPLE}`;
          const text = `第${said.length}问`;
          said.push(text);
          api.say(text, { user });
          await wait(random() * 15);
        }
        if (round === KILLS) break;
        await wait(300 + random() * 600);
        bot.kill('SIGKILL');
        const before = api.signIns();
        bot = spawnBot();
        await api.until(() => api.signIns() > before, 60_000);
      }
      const answersTo = (text: string) => whole().filter((message) => message.text.includes(`${text}[1]`));
      const isAnswered = (text: string): boolean => answersTo(text).length > 0;
      await api.until(() => said.every(isAnswered), 60_000).catch(() => undefined);
      if (!said.every(isAnswered)) console.log(JSON.stringify(api.shown.slice(0, 3)));
      expect(said.filter((text) => !isAnswered(text))).toEqual([]);
      const repeated = said.filter((text) => answersTo(text).length > 1).length;
      console.log(
        `${channel}: ${said.length} questions, ${KILLS} kills, 0 lost, ${repeated} repeated after sends of unknown outcome`,
      );
      for (let person = 0; person < PEOPLE; person += 1) {
        const numbers = whole()
          .filter(({ chat }) => chat === `u${person}`)
          .map(({ text }) => Number(/\d+/u.exec(text)?.[0]));
        const firsts = [...new Set(numbers)];
        expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
      }
      expect(repeated).toBeLessThan(said.length / 5);
      expect(api.violations).toEqual([]);
    } finally {
      bot.kill('SIGKILL');
      await api.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
