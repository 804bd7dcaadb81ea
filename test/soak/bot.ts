// The bot of the soak, as a process of its own that can be killed: real state and channel, made-up product, waits cut short.
// Arguments: address of the stand-in, token, state folder, milliseconds of a slow answer. Prints its memory once a second.
import { setTimeout as wait } from 'node:timers/promises';
import { startTelegram } from '../../src/channels/telegram/index.ts';
import { createLimiter } from '../../src/chat/access/limits.ts';
import { createConversation } from '../../src/chat/conversation.ts';
import { openState } from '../../src/store/state/state.ts';
import { several, single } from '../channels/telegram/made-items.ts';
import { answered, FakeService } from '../chat/fixtures.ts';

const [apiRoot = '', token = '', folder = '', slowMs = '0'] = process.argv.slice(2);
/** Waits between tries are shortened, or an hour of outages would take an hour. */
const WAITS_SHORTENED_BY = 25;

const ITEMS = Array.from({ length: 40 }, (_, n) => (n % 4 === 0 ? several(n) : single(n)));

/** Answers with the question itself; slowly where it says so. */
class EchoService extends FakeService {
  override drawn = ITEMS;

  override async answer({ text }: { readonly text: string }) {
    if (text.includes('慢')) await wait(Number(slowMs));
    return answered({ short: text, claims: [{ text, citations: [1] }] });
  }
}

const state = openState(folder);
const limits = { perPerson: 1e6, inAll: 1e6 };
const access = {
  policy: { access: 'open', ownerIds: [] },
  limiter: createLimiter(limits),
  newCode: () => 'no-invitations',
} as const;
const now = (): Date => new Date();
process.on('unhandledRejection', (error) => console.error(`unhandled rejection: ${error}`));
const memory = setInterval(() => {
  globalThis.gc?.();
  console.log(JSON.stringify(process.memoryUsage()));
}, 1_000);
const bot = startTelegram({
  token,
  apiRoot,
  conversation: createConversation({ service: new EchoService(), state, now, access }),
  inbox: state.inboxOf('telegram'),
  log: (level, message) => (level === 'error' ? console.error(message) : undefined),
  sleep: async (milliseconds, signal) => {
    const isSign = milliseconds === 4_500 || milliseconds === 6_000 || milliseconds === 10_000;
    await wait(isSign ? milliseconds : milliseconds / WAITS_SHORTENED_BY, undefined, { signal }).catch(() => undefined);
  },
});
process.once('SIGTERM', () => void bot.stop());
await bot.done;
clearInterval(memory);
state.close();
