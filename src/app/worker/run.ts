// Runs a task in a process of its own, so that questions go on being answered meanwhile, whatever the task reads. One task, one process:
// it starts within a second, and when it ends its memory, its files and its locks go with it; where it does not end, it is killed.
import { type ChildProcess, fork } from 'node:child_process';
import { AppError } from '../../errors.ts';
import type { IngestProgress } from '../../ingest/build.ts';
import type { Embedder } from '../../types.ts';
import type { Embedded, Task, TaskName, Tasks, WorkerMessage, WorkerOrder } from './task.ts';
import { packError, unpackError } from './task.ts';

/** Options of a task in a process. */
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

/** Takes in what the process tells. */
async function hear(
  message: WorkerMessage,
  worker: ChildProcess,
  { embedder, onProgress, resolve, reject }: RunOptions & Ending,
): Promise<void> {
  if (message.kind === 'done') resolve(message.result);
  if (message.kind === 'failed') reject(unpackError(message.fault));
  if (message.kind === 'progress') onProgress?.(message.progress);
  if (message.kind === 'embed' && embedder) worker.send(await embed(message, embedder));
}

/** Bounds of each task. A task that says nothing for so long is ended. */
const LIMITS: Readonly<Record<TaskName, { readonly silentMs: number; readonly maxMemoryMb: number | null }>> = {
  read: { silentMs: 120_000, maxMemoryMb: 1_000 },
  page: { silentMs: 60_000, maxMemoryMb: 1_000 },
  check: { silentMs: 10 * 60_000, maxMemoryMb: 1_500 },
  // It tells each report and each batch of vectors; a slow embedder may take its time over one.
  build: { silentMs: 30 * 60_000, maxMemoryMb: null },
  backup: { silentMs: 30 * 60_000, maxMemoryMb: null },
};

function start(name: TaskName): ChildProcess {
  const { maxMemoryMb } = LIMITS[name];
  return fork(new URL('./process.mjs', import.meta.url), maxMemoryMb === null ? [] : [String(maxMemoryMb)], {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // It reads what people send: keys and tokens of the environment are not for it.
    env: {},
  });
}

/** Returns the error of a task that was ended, or ended itself, before it was done. */
function ended(name: TaskName): AppError {
  const { silentMs, maxMemoryMb } = LIMITS[name];
  const bounds = [`${silentMs / 1_000} s`, ...(maxMemoryMb === null ? [] : [`${maxMemoryMb} MB`])].join(' or ');
  return new AppError(
    'task/ended',
    `It took more than ${bounds}, and was given up. Send less at once, or split the file; the log may say more.`,
  );
}

/**
 * Has a task done in a process of its own, within its bounds of time and memory.
 * @returns what comes of it, when the process is gone
 * @throws AppError as the task does, with code and message, and `task/ended` where its bounds ended it; what `onProgress` throws, and
 * then the task is given up
 */
export async function runTask<Name extends TaskName>(
  task: Task & { readonly name: Name },
  options: RunOptions,
): Promise<Tasks[Name]['result']> {
  const { embedder = null, now } = options;
  const identity = embedder && { id: embedder.id, dimension: embedder.dimension };
  const order: WorkerOrder = { task, embedder: identity, nowMs: now().getTime() };
  const worker = start(task.name);
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      const giveUp = (): void => reject(ended(task.name));
      const hurry = (): void => {
        clearTimeout(timer);
        timer = setTimeout(giveUp, LIMITS[task.name].silentMs);
      };
      hurry();
      const ending = { ...options, resolve, reject };
      worker.on('message', (message: WorkerMessage) => {
        hurry();
        if (message.kind === 'ready') worker.send(order);
        void hear(message, worker, ending).catch(reject);
      });
      worker.once('error', reject);
      worker.once('exit', giveUp);
    });
  } finally {
    clearTimeout(timer);
    worker.kill('SIGKILL');
    await exited;
  }
}
