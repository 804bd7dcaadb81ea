// Loads the module that QUZHI_LANGCHAIN names: LangChain classes of the operator's choice in place of ours.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { BaseRetrieverInterface } from '@langchain/core/retrievers';
import { AppError } from '../../errors.ts';

/** What such a module may export; what it leaves out stays as the other settings say. */
export interface LangchainModule {
  /** Makes the vectors in place of EMBEDDER. */
  readonly embeddings?: EmbeddingsInterface;
  /** Finds passages by meaning in place of the index of vectors. */
  readonly retriever?: BaseRetrieverInterface;
  /** Writes answers in place of LLM_MODEL. */
  readonly chatModel?: BaseChatModel;
}

/** Methods by which an export is known for what it should be. */
const METHODS = { embeddings: ['embedDocuments'], retriever: ['invoke'], chatModel: ['invoke', 'stream'] } as const;

/**
 * Imports the module once; null where none is named.
 * @param path of an ES module, from the working directory
 * @throws AppError config/invalid if it cannot be loaded, or exports none of the three, or something else under such a name
 */
export async function loadLangchainModule(path: string | null): Promise<LangchainModule | null> {
  if (path === null) return null;
  const file = resolve(path);
  const fault = (what: string, options?: ErrorOptions): AppError =>
    new AppError('config/invalid', `QUZHI_LANGCHAIN=${path} ${what}`, options);
  if (!existsSync(file)) throw fault('names no file. Give the path of a JavaScript module (.mjs).');
  const module = await importModule(file, fault);
  const names = (Object.keys(METHODS) as (keyof typeof METHODS)[]).filter((name) => module[name] !== undefined);
  if (names.length === 0) throw fault(`exports none of ${Object.keys(METHODS).join(', ')}. Export at least one.`);
  for (const name of names) {
    const missing = METHODS[name].find((method) => typeof (module[name] as never)?.[method] !== 'function');
    if (missing !== undefined)
      throw fault(`exports ${name} without a method ${missing}. Export an instance, not a class.`);
  }
  return module as LangchainModule;
}

async function importModule(
  file: string,
  fault: (what: string, options: ErrorOptions) => AppError,
): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await import(pathToFileURL(file).href);
  } catch (cause) {
    throw fault(`cannot be loaded: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
