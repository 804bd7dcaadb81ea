// Carries what maintainers must know at once from wherever it happens to whoever can tell them.

/** A board of alerts. */
export interface Alerts {
  /** Raises an alert; never throws. The text holds no secret. */
  raise(text: string): void;
  /** Hears every alert from now on; returns how to stop hearing. */
  hear(listener: (text: string) => void): () => void;
}

const QUIET_MS = 10 * 60_000;

/** An empty board. The same text is raised once in ten minutes: a fault that repeats must not flood the people who mend it. */
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
