// Picks the embedder that the configuration names.

import { AppError } from '../../errors.ts';
import type { Embedder } from '../../types.ts';
import { openBuiltinEmbedder } from './builtin.ts';
import { fromLangchainEmbeddings } from './langchain.ts';
import { loadLangchainModule } from './langchain-module.ts';
import { openLocalEmbedder } from './local.ts';
import { openOpenAiEmbedder } from './openai.ts';

/** The part of the configuration that concerns embedders. */
export interface EmbedderSettings {
  /** `builtin`, `local:FOLDER-or-ID` or `openai`. */
  readonly embedder: string;
  /** For `openai`: root of the API, name of the model, key if the server asks for one. */
  readonly embedderBaseUrl?: string | undefined;
  readonly embedderModel?: string | undefined;
  readonly embedderApiKey?: string | undefined;
  /** Path of a module whose `embeddings`, if it exports any, are taken instead; null or absent: none. */
  readonly langchainModule?: string | null;
}

const LOCAL_PREFIX = 'local:';

/**
 * Opens the embedder of a configuration.
 * @throws AppError 'config/invalid' if the setting is unknown or incomplete; 'embedder/…' if it cannot be opened
 */
export async function pickEmbedder(settings: EmbedderSettings): Promise<Embedder> {
  const {
    embedder,
    embedderBaseUrl: baseUrl,
    embedderModel: model,
    embedderApiKey: apiKey,
    langchainModule,
  } = settings;
  const embeddings = (await loadLangchainModule(langchainModule ?? null))?.embeddings;
  if (embeddings) return fromLangchainEmbeddings(embeddings, { id: `langchain:${spaceOf(embeddings)}` });
  if (embedder === 'builtin') return openBuiltinEmbedder();
  if (embedder.startsWith(LOCAL_PREFIX) && embedder.length > LOCAL_PREFIX.length)
    return openLocalEmbedder(embedder.slice(LOCAL_PREFIX.length));
  if (embedder !== 'openai')
    throw new AppError('config/invalid', `EMBEDDER=${embedder} is unknown. Use builtin, local:FOLDER-or-ID or openai.`);
  if (!baseUrl || !URL.canParse(baseUrl))
    throw new AppError('config/invalid', 'EMBEDDER=openai needs EMBEDDER_BASE_URL, such as http://localhost:11434/v1.');
  if (!model) throw new AppError('config/invalid', 'EMBEDDER=openai needs EMBEDDER_MODEL, such as bge-m3.');
  return openOpenAiEmbedder({ baseUrl, model, ...(apiKey ? { apiKey } : {}) });
}

/** Name of the vector space of LangChain embeddings: the model's where they tell it, else the class's. */
function spaceOf(embeddings: object): string {
  const { model, modelName } = embeddings as { model?: unknown; modelName?: unknown };
  const name = model ?? modelName;
  return typeof name === 'string' ? name : embeddings.constructor.name;
}
