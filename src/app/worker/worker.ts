// The process in which a task is done, seen from inside: it takes its order, tells how far it is, and what came of it.
import { setTimeout as sleep } from 'node:timers/promises';
import { openBuiltinEmbedder } from '../../retrieve/embed/builtin.ts';
import type { Embedder } from '../../types.ts';
import { watchSelf } from '../../watchdog.ts';
import type { Embedded, EmbedderIdentity, WorkerMessage, WorkerOrder } from './task.ts';
import { packError, unpackError } from './task.ts';
import { doTask } from './work.ts';

/** Texts sent to the asking process at once: it answers questions between two of them. */
const TEXTS_AT_ONCE = 64;

type Tell = (message: WorkerMessage) => void;

/** Has texts embedded by the asking process, which holds the model or its endpoint. */
function askForVectors(tell: Tell): Embedder['embed'] {
  const open = new Map<number, (embedded: Embedded) => void>();
  let asked = 0;
  process.on('message', (embedded: Embedded) => {
    open.get(embedded.number)?.(embedded);
    open.delete(embedded.number);
  });
  const ask = async (texts: readonly string[]): Promise<Float32Array[]> => {
    const number = asked++;
    const embedded = await new Promise<Embedded>((resolve) => {
      open.set(number, resolve);
      tell({ kind: 'embed', number, texts });
    });
    if ('fault' in embedded) throw unpackError(embedded.fault);
    return embedded.vectors;
  };
  return async (texts) => {
    const vectors: Float32Array[] = [];
    for (let from = 0; from < texts.length; from += TEXTS_AT_ONCE)
      vectors.push(...(await ask(texts.slice(from, from + TEXTS_AT_ONCE))));
    return vectors;
  };
}

/** The built-in embedder is sheer arithmetic and is done here; any other stays where it was opened. */
function embedderOf(identity: EmbedderIdentity, embed: Embedder['embed']): Embedder {
  const own = identity.id.startsWith('builtin:') ? openBuiltinEmbedder() : null;
  return own?.id === identity.id ? own : { ...identity, embed };
}

async function carryOut({ task, embedder, nowMs }: WorkerOrder, tell: Tell): Promise<void> {
  const started = performance.now();
  try {
    const result = await doTask(task, {
      embedder: embedder && embedderOf(embedder, askForVectors(tell)),
      onProgress: (progress) => tell({ kind: 'progress', progress }),
      now: () => new Date(nowMs + performance.now() - started),
      sleep: (ms) => sleep(ms),
    });
    tell({ kind: 'done', result });
  } catch (error) {
    tell({ kind: 'failed', fault: packError(error) });
  }
}

const [maxMemoryMb] = process.argv.slice(2);
watchSelf(maxMemoryMb === undefined ? Number.POSITIVE_INFINITY : Number(maxMemoryMb));
process.once('disconnect', () => process.exit());
const tell: Tell = (message) => void process.send?.(message);
process.once('message', (order: WorkerOrder) => void carryOut(order, tell));
tell({ kind: 'ready' });
