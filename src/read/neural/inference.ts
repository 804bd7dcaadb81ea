// The thread that computes, seen from outside: started once, asked by number, given up where it is silent.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { AppError } from '../../errors.ts';

/** A model of some hundred megabytes comes slowly from a slow disk. */
const LOAD_TIMEOUT_MS = 60_000;
const INPUT_TIMEOUT_MS = 5_000;
const MAX_THREADS = 4;

/** What a model computes of one input, by the names of its outputs. */
export type Outputs = Readonly<Record<string, Float32Array>>;

/** What the thread is asked: to load a model (path), to compute (ids), or to forget a model (neither). */
interface Task {
  readonly model: number;
  readonly path?: string;
  readonly ids?: readonly number[];
}

/** What the thread says. */
interface Told {
  readonly id: number;
  readonly fault?: string;
  readonly result: unknown;
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (why: Error) => void;
  readonly timer: NodeJS.Timeout;
}

class Thread {
  #worker: Worker | null = null;
  readonly #waiting = new Map<number, Waiting>();
  #count = 0;
  #fault: Error | null = null;

  /** @throws Error with what failed, for the one task or, where the thread has ended, for all to come */
  async ask(task: Task, timeoutMs: number): Promise<unknown> {
    if (this.#fault) throw this.#fault;
    this.#worker ??= this.#start();
    const worker = this.#worker;
    const id = ++this.#count;
    worker.ref();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#end('it was silent'), timeoutMs * (this.#waiting.size + 1));
      this.#waiting.set(id, { resolve, reject, timer });
      worker.postMessage({ id, ...task });
    });
  }

  #start(): Worker {
    const worker = new Worker(new URL('./inference.mjs', import.meta.url), {
      workerData: { threads: Math.min(MAX_THREADS, availableParallelism()) },
      execArgv: [],
    });
    worker.unref();
    worker.on('message', (told: Told) => this.#settle(told));
    worker.on('error', (error) => this.#end(error.message));
    worker.on('exit', () => this.#end('its thread ended'));
    return worker;
  }

  #settle({ id, fault, result }: Told): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    this.#waiting.delete(id);
    clearTimeout(waiting.timer);
    if (this.#waiting.size === 0) this.#worker?.unref();
    if (fault !== undefined) waiting.reject(new Error(fault));
    else waiting.resolve(result);
  }

  #end(why: string): void {
    this.#fault ??= new Error(why);
    for (const { reject, timer } of this.#waiting.values()) {
      clearTimeout(timer);
      reject(this.#fault);
    }
    this.#waiting.clear();
    void this.#worker?.terminate();
  }
}

/** The one thread of the process: the runtime's library crashes where two threads hold it, and loads no second time once one ended. */
const THREAD = new Thread();
/** Numbers of models, so that one opened twice is two. */
const numbers = (function* () {
  for (let number = 1; ; number++) yield number;
})();

const whyOf = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause)).split('\n', 1)[0]?.replace(/\.$/, '') ?? '';

/** Computes the outputs of one model. */
export class Inference {
  readonly #model: number;
  /** Names of what the model computes. */
  readonly outputNames: readonly string[];

  private constructor(model: number, outputNames: readonly string[]) {
    this.#model = model;
    this.outputNames = outputNames;
  }

  /** Loads a model. @throws AppError 'reader/missing' if the runtime or the model cannot be loaded */
  static async start(path: string): Promise<Inference> {
    const model = numbers.next().value;
    try {
      return new Inference(model, (await THREAD.ask({ model, path }, LOAD_TIMEOUT_MS)) as string[]);
    } catch (cause) {
      throw new AppError('reader/missing', `The reader ${path} cannot be loaded: ${whyOf(cause)}.`, { cause });
    }
  }

  /** The outputs of one input. @throws AppError 'reader/failed' if the model fails, or the thread ended or is silent for 5 s */
  async run(ids: readonly number[]): Promise<Outputs> {
    try {
      return (await THREAD.ask({ model: this.#model, ids }, INPUT_TIMEOUT_MS)) as Outputs;
    } catch (cause) {
      throw new AppError(
        'reader/failed',
        `The reader stopped (${whyOf(cause)}). Answers go on with the linear one; restart to try again.`,
        { cause },
      );
    }
  }

  /** Frees the model. */
  async close(): Promise<void> {
    await THREAD.ask({ model: this.#model }, INPUT_TIMEOUT_MS).catch(() => undefined);
  }
}
