// How far an ingest has come, drawn as one line. It decides nothing and writes nowhere.
import type { IngestProgress } from '../../ingest/build.ts';

const STEPS = { read: 'reading', index: 'indexing', embed: 'embedding', verify: 'checking' } as const;
const BAR_CELLS = 24;

/**
 * A step as a line with a bar; without a bar where nobody knows how much there is.
 * @example drawProgress({ step: 'embed', done: 1, total: 2 }) // => 'embedding  ████████████░░░░░░░░░░░░ 1 of 2 passages'
 */
export function drawProgress({ step, done, total }: IngestProgress): string {
  const name = STEPS[step].padEnd(10);
  if (total === null) return `${name} ${done} reports`;
  const filled = total === 0 ? BAR_CELLS : Math.min(BAR_CELLS, Math.floor((BAR_CELLS * done) / total));
  return `${name} ${'█'.repeat(filled)}${'░'.repeat(BAR_CELLS - filled)} ${done} of ${total} passages`;
}
