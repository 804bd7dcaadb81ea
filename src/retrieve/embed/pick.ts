// Picks the embedder that the configuration names.

import { AppError } from '../../errors.ts';
import type { Embedder } from '../../types.ts';
import { openBuiltinEmbedder } from './builtin.ts';
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
}

const LOCAL_PREFIX = 'local:';

/**
 * Opens the embedder of a configuration.
 * @throws AppError 'config/invalid' if the setting is unknown or incomplete; 'embedder/…' if it cannot be opened
 */
export async function pickEmbedder(settings: EmbedderSettings): Promise<Embedder> {
  const { embedder, embedderBaseUrl: baseUrl, embedderModel: model, embedderApiKey: apiKey } = settings;
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
