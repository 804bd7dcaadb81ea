// One plain question at a reader, before it is trusted: does it compute at all, and does it see what stands there.
import { AppError } from '../../src/errors.ts';
import type { Reader } from '../../src/read/reader.ts';

const BLANK = { title: '', district: '清河县', period: '', heading: '' } as const;

/** A question that anything which reads answers, with the words that do. */
export const EASY = {
  question: '清河县粮食总产量是多少？',
  excerpt: { ...BLANK, text: '清河县粮食总产量21.9万吨。' },
  answer: '21.9万吨',
} as const;

/** A sentence about something else. */
export const OTHER = { ...BLANK, text: '全县新建学校三所，校车四十辆。' };

/**
 * Asks a reader one plain question.
 * @returns milliseconds that loading and reading took
 * @throws AppError 'reader/failed' where it prefers a sentence about something else, or points at wrong words
 */
export async function tryReader(reader: Reader): Promise<number> {
  const startedMs = performance.now();
  const [own, other] = await reader.read(EASY.question, [EASY.excerpt, OTHER]);
  const { start, end } = own?.spans[0] ?? {};
  const isPointed = start === undefined || EASY.excerpt.text.slice(start, end) === EASY.answer;
  if (!own || !other || own.score <= other.score || !isPointed)
    throw new AppError(
      'reader/failed',
      `The reader ${reader.id} misreads a plain sentence. Install the package again (npm ci), or bring its folder again.`,
    );
  return Math.round(performance.now() - startedMs);
}
