// Embeddings from any server that speaks OpenAI's `POST /embeddings` (Ollama, vLLM, LM Studio, hosted services), through
// LangChain's client. What is added here: faults that may pass (network, timeout, 429, 5xx) are tried again after a growing
// pause, others are explained at once with their remedy; vectors are put in order; the key reaches no message.

import type { OpenAIEmbeddings } from '@langchain/openai';
import { AppError } from '../../errors.ts';
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

/** What the client throws: an answer that is no success has a status, headers and often an explanation. */
interface ClientError {
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
/** Neutral values for everything that the client would otherwise read from the environment. */
const NOT_FROM_ENVIRONMENT = { organization: null, project: null, logLevel: 'off' } as const;

/**
 * Connects to an endpoint; asks it for one vector to learn the dimension, unless that is given.
 * @throws AppError 'embedder/unreachable' | 'embedder/refused' | 'embedder/mismatch', here and when embedding
 */
export async function openOpenAiEmbedder(settings: OpenAiSettings): Promise<Embedder> {
  const client = await openClient(settings);
  const { model, dimension, batchTexts, attempts = 4, pauseMs = 500, sleep = wait } = settings;
  const embedDocuments = async (texts: string[]): Promise<number[][]> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await client.embedDocuments(texts);
      } catch (cause) {
        if (cause instanceof AppError) throw cause;
        const { error, passing } = failureOf(settings, cause as ClientError);
        if (!passing || attempt >= attempts) throw error;
        await sleep(Math.min(MAX_PAUSE_MS, retryAfterMs(cause as ClientError) ?? pauseMs * 2 ** (attempt - 1)));
      }
    }
  };
  return fromLangchainEmbeddings(
    { embedDocuments },
    { id: `openai:${model}`, label: labelOf(settings), dimension, batchTexts },
  );
}

/** LangChain's client: one request a call, tried once. */
async function openClient(settings: OpenAiSettings): Promise<OpenAIEmbeddings> {
  const { OpenAIEmbeddings: Client } = await import('@langchain/openai');
  const { baseUrl, model, apiKey, timeoutMs = 30_000 } = settings;
  class OrderedEmbeddings extends Client {
    protected override async embeddingWithRetry(
      request: Parameters<OpenAIEmbeddings['embeddingWithRetry']>[0],
    ): ReturnType<OpenAIEmbeddings['embeddingWithRetry']> {
      const response = await super.embeddingWithRetry(request);
      return { ...response, data: inOrder(response?.data, request.input.length, labelOf(settings)) };
    }
  }
  return new OrderedEmbeddings({
    model,
    apiKey: apiKey ?? 'none',
    batchSize: Number.MAX_SAFE_INTEGER,
    encodingFormat: 'float',
    stripNewLines: false,
    maxRetries: 0,
    configuration: {
      ...NOT_FROM_ENVIRONMENT,
      baseURL: baseUrl.replace(/\/+$/, ''),
      // The client's own timeout ends with the first byte, and its placeholder of a key would be sent.
      fetch: (url, init) => {
        const headers = new Headers(init?.headers);
        if (apiKey === undefined) headers.delete('authorization');
        return fetch(url, { ...init, headers, signal: AbortSignal.timeout(timeoutMs) });
      },
    },
  });
}

/** The items of an answer in the order of the texts: servers may return them in any order, with an `index` each. */
function inOrder<Item extends { readonly index: number }>(
  items: readonly Item[],
  count: number,
  label: string,
): Item[] {
  const given = Array.isArray(items) ? items : [];
  const byIndex = new Map(given.map((item: Item, place) => [item?.index ?? place, item]));
  const ordered = Array.from({ length: count }, (_, place) => byIndex.get(place)).filter((item) => item !== undefined);
  if (given.length === count && ordered.length === count) return ordered;
  const message = `${label} returned ${given.length} vectors for ${count} texts. Is it an OpenAI-compatible embeddings endpoint?`;
  throw new AppError('embedder/mismatch', message);
}

function failureOf(settings: OpenAiSettings, cause: ClientError): Failure {
  const { status } = cause;
  const label = labelOf(settings);
  if (cause instanceof SyntaxError) {
    const message = `${label} returned no JSON. Is it an OpenAI-compatible embeddings endpoint?`;
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
  if (status === 429 || status >= 500 || status === 408) {
    const message = `${label} answers ${status}${said}. Try again later, or check the server.`;
    return { error: new AppError('embedder/unreachable', message), passing: true };
  }
  const message = `${label} refuses with ${status}${said}. ${remedyFor(status)}`;
  return { error: new AppError('embedder/refused', message), passing: false };
}

/** What the server asked us to wait, if it did. */
function retryAfterMs({ headers }: ClientError): number | undefined {
  const seconds = Number(headers?.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}

function remedyFor(status: number): string {
  if (status === 401 || status === 403) return 'Check EMBEDDER_API_KEY.';
  if (status === 404)
    return 'Check EMBEDDER_BASE_URL (it often ends in /v1) and that EMBEDDER_MODEL is installed there.';
  return 'Check EMBEDDER_MODEL.';
}

/** What the server said of its refusal: the client's message without the status that it begins with. */
function explanationIn({ message = '', status }: ClientError, apiKey = ''): string {
  const said = message.replace(`${status} `, '').replace('status code (no body)', '').replace(/\s+/g, ' ').trim();
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
function reasonOf(error: ClientError): string {
  const { code, cause } = error as { code?: unknown; cause?: ClientError };
  if (cause) return reasonOf(cause);
  return typeof code === 'string' ? code : (error.name ?? String(error));
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
