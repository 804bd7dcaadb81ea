// Keeps the threads of a tab over a reload, as long as the tab is open and the same person is signed in. What is kept stays in this
// browser (`sessionStorage`); a browser that keeps nothing loses them.
import type { Thread, Turn } from './thread.ts';

/** Whose threads, and of which: another person, or a page of another version, gets none of them. */
export interface Keeper {
  readonly owner: string;
  readonly version: string;
  readonly name: string;
}

interface Kept {
  readonly owner: string;
  readonly version: string;
  readonly thread: Thread;
  /** When items close that do, in milliseconds since 1970, by their token. */
  readonly closings: Readonly<Record<string, number>>;
}

const PREFIX = 'quzhi.thread.';

/** Keeps what of a thread is settled. @param nowMs milliseconds since 1970 */
export function keepThread({ owner, version, name }: Keeper, thread: Thread, nowMs: number): void {
  const before = read(name)?.closings ?? {};
  const settled = thread.filter(({ state }) => state !== 'waiting').map((turn) => ({ ...turn, aside: null }));
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

/** The kept thread; empty where there is none of this person and version. @param nowMs milliseconds since 1970 */
export function keptThread({ owner, version, name }: Keeper, nowMs: number): Thread {
  const kept = read(name);
  if (kept === null || kept.owner !== owner || kept.version !== version) return [];
  return kept.thread.map((turn) => later(turn, kept.closings, nowMs));
}

/** A turn as time has passed: an item that closes has that much less left. */
function later(turn: Turn, closings: Kept['closings'], nowMs: number): Turn {
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
