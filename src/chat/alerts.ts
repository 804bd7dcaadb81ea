// Carries what maintainers must know at once from wherever it happens to whoever can tell them.

/** Alerts to maintainers, from wherever they arise to whoever can deliver them. */
export interface Alerts {
  /** Raises an alert; never throws. The text holds no secret. */
  raise(text: string): void;
  /** Hears every alert from now on; returns how to stop hearing. */
  hear(listener: (text: string) => void): () => void;
}

const QUIET_MS = 10 * 60_000;

/** Creates the alerts of a process. The same text is raised once in ten minutes: a repeated fault must not flood maintainers. */
export function createAlerts(now: () => Date): Alerts {
  const listeners = new Set<(text: string) => void>();
  const raisedAt = new Map<string, number>();
  return {
    raise: (text) => {
      const at = now().getTime();
      for (const [old, time] of raisedAt) if (time <= at - QUIET_MS) raisedAt.delete(old);
      if (raisedAt.has(text)) return;
      raisedAt.set(text, at);
      for (const listener of listeners) listener(text);
    },
    hear: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
