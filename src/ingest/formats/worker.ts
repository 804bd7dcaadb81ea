// The thread that keeps the process in which files are taken apart: it hands it one file at a time, and kills it when the file's time is
// up. It does nothing that could take long itself, so that it is always there to end what does.
import { type ChildProcess, fork } from 'node:child_process';
import { parentPort, workerData } from 'node:worker_threads';
import { type ExtractLimits, type ExtractOutcome, type ExtractRequest, givenUp } from './extractor.ts';
import type { ParserMessage } from './parser.ts';

/** States of a request, as the asking thread sees them in the shared signal. */
const [WORKING, DONE] = [1, 2];
/** Memory beside the heap: the program itself, and files as they come. */
const BESIDE_HEAP_MB = 110;

const limits = workerData as Required<ExtractLimits>;
let parser: ChildProcess | null = null;

function startParser(): ChildProcess {
  const { maxHeapMb } = limits;
  const child = fork(new URL('./process.mjs', import.meta.url), [String(maxHeapMb + BESIDE_HEAP_MB)], {
    execArgv: [`--max-old-space-size=${maxHeapMb}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // It reads what strangers send: keys and tokens of the environment are not for it.
    env: {},
  });
  child.once('exit', () => {
    if (parser === child) parser = null;
  });
  return child;
}

/** Has a file taken apart; resolves in any case, at the latest when its time is up. */
function parse({ format, content }: ExtractRequest, started: () => void): Promise<ExtractOutcome> {
  parser ??= startParser();
  const child = parser;
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    const settle = (outcome: ExtractOutcome): void => {
      clearTimeout(timer);
      child.removeAllListeners('message');
      child.removeListener('exit', end);
      resolve(outcome);
    };
    const end = (): void => {
      child.kill('SIGKILL');
      if (parser === child) parser = null;
      settle(givenUp(limits));
    };
    child.on('message', (message: ParserMessage) => {
      if (message.kind === 'done') return settle(message.outcome);
      started();
      timer = setTimeout(end, limits.timeoutMs);
    });
    child.once('exit', end);
    child.send({ format, content }, (error) => {
      if (error) end();
    });
  });
}

parentPort?.on('message', async (request: ExtractRequest) => {
  const signal = new Int32Array(request.signal);
  const tell = (state: number): void => {
    Atomics.store(signal, 0, state);
    Atomics.notify(signal, 0);
  };
  const outcome = await parse(request, () => tell(WORKING));
  request.port.postMessage(outcome);
  tell(DONE);
});
