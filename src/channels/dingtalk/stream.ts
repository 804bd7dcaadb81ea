// The long connection to DingTalk: hands on what comes, tells that it was stored, and answers whether we are there.
import type { Log } from '../log.ts';
import type { Receiving } from '../messenger/adapter.ts';
import { keepConnected, type Link } from '../messenger/long-connection.ts';
import type { Sleep } from '../sleep.ts';
import type { DingtalkApi } from './api.ts';
import { CHANNEL, type DingtalkUpdate, type Frame, ROBOT_TOPIC } from './protocol.ts';

/** The parts of a stream. */
export interface StreamOptions extends Receiving<DingtalkUpdate> {
  readonly api: Pick<DingtalkApi, 'openConnection'>;
  readonly log: Log;
  readonly sleep: Sleep;
}

const BEAT_MS = 30_000;

/** Receives until the signal aborts. @throws AppError `messenger/credentials` where they are refused at the start */
export function receiveUpdates({ api, store, log, sleep, signal }: StreamOptions): Promise<void> {
  return keepConnected({
    channel: CHANNEL,
    address: () => api.openConnection(),
    // The ticket in the address has let us in.
    opened: (link) => {
      link.ready();
      log('info', `${CHANNEL}: connected`);
    },
    received: (data, link) => take(parse(data.toString('utf8')) as Frame | null, link, store),
    closed: () => undefined,
    beat: (link) => link.ping(),
    beatEveryMs: BEAT_MS,
    log,
    sleep,
    signal,
  });
}

function take(frame: Frame | null, link: Link, store: Receiving<DingtalkUpdate>['store']): void {
  const { topic = '', messageId = '' } = frame?.headers ?? {};
  const acknowledge = (data: string): void => {
    const headers = { contentType: 'application/json', messageId };
    link.send(JSON.stringify({ code: 200, headers, message: 'OK', data }));
  };
  if (frame?.type === 'SYSTEM') {
    if (topic === 'ping') acknowledge(frame.data ?? '');
    // DingTalk is about to end this connection, and hands nothing more to it.
    if (topic === 'disconnect') link.close();
    return;
  }
  if (frame?.type !== 'CALLBACK' || topic !== ROBOT_TOPIC) return;
  const update = parse(frame.data ?? '');
  // What is not acknowledged comes again.
  if (!isUpdate(update) || store(update.msgId, update)) acknowledge('{"response":null}');
}

function isUpdate(value: unknown): value is DingtalkUpdate {
  const { msgId } = (value ?? {}) as Partial<DingtalkUpdate>;
  return typeof msgId === 'string' && msgId !== '';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
