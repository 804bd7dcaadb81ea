// Ends its own process when that takes too much memory, or when the process that started it is gone. It watches from a thread, which no
// loop of the work holds up; what is outside the heap (buffers, unpacked pictures) counts, too.
import { Worker } from 'node:worker_threads';

const CHECK_EVERY_MS = 25;
const WATCH = `
  const { workerData: { maxBytes, everyMs } } = require('node:worker_threads');
  const starter = process.ppid;
  setInterval(() => {
    if (process.ppid !== starter || process.memoryUsage.rss() > maxBytes) process.kill(process.pid, 'SIGKILL');
  }, everyMs);
`;

/** Watches over this process until it ends. @param maxMemoryMb most memory that it may hold, all of it counted, in MB */
export function watchSelf(maxMemoryMb: number): void {
  const workerData = { maxBytes: maxMemoryMb * 1_000_000, everyMs: CHECK_EVERY_MS };
  new Worker(WATCH, { eval: true, workerData, execArgv: [] }).unref();
}
