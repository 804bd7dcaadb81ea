// How channels wait: in real time, or as a test has it; and how they end.
import { setTimeout as wait } from 'node:timers/promises';

/** Waits; resolves early, without a fault, when the signal aborts. */
export type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/** Waits in real time. */
export const sleepFor: Sleep = async (milliseconds, signal) => {
  await wait(milliseconds, undefined, { signal }).catch(() => undefined);
};

/** Waits for work to end within the grace time; then cuts what is left, and waits for that. */
export async function endWithin(
  graceMs: number,
  work: () => Promise<unknown>,
  { sleep, cut }: { readonly sleep: Sleep; readonly cut: AbortController },
): Promise<void> {
  const grace = new AbortController();
  await Promise.race([work(), sleep(graceMs, grace.signal)]);
  grace.abort();
  cut.abort();
  await work();
}
