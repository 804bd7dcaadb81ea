// One request to an OpenAI-compatible `/embeddings` endpoint, with retries: a fault that may pass (network, timeout, 429,
// 5xx) is tried again after a growing pause, any other is explained at once. The key reaches no message.

import { AppError } from '../../errors.ts';
import { unitVector } from './unit.ts';

/** Where to ask, as whom, and how patiently. */
export interface EndpointSettings {
  /** Root of the API, `http://localhost:11434/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  /** Sent as a bearer token; absent: none. */
  readonly apiKey?: string;
  /** Longest wait for one answer. Default 30,000. */
  readonly timeoutMs?: number;
  /** Attempts in all, ≥ 1. Default 4. */
  readonly attempts?: number;
  /** Pause before the second attempt, doubled each time. Default 500. */
  readonly pauseMs?: number;
  /** Waits; tests replace it. */
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

/** A request that failed: tried again if `passing`, then thrown as `error`. */
interface Failure {
  readonly error: AppError;
  readonly passing: boolean;
  /** What the server asked us to wait, if it did. */
  readonly retryAfterMs?: number;
}

const LONGEST_PAUSE_MS = 30_000;
const SHOWN_CHARACTERS = 200;

/**
 * Embeds one batch.
 * @param texts none of them blank   @param dimension wanted; null: any
 * @returns vectors of length 1, in the order of the texts
 * @throws AppError 'embedder/unreachable' | 'embedder/refused' | 'embedder/mismatch'
 */
export async function requestEmbeddings(
  settings: EndpointSettings,
  texts: readonly string[],
  dimension: number | null,
): Promise<Float32Array[]> {
  const { attempts = 4, pauseMs = 500, sleep = wait } = settings;
  for (let attempt = 1; ; attempt++) {
    const outcome = await tryOnce(settings, texts);
    if (!('error' in outcome))
      return readVectors(outcome.body, { count: texts.length, dimension, who: nameOf(settings) });
    if (!outcome.passing || attempt >= attempts) throw outcome.error;
    await sleep(Math.min(LONGEST_PAUSE_MS, outcome.retryAfterMs ?? pauseMs * 2 ** (attempt - 1)));
  }
}

async function tryOnce(settings: EndpointSettings, input: readonly string[]): Promise<Failure | { body: unknown }> {
  const { model, apiKey, timeoutMs = 30_000 } = settings;
  const authorization: Record<string, string> = apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` };
  try {
    const response = await fetch(endpointOf(settings), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization },
      body: JSON.stringify({ model, input, encoding_format: 'float' }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await response.text();
    return response.ok ? { body: parse(text) } : refusal(settings, response, text);
  } catch (cause) {
    const late = cause instanceof Error && cause.name === 'TimeoutError';
    const what = late ? `did not answer within ${timeoutMs} ms` : `cannot be reached (${reasonOf(cause)})`;
    const message = `${nameOf(settings)} ${what}. Check EMBEDDER_BASE_URL and that the server runs.`;
    return { error: new AppError('embedder/unreachable', message, { cause }), passing: true };
  }
}

function refusal(settings: EndpointSettings, response: Response, text: string): Failure {
  const { status } = response;
  const said = explanationIn(text, settings.apiKey);
  if (status === 429 || status >= 500 || status === 408) {
    const message = `${nameOf(settings)} answers ${status}${said}. Try again later, or check the server.`;
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    const retryAfter = Number.isFinite(seconds) && seconds >= 0 ? { retryAfterMs: seconds * 1000 } : {};
    return { error: new AppError('embedder/unreachable', message), passing: true, ...retryAfter };
  }
  return {
    error: new AppError('embedder/refused', `${nameOf(settings)} refuses with ${status}${said}. ${remedyFor(status)}`),
    passing: false,
  };
}

function remedyFor(status: number): string {
  if (status === 401 || status === 403) return 'Check EMBEDDER_API_KEY.';
  if (status === 404)
    return 'Check EMBEDDER_BASE_URL (it often ends in /v1) and that EMBEDDER_MODEL is installed there.';
  return 'Check EMBEDDER_MODEL.';
}

/** What the server said of its refusal: OpenAI's {"error": {"message"}}, Ollama's {"error": "…"}, or the bare text. */
function explanationIn(text: string, apiKey = ''): string {
  const { error } = (parse(text) ?? {}) as { error?: unknown };
  const said = typeof error === 'string' ? error : (error as { message?: unknown } | undefined)?.message;
  const shown = (typeof said === 'string' ? said : text).replace(/\s+/g, ' ').trim();
  const discreet = apiKey === '' ? shown : shown.replaceAll(apiKey, '…');
  return discreet === '' ? '' : ` (${discreet.slice(0, SHOWN_CHARACTERS)})`;
}

/** The vectors of an answer in the order of the texts: servers may return them in any order, with an `index` each. */
function readVectors(body: unknown, want: { count: number; dimension: number | null; who: string }): Float32Array[] {
  const { data } = (body ?? {}) as { data?: unknown };
  const items: unknown[] = Array.isArray(data) ? data : [];
  const vectors = new Map<number, Float32Array>();
  items.forEach((item, place) => {
    const { index = place, embedding } = (item ?? {}) as { index?: number; embedding?: unknown };
    vectors.set(index, unitVector(embedding, want.dimension ?? vectors.get(0)?.length ?? null, want.who));
  });
  const ordered = Array.from({ length: want.count }, (_, place) => vectors.get(place));
  if (items.length !== want.count || ordered.includes(undefined)) {
    throw new AppError(
      'embedder/mismatch',
      `${want.who} returned ${items.length} vectors for ${want.count} texts. Is it an OpenAI-compatible embeddings endpoint?`,
    );
  }
  return ordered.filter((vector) => vector !== undefined);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function endpointOf({ baseUrl }: EndpointSettings): string {
  return `${baseUrl.replace(/\/+$/, '')}/embeddings`;
}

/** The endpoint as messages name it: without user, password or query, which may be secret. */
function nameOf(settings: EndpointSettings): string {
  const url = URL.canParse(endpointOf(settings)) ? new URL(endpointOf(settings)) : null;
  return `The embedder at ${url === null ? 'EMBEDDER_BASE_URL' : url.origin + url.pathname} (model ${settings.model})`;
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const inner = cause.cause as { code?: unknown } | undefined;
  return typeof inner?.code === 'string' ? inner.code : cause.name;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
