// Who is at standard input: a person, a pipe that speaks, one that keeps quiet, or nobody. It reads nothing.
import { once } from 'node:events';
import { fstatSync, type Stats } from 'node:fs';
import type { Readable } from 'node:stream';

/**
 * `person`: someone types; `pipe`: lines are waiting, or the input has ended; `quiet`: a pipe without a word, as some service managers
 * leave it open; `nobody`: a service, `/dev/null`.
 */
export type Talker = 'person' | 'pipe' | 'quiet' | 'nobody';

/** How long a pipe may keep quiet before it counts as one that nobody speaks into. */
const PATIENCE_MS = 1_500;

/** What is looked at. */
export interface StandardInput {
  readonly stream: Readable & { readonly isTTY?: boolean };
  /** What the system knows of it; default: of descriptor 0. */
  readonly stat?: Pick<Stats, 'isFIFO' | 'isFile' | 'isSocket'>;
  readonly patienceMs?: number;
}

/** Finds out who is there. What a pipe says meanwhile stays in it. */
export async function talkerAt({
  stream,
  stat = fstatSync(0),
  patienceMs = PATIENCE_MS,
}: StandardInput): Promise<Talker> {
  if (stream.isTTY === true) return 'person';
  if (!stat.isFIFO() && !stat.isFile() && !stat.isSocket()) return 'nobody';
  const signal = AbortSignal.timeout(patienceMs);
  // An input that ends becomes readable as well.
  return once(stream, 'readable', { signal }).then(
    () => 'pipe' as const,
    (error: unknown) => {
      if (signal.aborted) return 'quiet' as const;
      throw error;
    },
  );
}
