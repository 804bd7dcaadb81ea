// Loaded before the product in the soak of the service: moves its clock, and writes its memory to a file after each collection.
import { appendFileSync } from 'node:fs';

const shiftMs = Number(process.env.SOAK_CLOCK_SHIFT_MS ?? 0);
const file = process.env.SOAK_MEMORY_FILE;

if (shiftMs !== 0) {
  const RealDate = globalThis.Date;
  globalThis.Date = class extends RealDate {
    constructor(...given) {
      super(...(given.length === 0 ? [RealDate.now() + shiftMs] : given));
    }
    static now() {
      return RealDate.now() + shiftMs;
    }
  };
}
if (file !== undefined) {
  setInterval(() => {
    globalThis.gc?.();
    const { heapUsed, external, rss } = process.memoryUsage();
    appendFileSync(file, `${JSON.stringify({ heldBytes: heapUsed + external, rss })}\n`);
  }, 3_000).unref();
}
