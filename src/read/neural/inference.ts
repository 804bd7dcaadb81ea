// The thread that computes, seen from outside: started once, asked by number, given up where it is silent.
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { AppError } from '../../errors.ts';
import type { Logits } from './decode.ts';

const START_TIMEOUT_MS = 20_000;
const INPUT_TIMEOUT_MS = 5_000;
const MAX_THREADS = 4;

/** What the thread says. */
type Told =
  | { readonly ready: true }
  | { readonly id: number; readonly fault: string }
  | ({ readonly id: number; readonly fault?: never } & Logits);

interface Waiting {
  readonly resolve: (logits: Logits) => void;
  readonly reject: (fault: AppError) => void;
  readonly timer: NodeJS.Timeout;
}

const failed = (why: string): AppError =>
  new AppError(
    'reader/failed',
    `The neural reader stopped (${why}). Answers go on with the linear one; restart to try again.`,
  );

/** Computes the logits of inputs in a thread of its own. */
export class Inference {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #count = 0;
  #fault: AppError | null = null;

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (told: Told) => this.#settle(told));
    worker.on('error', (error) => this.#end(failed(error.message)));
    worker.on('exit', () => this.#end(failed('its thread ended')));
  }

  /** Starts the thread and loads the model. @throws AppError 'reader/missing' if the runtime or the model cannot be loaded */
  static async start(model: URL): Promise<Inference> {
    const worker = new Worker(new URL('./inference.mjs', import.meta.url), {
      workerData: { model: fileURLToPath(model), threads: Math.min(MAX_THREADS, availableParallelism()) },
      execArgv: [],
    });
    worker.unref();
    await new Promise<void>((resolve, reject) => {
      const missing = (why: string): void =>
        reject(
          new AppError(
            'reader/missing',
            `The neural reader cannot be loaded: ${why}. Run: npm install onnxruntime-node@1.16.3`,
          ),
        );
      const timer = setTimeout(() => missing(`it took more than ${START_TIMEOUT_MS / 1000} s`), START_TIMEOUT_MS);
      worker.once('message', () => resolve(clearTimeout(timer)));
      worker.once('error', (error) => missing(error.message));
      worker.once('exit', () => missing('its thread ended'));
    });
    return new Inference(worker);
  }

  /** The logits of one input. @throws AppError 'reader/failed' if the thread ended or is silent for 5 s */
  async run(ids: readonly number[]): Promise<Logits> {
    if (this.#fault) throw this.#fault;
    const id = ++this.#count;
    this.#worker.ref();
    return new Promise<Logits>((resolve, reject) => {
      const timer = setTimeout(() => this.#end(failed('it was silent')), INPUT_TIMEOUT_MS * (this.#waiting.size + 1));
      this.#waiting.set(id, { resolve, reject, timer });
      this.#worker.postMessage({ id, ids });
    });
  }

  /** Ends the thread. */
  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #settle(told: Told): void {
    if ('ready' in told) return;
    const waiting = this.#waiting.get(told.id);
    if (!waiting) return;
    this.#waiting.delete(told.id);
    clearTimeout(waiting.timer);
    if (this.#waiting.size === 0) this.#worker.unref();
    if (told.fault !== undefined) waiting.reject(failed(told.fault));
    else waiting.resolve(told);
  }

  #end(fault: AppError): void {
    this.#fault ??= fault;
    for (const { reject, timer } of this.#waiting.values()) {
      clearTimeout(timer);
      reject(this.#fault);
    }
    this.#waiting.clear();
    void this.#worker.terminate();
  }
}
