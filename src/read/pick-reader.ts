// Picks the reader that the configuration names.
import { AppError } from '../errors.ts';
import { openNeuralReader } from './neural/neural-reader.ts';
import type { Reader } from './reader.ts';

/** What READER may be: nothing (neural where its runtime is installed, else linear), `linear` or `neural`. */
export type ReaderSetting = 'auto' | 'linear' | 'neural';

/**
 * Opens the reader that a setting names; null: the ranking alone decides ("linear").
 * @param onMissing told once where `auto` finds no runtime
 * @throws AppError 'reader/missing' where `neural` is asked for and cannot be loaded
 */
export function pickReader(setting: ReaderSetting, onMissing: (fault: AppError) => void): Reader | null {
  if (setting === 'linear') return null;
  try {
    return openNeuralReader();
  } catch (error) {
    if (setting === 'neural' || !(error instanceof AppError)) throw error;
    onMissing(error);
    return null;
  }
}
