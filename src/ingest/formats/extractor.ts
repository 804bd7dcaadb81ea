// Takes files apart in a process of its own, one at a time, waiting for each within bounds of time and memory. To its caller it is a
// plain function: reading a corpus stays in order, and a file that hangs is given up. A thread (worker.ts) stands between the two, for
// a plain function cannot hear a process.
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { sha256 } from '../../store/files.ts';
import type { KeptExtracts } from '../../store/index/extracts.ts';
import type { ExtractedText, Format, FormatCode, PictureFormat } from './types.ts';

/** Outcome of extracting a file's text. */
export type ExtractOutcome =
  | { readonly ok: true; readonly extract: ExtractedText }
  | { readonly ok: false; readonly code: FormatCode; readonly reason: string };

/** Request to the thread: text for `html` and `csv`, bytes for the others. */
export interface ExtractRequest {
  readonly format: Format;
  readonly content: Uint8Array | string;
  /** One 32-bit integer: 0 asked, 1 at work, 2 done. */
  readonly signal: SharedArrayBuffer;
  readonly port: MessagePort;
}

/** Takes the text out of a file of a format: of its text for `html` and `csv`, of its bytes for the others. */
export interface FileExtractor {
  extract(format: Format | PictureFormat, content: Uint8Array | string): ExtractOutcome;
}

/** Bounds of one file. */
export interface ExtractLimits {
  /** Time for a file once its library is loaded; default 10 s. */
  readonly timeoutMs?: number;
  /** Heap of the process, beside which it may hold some 110 MB; default 384 MB. */
  readonly maxHeapMb?: number;
}

const TIMEOUT_MS = 10_000;
/** Starting the thread and loading a library may take so long, on a busy machine. */
const START_TIMEOUT_MS = 60_000;
const MAX_HEAP_MB = 384;
/** The thread answers by itself when the time is up; one that does not even do that is given up a little later. */
const GRACE_MS = 2_000;

/** Returns the outcome of a file whose time or memory is used up. */
export function givenUp({ timeoutMs, maxHeapMb }: Required<ExtractLimits>): ExtractOutcome {
  const reason = `it took more than ${timeoutMs / 1000} s or ${maxHeapMb} MB to take apart, and was given up`;
  return { ok: false, code: 'too-slow', reason };
}

function startWorker(limits: Required<ExtractLimits>): Worker {
  const worker = new Worker(new URL('./thread.mjs', import.meta.url), {
    execArgv: [],
    workerData: limits,
    stdout: true,
    stderr: true,
  });
  worker.unref();
  // A thread that broke is found out by its silence.
  worker.on('error', () => {});
  return worker;
}

/** Takes files apart. Close it when the corpus is read. */
export class WorkerExtractor implements FileExtractor {
  readonly #limits: Required<ExtractLimits>;
  #worker: Worker | null = null;
  #hasStarted = false;

  constructor({ timeoutMs = TIMEOUT_MS, maxHeapMb = MAX_HEAP_MB }: ExtractLimits = {}) {
    this.#limits = { timeoutMs, maxHeapMb };
  }

  /**
   * Returns the text of a file, or the reason why there is none. Waits for it: at most the time limit, and once the start of the thread.
   */
  extract(format: Format, content: Uint8Array | string): ExtractOutcome {
    // A thread that died behind its last answer does not even begin: a fresh one is asked.
    const outcome = this.#ask(format, content) ?? this.#ask(format, content);
    if (outcome) return outcome;
    if (!this.#hasStarted) throw new Error('the process that takes files apart does not start');
    return givenUp(this.#limits);
  }

  /** Asks the thread for the text of a file; null if it did not begin with it. */
  #ask(format: Format, content: Uint8Array | string): ExtractOutcome | null {
    this.#worker ??= startWorker(this.#limits);
    const signal = new Int32Array(new SharedArrayBuffer(4));
    const { port1, port2 } = new MessageChannel();
    const request: ExtractRequest = { format, content, signal: signal.buffer, port: port2 };
    this.#worker.postMessage(request, [port2]);
    Atomics.wait(signal, 0, 0, START_TIMEOUT_MS);
    Atomics.wait(signal, 0, 1, this.#limits.timeoutMs + GRACE_MS);
    const answer = receiveMessageOnPort(port1);
    port1.close();
    this.#hasStarted ||= Atomics.load(signal, 0) !== 0;
    if (answer) return answer.message as ExtractOutcome;
    this.close();
    return Atomics.load(signal, 0) === 0 ? null : givenUp(this.#limits);
  }

  /** Ends the thread. */
  close(): void {
    void this.#worker?.terminate();
    this.#worker = null;
  }
}

/** Returns an extractor that first asks for what is kept, and keeps what it took out of files; a file that could not be read is tried again each time. */
export function keepingExtractor(extractor: FileExtractor, kept: KeptExtracts): FileExtractor {
  return {
    // Only files of bytes are kept: taking text apart is quick.
    extract(format, content): ExtractOutcome {
      if (typeof content === 'string') return extractor.extract(format, content);
      const hash = sha256(`${format} ${sha256(content)}`);
      const known = kept.find(hash);
      if (known !== undefined) return { ok: true, extract: JSON.parse(known) as ExtractedText };
      const outcome = extractor.extract(format, content);
      if (outcome.ok) kept.keep(hash, JSON.stringify(outcome.extract));
      return outcome;
    },
  };
}
