// Runs a task in a worker thread, so that questions go on being answered meanwhile. One task, one thread: it starts within
// half a second, and when it ends its memory, its files and its locks go with it.
import { Worker } from 'node:worker_threads';
import type { IngestProgress } from '../../ingest/build.ts';
import type { Embedder } from '../../types.ts';
import type { Embedded, Task, TaskName, Tasks, WorkerMessage, WorkerOrder } from './task.ts';
import { packError, unpackError } from './task.ts';

/** Options of a task in a thread. */
export interface RunOptions {
  /** Asked for vectors where it is not the built-in one; default null: no vectors. */
  readonly embedder?: Embedder | null;
  readonly onProgress?: (progress: IngestProgress) => void;
  readonly now: () => Date;
}

/** The two ways in which a task ends. */
interface Ending {
  readonly resolve: (result: Tasks[TaskName]['result']) => void;
  readonly reject: (error: unknown) => void;
}

async function embed(
  { number, texts }: Extract<WorkerMessage, { kind: 'embed' }>,
  embedder: Embedder,
): Promise<Embedded> {
  try {
    return { number, vectors: await embedder.embed(texts) };
  } catch (error) {
    return { number, fault: packError(error) };
  }
}

/** Takes in what the thread tells. */
async function hear(
  message: WorkerMessage,
  worker: Worker,
  { embedder, onProgress, resolve, reject }: RunOptions & Ending,
): Promise<void> {
  if (message.kind === 'done') resolve(message.result);
  if (message.kind === 'failed') reject(unpackError(message.fault));
  if (message.kind === 'progress') onProgress?.(message.progress);
  if (message.kind === 'embed' && embedder) worker.postMessage(await embed(message, embedder));
}

/**
 * Has a task done in a thread of its own.
 * @returns what comes of it, when the thread is gone
 * @throws AppError as the task does, with code and message; what `onProgress` throws, and then the task is given up
 */
export async function runInThread<Name extends TaskName>(
  task: Task & { readonly name: Name },
  options: RunOptions,
): Promise<Tasks[Name]['result']> {
  const { embedder = null, now } = options;
  const identity = embedder && { id: embedder.id, dimension: embedder.dimension };
  const order: WorkerOrder = { task, embedder: identity, nowMs: now().getTime() };
  const worker = new Worker(new URL('./thread.mjs', import.meta.url), { workerData: order, execArgv: [] });
  try {
    return await new Promise((resolve, reject) => {
      const ending = { ...options, resolve, reject };
      worker.on('message', (message: WorkerMessage) => void hear(message, worker, ending).catch(reject));
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error(`the thread that was to ${task.name} ended before it was done`)));
    });
  } finally {
    await worker.terminate();
  }
}
