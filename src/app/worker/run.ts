// Has a task done in a thread of its own, so that questions go on being answered meanwhile. One task, one thread: it starts within
// half a second, and when it ends its memory, its files and its locks go with it.
import { Worker } from 'node:worker_threads';
import type { IngestProgress } from '../../ingest/build.ts';
import type { Embedder } from '../../types.ts';
import { packFault, unpackFault } from './fault.ts';
import type { Embedded, Order, Task, TaskName, Tasks, Told } from './task.ts';

/** Who hears of a task, and what helps it. */
export interface Helpers {
  /** Asked for vectors where it is not the built-in one; default null: no vectors. */
  readonly embedder?: Embedder | null;
  readonly onProgress?: (progress: IngestProgress) => void;
  readonly now: () => Date;
}

/** How a task may end. */
interface Ending {
  readonly resolve: (result: Tasks[TaskName]['result']) => void;
  readonly reject: (error: unknown) => void;
}

async function embed({ number, texts }: Extract<Told, { kind: 'embed' }>, embedder: Embedder): Promise<Embedded> {
  try {
    return { number, vectors: await embedder.embed(texts) };
  } catch (error) {
    return { number, fault: packFault(error) };
  }
}

/** Takes in what the thread tells. */
async function hear(
  told: Told,
  worker: Worker,
  { embedder, onProgress, resolve, reject }: Helpers & Ending,
): Promise<void> {
  if (told.kind === 'done') resolve(told.result);
  if (told.kind === 'failed') reject(unpackFault(told.fault));
  if (told.kind === 'progress') onProgress?.(told.progress);
  if (told.kind === 'embed' && embedder) worker.postMessage(await embed(told, embedder));
}

/**
 * Has a task done in a thread of its own.
 * @returns what comes of it, when the thread is gone
 * @throws AppError as the task does, with code and message; what `onProgress` throws, and then the task is given up
 */
export async function runInThread<Name extends TaskName>(
  task: Task & { readonly name: Name },
  helpers: Helpers,
): Promise<Tasks[Name]['result']> {
  const { embedder = null, now } = helpers;
  const identity = embedder && { id: embedder.id, dimension: embedder.dimension };
  const order: Order = { task, embedder: identity, nowMs: now().getTime() };
  const worker = new Worker(new URL('./thread.mjs', import.meta.url), { workerData: order, execArgv: [] });
  try {
    return await new Promise((resolve, reject) => {
      const ending = { ...helpers, resolve, reject };
      worker.on('message', (told: Told) => void hear(told, worker, ending).catch(reject));
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error(`the thread that was to ${task.name} ended before it was done`)));
    });
  } finally {
    await worker.terminate();
  }
}
