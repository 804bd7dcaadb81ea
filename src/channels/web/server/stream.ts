// Streams a reply as server-sent events: sentences and progress, then the reply. An error before the first event keeps its HTTP status.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import { HttpFault } from './http.ts';
import type { FaultJson, ReplyJson } from './schemas.ts';

/** The stream starts after this time even if there is no event yet. */
const MAX_WAIT_MS = 300;
/** Interval of comments that keep proxies from closing an idle stream. */
const HEARTBEAT_MS = 15_000;

/**
 * Server-sent events of a route that streams, with `Accept: text/event-stream`: any number of `text` and `progress`, then one `reply`
 * (whose data is `null` where nothing is said) or one `fault`; then the stream ends.
 */
interface StreamEvents {
  /** A settled sentence of an answer that is being written. */
  readonly text: { readonly text: string };
  readonly progress: { readonly line: string };
  readonly reply: ReplyJson | null;
  readonly fault: FaultJson;
}

/** Sends an event. */
export type Emit = <Name extends keyof StreamEvents>(name: Name, data: StreamEvents[Name]) => void;

/** The outcome of an operation: a reply, or an error. */
export type StreamOutcome = ReplyJson | null | HttpFault;

/** Runs an operation and streams its events. It continues if the client disconnects: the answer is kept in the history. */
export async function streamed(c: Context, work: (emit: Emit) => Promise<StreamOutcome>): Promise<Response> {
  const waiting: string[] = [];
  let send = (event: string): void => void waiting.push(event);
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const emit: Emit = (name, data) => {
    send(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
    begin();
  };
  const outcome = work(emit);
  const early = await Promise.race([outcome, begun, sleep(MAX_WAIT_MS, undefined, { ref: false })]);
  if (early instanceof HttpFault) throw early;
  c.header('X-Accel-Buffering', 'no');
  return streamSSE(c, async (stream: SSEStreamingApi) => {
    send = (event) => void stream.write(event);
    for (const event of waiting) send(event);
    const heartbeat = setInterval(() => send(': \n\n'), HEARTBEAT_MS).unref();
    const result = await outcome;
    clearInterval(heartbeat);
    if (result instanceof HttpFault) emit('fault', result.json);
    else emit('reply', result);
  });
}
