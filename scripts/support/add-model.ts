// Adds a language model: asks its endpoint one plain question, as answers do.
import { openModel } from '../../src/app/tools.ts';
import type { Config } from '../../src/config.ts';
import { AppError } from '../../src/errors.ts';
import { EASY, OTHER } from './try-reader.ts';

const HEADING = '清河县统计公报｜清河县';
const SENTENCES = [OTHER, EASY.excerpt].map(({ text }, index) => ({ n: index + 1, text, heading: HEADING }));

/**
 * Lets the configured model choose between two sentences.
 * @returns milliseconds that it took
 * @throws AppError 'model/…' where the endpoint cannot be asked, or the model does not choose the sentence that answers
 */
export async function tryModel(config: Config): Promise<number> {
  const faults: AppError[] = [];
  const model = await openModel(config, { chatModel: undefined, onModelFault: (fault) => faults.push(fault) });
  const chooser = model?.chooser ?? null;
  const startedMs = performance.now();
  const selection = await chooser?.(EASY.question, SENTENCES);
  if (faults[0]) throw faults[0];
  const isRight = selection?.answered === true && SENTENCES[selection.numbers[0] - 1]?.text === EASY.excerpt.text;
  if (!isRight)
    throw new AppError(
      'model/refused',
      `${config.model?.name} did not choose the one sentence that answers a plain question. Take another model: one that follows instructions and writes JSON.`,
    );
  return Math.round(performance.now() - startedMs);
}
