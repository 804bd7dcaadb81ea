// Waits for a condition that changes tell of, or that comes by itself.

const LOOK_EVERY_MS = 25;

/** Resolves when the condition holds; looks after every change. @throws after `timeoutMs` */
export function waitUntil(
  condition: () => boolean,
  listeners: Set<() => void>,
  { timeoutMs, violations }: { readonly timeoutMs: number; readonly violations: readonly string[] },
): Promise<void> {
  if (condition()) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (!condition()) return;
      clearTimeout(timer);
      clearInterval(looking);
      listeners.delete(look);
      resolve();
    };
    const looking = setInterval(look, LOOK_EVERY_MS);
    const timer = setTimeout(() => {
      clearInterval(looking);
      listeners.delete(look);
      reject(new Error(`The stand-in waited ${timeoutMs} ms in vain; ${violations.join('; ') || 'no violations'}`));
    }, timeoutMs);
    listeners.add(look);
  });
}
