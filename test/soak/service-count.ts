// What came of the soak of the service: questions lost, doubled and out of order, in chats and at the page; memory that grows.
import type { State } from '../../src/store/state/state.ts';
import type { BotApiStandIn } from '../support/bot-api.ts';
import type { PageReader } from './service-people.ts';

/** What was seen. */
export interface Witness {
  readonly api: BotApiStandIn;
  readonly readers: readonly PageReader[];
  /** Chat by message id, in the order of delivery. */
  readonly asked: Map<number, number>;
  readonly sentAt: number[];
  readonly killedAt: number[];
  /** Lines of the logs. */
  readonly errors: string[];
  /** Questions at the page that are under way. */
  readonly pending: Promise<void>[];
}

/** What was counted in chats. */
export interface TelegramCounts {
  readonly questions: number;
  /** Never answered: must be 0. */
  readonly lost: number;
  readonly doubled: number;
  /** Doubled although the outcome of every send was known: must be 0. */
  readonly wronglyDoubled: number;
  /** Chats in which answers came in another order than their questions: must be 0. */
  readonly disordered: number;
  readonly kills: number;
  readonly faulted: number;
  readonly violations: readonly string[];
  /** Lines of the logs that tell of a fault of the program: must be none. */
  readonly unhandled: readonly string[];
}

/** What was counted at the page. */
export interface PageCounts {
  readonly pageAnswered: number;
  readonly pageUnknown: number;
  readonly pageUnkept: number;
  readonly pageRefused: number;
  /** Answered, and in no history: must be 0. */
  readonly pageLost: number;
  /** In the history more often than they were asked: must be 0. */
  readonly pageDoubled: number;
}

/** The result of a soak of the service. */
export interface ServiceReport extends TelegramCounts, PageCounts {
  readonly handlesEarly: number;
  readonly handlesLate: number;
  readonly deletedFiles: readonly string[];
  /** Megabytes that are held more after each 1,000 questions. */
  readonly slope: number;
  readonly elapsedSeconds: number;
}

/** How long after it was taken a send may still be unknown to a product that is killed. */
const IN_FLIGHT_MS = 600;
const FAULT = /unhandled|TypeError|SqliteError|RangeError|fault of the program/u;
/** Garbage that was put aside, with the reason. */
const PUT_ASIDE = /update \d+ cannot be read/u;

/** Counts the answers in chats. */
export function countTelegram({ api, asked, sentAt, killedAt, errors }: Witness): TelegramCounts {
  const times = new Map<number, number[]>();
  for (const [index, { replyTo }] of api.sent.entries())
    if (replyTo !== null && asked.has(replyTo)) times.set(replyTo, [...(times.get(replyTo) ?? []), sentAt[index] ?? 0]);
  const unanswered = api.calls.filter(({ method, fault }) => method === 'sendMessage' && fault === 'reply-lost');
  const unknowable = new Set(
    unanswered.map(({ payload }) => (payload.reply_parameters as { message_id?: number } | undefined)?.message_id),
  );
  const wasInFlight = (at: number): boolean => killedAt.some((kill) => at <= kill && at > kill - IN_FLIGHT_MS);
  const doubled = [...times].filter(([, sent]) => sent.length > 1);
  const firstOf = (chat: number): number[] => [...times.keys()].filter((id) => asked.get(id) === chat);
  const isDisordered = (ids: readonly number[]): boolean => ids.some((id, index) => id < (ids[index - 1] ?? 0));
  return {
    questions: asked.size,
    lost: [...asked.keys()].filter((id) => !times.has(id)).length,
    doubled: doubled.length,
    wronglyDoubled: doubled.filter(([id, sent]) => !unknowable.has(id) && !sent.some(wasInFlight)).length,
    disordered: [...new Set(asked.values())].filter((chat) => isDisordered(firstOf(chat))).length,
    kills: killedAt.length,
    faulted: api.calls.filter(({ fault }) => fault !== undefined).length,
    violations: api.violations,
    unhandled: errors.filter((line) => FAULT.test(line) && !PUT_ASIDE.test(line)),
  };
}

/** Holds what readers of the page were answered against what is kept of it. */
export function countPage({ readers }: Witness, { history }: Pick<State, 'history'>): PageCounts {
  const counts = { pageAnswered: 0, pageUnknown: 0, pageUnkept: 0, pageRefused: 0, pageLost: 0, pageDoubled: 0 };
  for (const { id, asked } of readers) {
    const speaker = { channel: 'web', chat: id, user: id, language: 'zh' } as const;
    const kept = history.list(speaker, { query: '', before: null, limit: 100_000 });
    for (const [text, { kept: answered, unkept, unknown, refused }] of asked) {
      const times = kept.filter(({ question }) => question === text).length;
      counts.pageAnswered += answered;
      counts.pageUnknown += unknown;
      counts.pageUnkept += unkept;
      counts.pageRefused += refused;
      counts.pageLost += Math.max(0, answered - times);
      counts.pageDoubled += Math.max(0, times - answered - unknown - unkept);
    }
  }
  return counts;
}

/** Returns by how many megabytes what is held grows with 1,000 questions: the slope of a line through all that was measured. */
export function slopeOf(heldBytes: readonly number[], questions: number): number {
  if (heldBytes.length < 3) return 0;
  const mean = heldBytes.reduce((sum, bytes) => sum + bytes, 0) / heldBytes.length;
  const middle = (heldBytes.length - 1) / 2;
  const rise = heldBytes.reduce((sum, bytes, index) => sum + (index - middle) * (bytes - mean), 0);
  const perSample = rise / heldBytes.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
  return Math.round(((perSample * heldBytes.length) / questions) * 1_000 * (1 / 2 ** 20) * 1_000) / 1_000;
}
