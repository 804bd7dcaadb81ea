// A reply that takes long as server-sent events: sentences and progress as they come, then the reply. What is over at once keeps its status.
import { setTimeout as sleep } from 'node:timers/promises';
import type { StreamEvents } from './types.ts';

/** How long a work may take before the stream begins without anything to tell. */
const PATIENCE_MS = 300;
/** A comment now and then, so that nothing on the way takes the silence for an end. */
const HEARTBEAT_MS = 15_000;

/** Sends an event. */
export type Emit = <Name extends keyof StreamEvents>(name: Name, data: StreamEvents[Name]) => void;

/** What came of a work: the last event, or a response of its own status where no event left before. */
export type Outcome =
  | { readonly name: 'reply'; readonly data: StreamEvents['reply'] }
  | { readonly name: 'fault'; readonly data: StreamEvents['fault']; readonly response: Response };

/** True if the request asks for server-sent events. */
export function wantsStream({ headers }: Request): boolean {
  return headers.get('accept')?.includes('text/event-stream') ?? false;
}

/** Does a work and streams what it tells. The work goes on if the reader leaves: what it makes is kept in their history. */
export async function streamed(work: (emit: Emit) => Promise<Outcome>): Promise<Response> {
  const encoder = new TextEncoder();
  const waiting: Uint8Array[] = [];
  let send = (piece: Uint8Array): void => void waiting.push(piece);
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const emit: Emit = (name, data) => {
    send(encoder.encode(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`));
    begin();
  };
  const outcome = work(emit);
  const early = await Promise.race([outcome, begun, sleep(PATIENCE_MS, undefined, { ref: false })]);
  if (early !== undefined && early.name === 'fault') return early.response;
  let heartbeat: NodeJS.Timeout | undefined;
  const stop = (): void => {
    clearInterval(heartbeat);
    send = () => undefined;
  };
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      send = (piece) => controller.enqueue(piece);
      for (const piece of waiting) send(piece);
      heartbeat = setInterval(() => send(encoder.encode(': \n\n')), HEARTBEAT_MS).unref();
      const finish = ({ name, data }: Outcome): void => {
        emit(name, data as never);
        stop();
      };
      return void outcome.then(finish).finally(() => closeQuietly(controller));
    },
    cancel: stop,
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    },
  });
}

function closeQuietly(controller: ReadableStreamDefaultController<Uint8Array>): void {
  try {
    controller.close();
  } catch {
    // Cancelled: the reader left.
  }
}
