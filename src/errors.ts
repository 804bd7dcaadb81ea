// Faults that an operator can mend. Anything else is a bug and crashes.

/** Every fault that an operator can mend, by where it arises. */
export type ErrorCode =
  | 'config/invalid'
  | 'usage/invalid'
  | 'corpus/missing'
  | 'corpus/unreadable'
  | 'corpus/empty'
  | 'corpus/line-malformed'
  | 'index/missing'
  | 'index/foreign'
  | 'index/corrupt'
  | 'index/locked'
  | 'index/refused'
  | 'state/unusable'
  | 'state/in-use'
  | 'backup/corrupt'
  | 'task/ended'
  | 'embedder/unreachable'
  | 'embedder/refused'
  | 'embedder/mismatch'
  | 'embedder/missing'
  | 'model/unreachable'
  | 'model/refused'
  | 'reader/missing'
  | 'reader/failed'
  | 'reader/refused'
  | 'hub/unreachable'
  | 'hub/refused'
  | 'telegram/token'
  | 'telegram/unreachable'
  | 'messenger/credentials'
  | 'web/port'
  | 'batch/line-malformed'
  | 'disk/full'
  | 'disk/denied';

/**
 * A fault with its remedy in the message. The message never holds a secret.
 * @example throw new AppError('index/missing', 'index/ holds no index yet. Run: npm run ingest')
 */
export class AppError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
  }
}

/** True for the fault of a disk that is full or fails, as the database and as we name it. */
export function isDiskFull(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    /^(?:SQLITE_FULL|SQLITE_IOERR|ENOSPC|disk\/full)/u.test(String(error.code))
  );
}
