// Opens an OpenAI-compatible chat endpoint (Ollama, vLLM, LM Studio, hosted services) as a LangChain model. Any other LangChain
// chat model can take its place. LangChain is loaded with this file, and only when an endpoint is configured.
import { type BaseChatModel, SimpleChatModel } from '@langchain/core/language_models/chat_models';
import type { BaseMessage } from '@langchain/core/messages';
import { isPassingStatus, postJson } from '../../http-client.ts';

/** A chat endpoint, and how long its answers may get. */
export interface ChatModelSettings {
  /** Root of the API, `http://localhost:11434/v1`. */
  readonly baseUrl: string;
  readonly name: string;
  /** Sent as a bearer token; null: none. */
  readonly apiKey: string | null;
  /** Longest answer, in the model's tokens. Default 1,500. */
  readonly maxTokens?: number;
  /** Attempts in all, ≥ 1; only faults that may pass (network, 429, 5xx) are tried again. Default 2. */
  readonly attempts?: number;
}

/** An answer that is no success. What the server says of it may hold what it was sent, so it stays out. */
class StatusError extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`the endpoint answers ${status}`);
    this.status = status;
  }
}

/** Largest answer, in bytes: what a model thinks before it answers may come along. */
const MAX_ANSWER_BYTES = 4_000_000;

/** Names of who speaks, in the protocol's words; whatever else there is speaks as the user. */
const ROLES: Readonly<Record<string, string>> = { system: 'system', ai: 'assistant' };

/**
 * The model behind an endpoint: temperature 0, no JSON mode (not every server has one; the reader finds the objects), nothing that
 * only some servers know, nothing out of the environment. Opening it sends nothing.
 */
export function openChatModel({ attempts = 2, ...settings }: ChatModelSettings): BaseChatModel {
  return new EndpointModel(settings, attempts);
}

class EndpointModel extends SimpleChatModel {
  readonly #settings: Omit<ChatModelSettings, 'attempts'>;

  constructor(settings: Omit<ChatModelSettings, 'attempts'>, attempts: number) {
    super({ maxRetries: attempts - 1, onFailedAttempt: throwUnlessPassing });
    this.#settings = settings;
  }

  _llmType(): string {
    return 'openai-compatible';
  }

  async _call(messages: BaseMessage[], { signal }: this['ParsedCallOptions']): Promise<string> {
    return this.caller.callWithOptions({ ...(signal && { signal }) }, () => this.#ask(messages, signal));
  }

  async #ask(messages: readonly BaseMessage[], signal: AbortSignal | undefined): Promise<string> {
    const { baseUrl, name, apiKey, maxTokens = 1_500 } = this.#settings;
    const said = messages.map((message) => ({ role: ROLES[message.getType()] ?? 'user', content: message.text }));
    const { status, text } = await postJson(`${baseUrl.replace(/\/+$/, '')}/chat/completions`, {
      headers: apiKey === null ? {} : { authorization: `Bearer ${apiKey}` },
      body: { model: name, messages: said, temperature: 0, max_tokens: maxTokens, stream: false },
      signal,
      maxBytes: MAX_ANSWER_BYTES,
    });
    if (status < 200 || status >= 300) throw new StatusError(status);
    const answer = JSON.parse(text) as { choices?: readonly ({ message?: { content?: unknown } } | null)[] } | null;
    const content = answer?.choices?.[0]?.message?.content;
    // No words: nothing to choose by, as an answer that holds no choice.
    return typeof content === 'string' ? content : '';
  }
}

/** Ends the attempts at a fault that will not pass: only the network (TypeError) and a busy server may do better. @throws the fault */
function throwUnlessPassing(fault: unknown): void {
  const mayPass = fault instanceof StatusError ? isPassingStatus(fault.status) : fault instanceof TypeError;
  if (!mayPass) throw fault;
}
