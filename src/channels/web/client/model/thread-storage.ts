// Stores the threads of a tab in `sessionStorage`, so that they survive a reload as long as the same user is signed in.
import type { Thread, ThreadTurn } from './thread.ts';

/** Identifies a stored thread: another user, or another version of the page, does not get it. */
export interface ThreadKey {
  readonly owner: string;
  readonly version: string;
  /** The conversation: an id, `practice` or `maintenance`. */
  readonly name: string;
}

interface Kept {
  readonly owner: string;
  readonly version: string;
  readonly thread: Thread;
  /** Closing times of timed quiz items by their token, in milliseconds since 1970. */
  readonly closings: Readonly<Record<string, number>>;
}

const PREFIX = 'quzhi.thread.';

/** Stores the settled turns of a thread. @param nowMs milliseconds since 1970 */
export function saveThread({ owner, version, name }: ThreadKey, thread: Thread, nowMs: number): void {
  const before = read(name)?.closings ?? {};
  const settled = thread.filter(({ state }) => state !== 'waiting').map((turn) => ({ ...turn, sideReply: null }));
  const closing = settled.flatMap(({ reply }) => {
    const { token = '', closesInSeconds = null } = reply?.posed ?? {};
    return closesInSeconds === null ? [] : [[token, before[token] ?? nowMs + closesInSeconds * 1_000] as const];
  });
  const kept: Kept = { owner, version, thread: settled, closings: Object.fromEntries(closing) };
  try {
    if (settled.length === 0) sessionStorage.removeItem(PREFIX + name);
    else sessionStorage.setItem(PREFIX + name, JSON.stringify(kept));
  } catch {
    // No storage, or no room for a picture: the thread holds until the page is left.
  }
}

/** Loads a stored thread; empty if there is none for this user and version. @param nowMs milliseconds since 1970 */
export function loadThread({ owner, version, name }: ThreadKey, nowMs: number): Thread {
  const kept = read(name);
  if (kept === null || kept.owner !== owner || kept.version !== version) return [];
  return kept.thread.map((turn) => later(turn, kept.closings, nowMs));
}

/** Updates a turn to the current time: a timed quiz item has less time left. */
function later(turn: ThreadTurn, closings: Kept['closings'], nowMs: number): ThreadTurn {
  const { reply } = turn;
  const closesAt = closings[reply?.posed?.token ?? ''];
  if (reply?.posed === undefined || closesAt === undefined) return turn;
  const closesInSeconds = Math.max(0, Math.ceil((closesAt - nowMs) / 1_000));
  return { ...turn, reply: { ...reply, posed: { ...reply.posed, closesInSeconds } } };
}

function read(name: string): Kept | null {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + name) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}
