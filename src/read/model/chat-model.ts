// Opens an OpenAI-compatible chat endpoint (Ollama, vLLM, LM Studio, hosted services) as a LangChain model. Any other LangChain
// chat model can take its place. @langchain/openai is loaded here alone, and only when an endpoint is configured.
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';

/** A chat endpoint, and how long its answers may get. */
export interface ChatModelSettings {
  /** Root of the API, `http://localhost:11434/v1`. */
  readonly baseUrl: string;
  readonly name: string;
  /** Sent as a bearer token; null: a placeholder, which servers without keys ignore. */
  readonly apiKey: string | null;
  /** Longest answer, in the model's tokens. Default 1,500. */
  readonly maxTokens?: number;
  /** Attempts in all, ≥ 1; only faults that may pass (network, 429, 5xx) are tried again. Default 2. */
  readonly attempts?: number;
}

/** Neutral values for everything that the client would otherwise read from the environment. */
const NOT_FROM_ENVIRONMENT = { organization: null, project: null, logLevel: 'off' } as const;

/**
 * The model behind an endpoint: temperature 0, no JSON mode (not every server has one; the reader finds the objects), no
 * token counts while streaming (not every server knows them). Opening it sends nothing.
 */
export async function openChatModel({
  baseUrl,
  name,
  apiKey,
  maxTokens = 1_500,
  attempts = 2,
}: ChatModelSettings): Promise<BaseChatModel> {
  const { ChatOpenAICompletions } = await import('@langchain/openai');
  return new ChatOpenAICompletions({
    model: name,
    apiKey: apiKey ?? 'none',
    temperature: 0,
    maxTokens,
    maxRetries: attempts - 1,
    streamUsage: false,
    configuration: { ...NOT_FROM_ENVIRONMENT, baseURL: baseUrl.replace(/\/+$/, '') },
  });
}
