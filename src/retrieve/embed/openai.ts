// Embeddings from any server that speaks OpenAI's `POST /embeddings` (Ollama, vLLM, LM Studio, hosted services). Faults that may pass
// (network, timeout, 429, 5xx) are tried again after a growing pause, others are explained at once with their remedy; vectors are put
// in order; the key reaches no message.

import { AppError } from '../../errors.ts';
import { isPassingStatus, postJson, TooLargeError } from '../../http-client.ts';
import type { Embedder } from '../../types.ts';
import { fromLangchainEmbeddings } from './langchain.ts';

/** Where to ask, as whom, and how patiently. */
export interface OpenAiSettings {
  /** Root of the API, `http://localhost:11434/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  /** Sent as a bearer token; absent: none. */
  readonly apiKey?: string;
  /** Dimension of the vectors; absent: one request asks. */
  readonly dimension?: number;
  /** Texts in one request, ≥ 1. Default 64. */
  readonly batchTexts?: number;
  /** Longest wait for one answer. Default 30,000. */
  readonly timeoutMs?: number;
  /** Attempts in all, ≥ 1. Default 4. */
  readonly attempts?: number;
  /** Pause before the second attempt, doubled each time. Default 500. */
  readonly pauseMs?: number;
  /** Waits; tests replace it. */
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

/** What a request throws: an answer that is no success has a status, headers and often an explanation. */
interface RequestError {
  readonly name?: string;
  readonly message?: string;
  readonly status?: number;
  readonly headers?: Headers;
  readonly cause?: unknown;
}

/** A request that failed: tried again if `passing`, then thrown as `error`. */
interface Failure {
  readonly error: AppError;
  readonly passing: boolean;
}

const MAX_PAUSE_MS = 30_000;
const SHOWN_CHARACTERS = 200;
/** Largest answer, in bytes: a whole batch of long vectors, written as decimal numbers, has a tenth of it. */
const MAX_ANSWER_BYTES = 64_000_000;

/**
 * Connects to an endpoint; asks it for one vector to learn the dimension, unless that is given.
 * @throws AppError 'embedder/unreachable' | 'embedder/refused' | 'embedder/mismatch', here and when embedding
 */
export async function openOpenAiEmbedder(settings: OpenAiSettings): Promise<Embedder> {
  const { model, dimension, batchTexts, attempts = 4, pauseMs = 500, sleep = wait } = settings;
  const embedDocuments = async (texts: string[]): Promise<number[][]> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await vectorsOf(texts, settings);
      } catch (cause) {
        if (cause instanceof AppError) throw cause;
        const { error, passing } = failureOf(settings, cause as RequestError);
        if (!passing || attempt >= attempts) throw error;
        await sleep(Math.min(MAX_PAUSE_MS, retryAfterMs(cause as RequestError) ?? pauseMs * 2 ** (attempt - 1)));
      }
    }
  };
  return fromLangchainEmbeddings(
    { embedDocuments },
    { id: `openai:${model}`, label: labelOf(settings), dimension, batchTexts },
  );
}

/** Asks for the vectors of texts, once. @throws RequestError where the answer is no success, SyntaxError where it is no JSON */
async function vectorsOf(texts: readonly string[], settings: OpenAiSettings): Promise<number[][]> {
  const { baseUrl, model, apiKey, timeoutMs = 30_000 } = settings;
  const { status, headers, text } = await postJson(`${baseUrl.replace(/\/+$/, '')}/embeddings`, {
    headers: apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` },
    body: { model, input: texts, encoding_format: 'float' },
    signal: AbortSignal.timeout(timeoutMs),
    maxBytes: MAX_ANSWER_BYTES,
  });
  if (status < 200 || status >= 300) throw { status, headers, message: saidIn(text) } satisfies RequestError;
  const answer = JSON.parse(text) as { data?: unknown } | null;
  return inOrder(vectorsIn(answer?.data), texts.length, labelOf(settings)).map(({ embedding }) => embedding);
}

/** Returns those items of an answer that hold a vector. */
function vectorsIn(data: unknown): { readonly index: number; readonly embedding: number[] }[] {
  return (Array.isArray(data) ? data : []).filter((item) => Array.isArray(item?.embedding));
}

/** What a server says of its refusal: the message of a JSON error, else the text. */
function saidIn(text: string): string {
  try {
    const { error } = JSON.parse(text) as { error?: { message?: unknown } | string | null };
    const message = typeof error === 'object' ? error?.message : error;
    return typeof message === 'string' ? message : text;
  } catch {
    return text;
  }
}

/** The items of an answer in the order of the texts: servers may return them in any order, with an `index` each. */
function inOrder<Item extends { readonly index: number }>(
  items: readonly Item[],
  count: number,
  label: string,
): Item[] {
  const byIndex = new Map(items.map((item, place) => [item.index ?? place, item]));
  const ordered = Array.from({ length: count }, (_, place) => byIndex.get(place)).filter((item) => item !== undefined);
  if (items.length === count && ordered.length === count) return ordered;
  const message = `${label} returned ${items.length} vectors for ${count} texts. Is it an OpenAI-compatible embeddings endpoint?`;
  throw new AppError('embedder/mismatch', message);
}

function failureOf(settings: OpenAiSettings, cause: RequestError): Failure {
  const { status } = cause;
  const label = labelOf(settings);
  if (cause instanceof SyntaxError || cause instanceof TooLargeError) {
    const what = cause instanceof SyntaxError ? 'no JSON' : 'more than it may';
    const message = `${label} returned ${what}. Is it an OpenAI-compatible embeddings endpoint?`;
    return { error: new AppError('embedder/mismatch', message, { cause }), passing: false };
  }
  if (status === undefined) {
    const { timeoutMs = 30_000 } = settings;
    const isLate = cause.name === 'TimeoutError';
    const what = isLate ? `did not answer within ${timeoutMs} ms` : `cannot be reached (${reasonOf(cause)})`;
    const message = `${label} ${what}. Check EMBEDDER_BASE_URL and that the server runs.`;
    return { error: new AppError('embedder/unreachable', message, { cause }), passing: true };
  }
  const said = explanationIn(cause, settings.apiKey);
  if (isPassingStatus(status)) {
    const message = `${label} answers ${status}${said}. Try again later, or check the server.`;
    return { error: new AppError('embedder/unreachable', message), passing: true };
  }
  const message = `${label} refuses with ${status}${said}. ${remedyFor(status)}`;
  return { error: new AppError('embedder/refused', message), passing: false };
}

/** What the server asked us to wait, if it did. */
function retryAfterMs({ headers }: RequestError): number | undefined {
  const seconds = Number(headers?.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}

function remedyFor(status: number): string {
  if (status < 400) return 'Check EMBEDDER_BASE_URL: what is there sends to another address, which is not followed.';
  if (status === 401 || status === 403) return 'Check EMBEDDER_API_KEY.';
  if (status === 404)
    return 'Check EMBEDDER_BASE_URL (it often ends in /v1) and that EMBEDDER_MODEL is installed there.';
  return 'Check EMBEDDER_MODEL.';
}

/** What the server said of its refusal, in one line and without the key. */
function explanationIn({ message = '' }: RequestError, apiKey = ''): string {
  const said = message.replace(/\s+/g, ' ').trim();
  const discreet = apiKey === '' ? said : said.replaceAll(apiKey, '…');
  return discreet === '' ? '' : ` (${discreet.slice(0, SHOWN_CHARACTERS)})`;
}

/** The endpoint as messages name it: without user, password or query, which may be secret. */
function labelOf({ baseUrl, model }: OpenAiSettings): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null;
  const address = url === null ? 'EMBEDDER_BASE_URL' : `${url.origin}${url.pathname.replace(/\/+$/, '')}/embeddings`;
  return `The embedder at ${address} (model ${model})`;
}

/** The code of the innermost cause (ECONNREFUSED), else the error's name. */
function reasonOf(error: RequestError): string {
  const { code, cause } = error as { code?: unknown; cause?: RequestError };
  if (cause) return reasonOf(cause);
  return typeof code === 'string' ? code : (error.name ?? String(error));
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
