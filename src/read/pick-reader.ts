// Picks the reader that the configuration names.
import { AppError } from '../errors.ts';
import { openNeuralReader } from './neural/neural-reader.ts';
import { openReranker } from './neural/reranker.ts';
import type { Reader } from './reader.ts';

/**
 * What READER may be: nothing (neural where its runtime is installed, else linear), `linear`, `neural`, an extractive model in a
 * folder, or a reranker in one.
 */
export type ReaderSetting = 'auto' | 'linear' | 'neural' | `neural:${string}` | `reranker:${string}`;

/** The part of the configuration that concerns readers. */
export interface ReaderSettings {
  readonly reader: ReaderSetting;
  /** Holds the calibrations of readers in folders that may not be written. */
  readonly stateDir: string;
}

/** The folder that a setting names; null if it names none. */
export function folderOf(setting: ReaderSetting): string | null {
  const colon = setting.indexOf(':');
  return colon < 0 ? null : setting.slice(colon + 1);
}

/**
 * Opens the reader that a setting names; null: the ranking alone decides ("linear").
 * @param onMissing told once where `auto` finds no runtime
 * @throws AppError 'reader/missing' where a reader is asked for and cannot be loaded
 */
export function pickReader(
  { reader: setting, stateDir }: ReaderSettings,
  onMissing: (fault: AppError) => void,
): Reader | null {
  if (setting === 'linear') return null;
  const path = folderOf(setting);
  if (path !== null)
    return setting.startsWith('reranker:') ? openReranker({ path, stateDir }) : openNeuralReader({ path, stateDir });
  try {
    return openNeuralReader();
  } catch (error) {
    if (setting === 'neural' || !(error instanceof AppError)) throw error;
    onMissing(error);
    return null;
  }
}
