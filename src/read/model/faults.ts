// What is wrong with a language model, in words that an operator can act on. No message holds a key or what the server said.
import { AppError } from '../../errors.ts';
import { isPassingStatus, TooLargeError } from '../../http-client.ts';

/** HTTP status of an error, as client libraries attach it; null where it has none. */
function statusOf(error: unknown): number | null {
  const { status, statusCode } = (typeof error === 'object' && error !== null ? error : {}) as {
    status?: unknown;
    statusCode?: unknown;
  };
  return [status, statusCode].find((code) => typeof code === 'number') ?? null;
}

/** The system's name for a failed connection (ECONNREFUSED), looked for down the chain of causes. */
function reasonOf(error: unknown): string {
  for (let one: unknown = error; one instanceof Error; one = one.cause) {
    if ('code' in one && typeof one.code === 'string' && /^[A-Z_]+$/u.test(one.code)) return one.code;
  }
  return 'the connection failed or broke off';
}

function remedyFor(status: number): string {
  if (status < 400) return 'Check LLM_BASE_URL: what is there sends to another address, which is not followed.';
  if (status === 401 || status === 403) return 'Check LLM_API_KEY.';
  if (status === 404) return 'Check LLM_BASE_URL (it often ends in /v1) and that LLM_MODEL is installed there.';
  return 'Check LLM_MODEL and the log of the server.';
}

/** Explains an error of a model: `model/refused` where the request was turned down, `model/unreachable` otherwise. */
export function explainFault(cause: unknown): AppError {
  const status = statusOf(cause);
  if (cause instanceof TooLargeError || cause instanceof SyntaxError) {
    const what = cause instanceof SyntaxError ? 'no JSON' : 'more than it may';
    const message = `The language model answers with ${what}. Is LLM_BASE_URL an OpenAI-compatible chat endpoint?`;
    return new AppError('model/refused', message, { cause });
  }
  if (status === null) {
    return new AppError(
      'model/unreachable',
      `The language model cannot be reached (${reasonOf(cause)}). Check LLM_BASE_URL and that the server runs.`,
      { cause },
    );
  }
  if (isPassingStatus(status)) {
    return new AppError(
      'model/unreachable',
      `The language model answers ${status}. Try again later, or check the server.`,
      { cause },
    );
  }
  return new AppError('model/refused', `The language model refuses with ${status}. ${remedyFor(status)}`, { cause });
}

/** A model that takes too long. */
export function explainDelay(timeLimitMs: number): AppError {
  return new AppError(
    'model/unreachable',
    `The language model did not finish within ${timeLimitMs} ms. Use a faster model or server, or remove LLM_BASE_URL for extractive answers.`,
  );
}
