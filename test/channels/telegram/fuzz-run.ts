// Throws odd messages at a whole bot and counts what came of it. As a program: node --import tsx test/channels/telegram/fuzz-run.ts 10000
import { pathToFileURL } from 'node:url';
import { seededRandom } from '../../chat/fixtures.ts';
import { OWNER, openStage, QUESTION } from './fixtures.ts';
import { oddUpdate } from './fuzz.ts';
import { fillIn, order, several, single } from './made-items.ts';

/** What was counted. */
export interface FuzzReport {
  readonly messages: number;
  readonly replies: number;
  readonly violations: readonly string[];
  /** Messages to strangers that hold anything of the reports: must be 0. */
  readonly strangersAnswered: number;
  /** Updates without an end: must be 0. */
  readonly unfinished: number;
  /** Requests that failed inside, and updates that were given up: must be none. */
  readonly failures: readonly string[];
  readonly isAliveAfter: boolean;
  readonly elapsedSeconds: number;
}

const MEMBER = { id: 70, is_bot: false, first_name: 'Member' };
const STRANGER = { id: 80, is_bot: false, first_name: '<i>Stranger & Co' };

/** Throws `count` odd messages from an owner, a member and a stranger. */
export async function runFuzz(count: number, seed: number): Promise<FuzzReport> {
  const startedAt = performance.now();
  const stage = await openStage();
  const random = seededRandom(seed);
  const { state } = stage.bench;
  const at = new Date(0);
  state.members.invite({ code: 'for-member', role: 'official', by: '7', at, expiresAt: new Date(1e13), uses: 1 });
  state.members.redeem('for-member', { channel: 'telegram', user: String(MEMBER.id), name: null, at });
  state.members.approve('telegram', '-1005', { by: '7', at });
  stage.bench.service.drawn = [order(1), fillIn(1), several(1), several(2), ...[1, 2, 3, 4, 5].map((n) => single(n))];
  const strangers = new Set<number>([-STRANGER.id]);
  try {
    for (let n = 0; n < count; n += 1) {
      const from = [OWNER, MEMBER, STRANGER, STRANGER][Math.floor(random() * 4)] ?? STRANGER;
      if (from === STRANGER) strangers.add(1_000 + n);
      stage.api.deliver(oddUpdate(random, from, 1_000 + n));
      const poll = stage.api.polls.at(-1 - Math.floor(random() * 3));
      if (poll) stage.api.vote(poll.id, from, [Math.floor(random() * 2)], random() < 0.5 ? 'quietly' : undefined);
      if (n % 50 === 0) stage.tick();
      if (n % 100 === 99) await stage.api.until(() => stage.api.unconfirmed().length < 50, 60_000);
    }
    const last = stage.say(QUESTION);
    await stage.api.until(() => stage.api.sent.some(({ replyTo }) => replyTo === last), 60_000);
    await stage.bot.stop();
    const shown = [
      ...stage.api.sent.map(({ replyTo, chatId, html, buttons }) => ({
        id: replyTo ?? -chatId,
        text: html + JSON.stringify(buttons),
      })),
      ...stage.api.calls
        .filter(({ method }) => method.startsWith('answer'))
        .map(({ payload }) => ({
          id: Number(String(payload.inline_query_id ?? payload.callback_query_id).slice(1)),
          text: JSON.stringify(payload),
        })),
    ];
    const answered = shown.filter(({ id, text }) => strangers.has(id) && /12处|柳溪|塔山|source:/u.test(text));
    return {
      messages: count,
      replies: stage.api.sent.length,
      violations: stage.api.violations,
      strangersAnswered: answered.length,
      unfinished: state.inboxOf('telegram').pending().length,
      failures: stage.log.filter((line) => line.startsWith('error')),
      isAliveAfter: true,
      elapsedSeconds: (performance.now() - startedAt) / 1_000,
    };
  } finally {
    await stage.end();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(JSON.stringify(await runFuzz(Number(process.argv[2] ?? 10_000), 2_026), null, 2));
}
