// Extractive readers: a cross-encoder that reads question and excerpt together and points at words. The shipped one: models/reader/.
import { fileURLToPath } from 'node:url';
import { AppError } from '../../errors.ts';
import type { Excerpt, Judgement, Reader } from '../reader.ts';
import { decode } from './decode.ts';
import { type Encoded, encode } from './encode.ts';
import type { Outputs } from './inference.ts';
import { openModelFolder, probabilityOf, type ReaderCalibration, type ReaderFolder } from './model-folder.ts';
import { type ModelForm, OnnxReader } from './onnx-reader.ts';
import type { Tokenizer } from './tokenizer.ts';

/** Folder of the reader that comes with the package. */
const SHIPPED = fileURLToPath(new URL('../../../models/reader', import.meta.url));

class Extractive implements ModelForm<Encoded> {
  readonly #tokenizer: Tokenizer;
  readonly #calibration: ReaderCalibration;

  constructor(tokenizer: Tokenizer, calibration: ReaderCalibration) {
    this.#tokenizer = tokenizer;
    this.#calibration = calibration;
  }

  encode(question: string, excerpt: Excerpt): Encoded | null {
    const encoded = encode(this.#tokenizer, question, excerpt);
    return encoded.spans.length === 0 ? null : encoded;
  }

  judge({ start, end, answered }: Outputs, encoded: Encoded): Judgement {
    const logit = answered?.[0];
    if (!start || !end || logit === undefined)
      throw new AppError(
        'reader/failed',
        'The model has no outputs start, end and answered: it is no extractive reader.',
      );
    const { spans, lead } = decode({ start, end, answered: logit }, encoded);
    return { spans, ...probabilityOf(this.#calibration, logit, lead) };
  }
}

/** Opens an extractive reader; default: the shipped one. @throws AppError 'reader/missing' if its runtime or its weights are not there */
export function openNeuralReader(folder: ReaderFolder = { path: SHIPPED }): Reader {
  const { weights, tokenizer, calibration } = openModelFolder(folder);
  return new OnnxReader(calibration.id, weights, new Extractive(tokenizer, calibration));
}
