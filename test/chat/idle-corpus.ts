// A corpus administration in which nothing happens: what tests of other things hand in.
import type { CorpusAdmin } from '../../src/chat/corpus/corpus-admin.ts';

export const IDLE_CORPUS: Omit<CorpusAdmin, 'formats' | 'read' | 'stage'> = {
  add: () => 's1',
  pending: () => [],
  accept: async () => null,
  discard: () => undefined,
  reindex: async () => [],
  remove: async () => [],
  correct: async () => undefined,
  undoCorrection: async () => false,
  progress: () => null,
  told: (message) => message,
  status: () => [],
  generation: () => 'gen-1',
};
