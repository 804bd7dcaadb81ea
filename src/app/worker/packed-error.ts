// Errors as data, for the way from one thread to the other: an error that is copied loses its class and its code.
import { AppError, type ErrorCode } from '../../errors.ts';

/** An error as data; the code is null where no operator can mend it. */
export interface PackedError {
  readonly code: ErrorCode | null;
  readonly message: string;
  readonly stack: string;
}

/** An error as data. */
export function packError(error: unknown): PackedError {
  const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
  return { code: error instanceof AppError ? error.code : null, message, stack };
}

/** The error again, with its code, its message and where it arose. */
export function unpackError({ code, message, stack }: PackedError): Error {
  const error = code === null ? new Error(message) : new AppError(code, message);
  error.stack = stack;
  return error;
}
