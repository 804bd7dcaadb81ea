// The connection to WeCom: signs in, beats, hands on what comes, and matches each request with its answer.
import { randomUUID } from 'node:crypto';
import { AppError } from '../../errors.ts';
import { createSerialQueue } from '../../serial-queue.ts';
import type { Log } from '../log.ts';
import { type Answer, UNSENT } from '../messenger/answer.ts';
import { keepConnected, type Link } from '../messenger/long-connection.ts';
import type { Sleep } from '../sleep.ts';
import { type Frame, isPassing, isUpdate, type WecomUpdate } from './protocol.ts';

/** The parts of a connection. */
export interface ConnectionOptions {
  readonly botId: string;
  readonly secret: string;
  readonly url: string;
  readonly log: Log;
  readonly sleep: Sleep;
}

/** A connection that mends itself. */
export interface WecomConnection {
  /** Keeps connected until the signal aborts. @throws AppError `messenger/credentials` where they are refused at the start */
  run(take: (update: WecomUpdate) => void, signal: AbortSignal, alert?: (text: string) => void): Promise<void>;
  /** Makes a request; those that name the same id wait for each other. @param requestId default: a new one */
  request(cmd: string, body: unknown, requestId?: string): Promise<Answer>;
}

const BEAT_MS = 30_000;
const ANSWER_MS = 10_000;
/** Two programs of one robot take the connection from each other: not every half second. */
const TAKEN_OVER_WAIT_MS = 60_000;
const TAKEN_OVER = 'another program signed in with the same Bot ID and took the connection over. Run one of them.';

/** Creates a connection that is not open yet. */
export function createConnection({ botId, secret, url, log, sleep }: ConnectionOptions): WecomConnection {
  const waiting = new Map<string, (answer: Answer) => void>();
  const queue = createSerialQueue();
  let link: Link | null = null;
  const request: WecomConnection['request'] = (cmd, body, requestId = `${cmd}_${randomUUID()}`) =>
    queue.run(requestId, () => {
      if (link === null) return UNSENT;
      return ask({ cmd, headers: { req_id: requestId }, body }, link, waiting);
    });
  const opened = async (open: Link): Promise<void> => {
    const subscribe = { cmd: 'aibot_subscribe', headers: { req_id: `aibot_subscribe_${randomUUID()}` } };
    const answer = await ask({ ...subscribe, body: { bot_id: botId, secret } }, open, waiting);
    if (answer === 'lost') return open.close();
    if (answer.code === 0) {
      link = open;
      open.ready();
      log('info', 'wecom: connected');
    } else if (isPassing(answer.code)) open.close();
    else open.refuse(refusal(answer.code, answer.message));
  };
  return {
    request,
    run: (take, signal, alert = () => undefined) =>
      keepConnected({
        channel: 'wecom',
        address: async () => url,
        opened: (open) => void opened(open),
        received: (data, open) => receive(data, { take, alert, waiting, log, link: open }),
        closed: () => {
          link = null;
          for (const answer of waiting.values()) answer('lost');
        },
        beat: (open) => void open.send(JSON.stringify({ cmd: 'ping', headers: { req_id: `ping_${randomUUID()}` } })),
        beatEveryMs: BEAT_MS,
        log,
        sleep,
        signal,
      }),
  };
}

function refusal(code: number, message: string): AppError {
  const remedy =
    'Copy Bot ID and Secret anew from the robot’s page in WeCom (long connection) into WECOM_BOT_ID and WECOM_BOT_SECRET.';
  return new AppError('messenger/credentials', `WeCom does not let the robot in (${code} ${message}). ${remedy}`);
}

function ask(frame: Frame, link: Link, waiting: Map<string, (answer: Answer) => void>): Promise<Answer> {
  const id = frame.headers.req_id;
  return new Promise((resolve) => {
    const end = (answer: Answer): void => {
      clearTimeout(timer);
      waiting.delete(id);
      resolve(answer);
    };
    const timer = setTimeout(() => end('lost'), ANSWER_MS);
    waiting.set(id, end);
    if (!link.send(JSON.stringify(frame))) end(UNSENT);
  });
}

interface Receivers {
  readonly take: (update: WecomUpdate) => void;
  readonly alert: (text: string) => void;
  readonly waiting: ReadonlyMap<string, (answer: Answer) => void>;
  readonly log: Log;
  readonly link: Link;
}

function receive(data: Buffer, { take, alert, waiting, log, link }: Receivers): void {
  const frame = parse(data);
  if (isUpdate(frame)) {
    if (frame.body.event?.eventtype === 'disconnected_event') {
      log('error', `wecom: ${TAKEN_OVER}`);
      alert(TAKEN_OVER);
      link.close(TAKEN_OVER_WAIT_MS);
    } else take(frame);
    return;
  }
  const { headers, errcode = 0, errmsg = '', body } = (frame ?? {}) as Partial<Frame>;
  waiting.get(headers?.req_id ?? '')?.({ code: errcode, message: errmsg, body });
}

function parse(data: Buffer): unknown {
  try {
    return JSON.parse(data.toString('utf8')) as unknown;
  } catch {
    return null;
  }
}
