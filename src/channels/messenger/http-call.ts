// Calls of a messenger's HTTP interface, and the token that they take.
import { requestText } from '../../http-client.ts';

/** A response with its body as JSON, an empty object where it is none; or `lost`: none came. */
export type HttpAnswer = { readonly status: number; readonly body: Readonly<Record<string, unknown>> } | 'lost';

/** A call. */
export interface HttpCall {
  readonly method?: 'POST' | 'PUT' | 'PATCH';
  readonly headers?: Readonly<Record<string, string>>;
  /** A form, or what is sent as JSON. */
  readonly body: FormData | object;
}

const ANSWER_MS = 15_000;
const MAX_ANSWER_BYTES = 1_000_000;

/** Makes a call. */
export async function callHttp(address: string, { method = 'POST', headers, body }: HttpCall): Promise<HttpAnswer> {
  const isForm = body instanceof FormData;
  try {
    const init = {
      method,
      headers: { accept: 'application/json', ...(isForm ? {} : { 'content-type': 'application/json' }), ...headers },
      body: isForm ? body : JSON.stringify(body),
      signal: AbortSignal.timeout(ANSWER_MS),
    };
    const { status, text } = await requestText(address, init, MAX_ANSWER_BYTES);
    return { status, body: parse(text) };
  } catch {
    return 'lost';
  }
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    return (JSON.parse(text) ?? {}) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

/** A token of limited life. */
export interface AccessToken {
  /** Returns the token; null where none can be had now. */
  current(): Promise<string | null>;
  /** Forgets a token that is no longer taken. */
  forget(): void;
}

/** A token is renewed so long before it ends. */
const RENEWED_BEFORE_MS = 300_000;

/** Creates a keeper of a token, which is fetched when it is first needed, once at a time. */
export function createAccessToken(
  fetchToken: () => Promise<{ readonly token: string; readonly seconds: number } | null>,
  now: () => number = Date.now,
): AccessToken {
  let kept: { readonly token: string; readonly until: number } | null = null;
  let fetching: Promise<string | null> | null = null;
  const renew = async (): Promise<string | null> => {
    const fetched = await fetchToken();
    fetching = null;
    if (fetched !== null) kept = { token: fetched.token, until: now() + fetched.seconds * 1_000 - RENEWED_BEFORE_MS };
    return fetched?.token ?? null;
  };
  return {
    current: async () => {
      if (kept !== null && kept.until > now()) return kept.token;
      fetching ??= renew();
      return fetching;
    },
    forget: () => {
      kept = null;
    },
  };
}
