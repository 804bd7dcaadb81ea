// A messenger's bot as a process of its own that can be killed: real state, engine and adapter, made-up product, waits cut short.
// Arguments: channel, address of the stand-in, id, secret, state folder.
import { setTimeout as wait } from 'node:timers/promises';
import { createDingtalk } from '../../src/channels/dingtalk/index.ts';
import { runMessenger } from '../../src/channels/messenger/messenger.ts';
import { createWecom } from '../../src/channels/wecom/index.ts';
import { createLimiter } from '../../src/chat/access/limits.ts';
import { createConversation } from '../../src/chat/conversation.ts';
import { openState } from '../../src/store/state/state.ts';
import { answered, FakeService } from '../chat/fixtures.ts';
import type { CreateAdapter } from '../contract/messengers/stage.ts';

const [channel = '', url = '', id = '', secret = '', folder = ''] = process.argv.slice(2);
const WAITS_SHORTENED_BY = 25;

/** Answers with the question itself, after a while. */
class EchoService extends FakeService {
  override async answer({ text }: { readonly text: string }) {
    await wait(5);
    return answered({ short: text, claims: [{ text, citations: [1] }] });
  }
}

const state = openState(folder);
const log = (level: string, message: string): void => (level === 'error' ? console.error(message) : undefined);
const sleep = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
  await wait(milliseconds / WAITS_SHORTENED_BY, undefined, { signal }).catch(() => undefined);
};
const access = {
  policy: { access: 'open', ownerIds: [] },
  limiter: createLimiter({ perPerson: 1e6, inAll: 1e6 }),
  newCode: () => 'no-invitations',
} as const;
const now = (): Date => new Date();
const ADAPTERS: Readonly<Record<string, CreateAdapter>> = {
  wecom: createWecom as unknown as CreateAdapter,
  dingtalk: createDingtalk as unknown as CreateAdapter,
};
const create = ADAPTERS[channel];
if (create === undefined) throw new Error(`no messenger ${channel}`);
const stopping = new AbortController();
process.once('SIGTERM', () => stopping.abort());
await runMessenger({
  adapter: create({ url, id, secret, log, sleep }),
  conversation: createConversation({ service: new EchoService(), state, now, access }),
  inbox: state.inboxOf(channel),
  log,
  sleep,
  signal: stopping.signal,
});
state.close();
