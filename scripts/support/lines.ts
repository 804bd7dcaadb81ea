// JSON Lines in, JSON Lines out, in the same order: what --batch does in every command.
import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { print } from '../../src/app/cli/command.ts';
import { AppError } from '../../src/errors.ts';
import { parseLine } from './wire.ts';

/**
 * Answers each line of a file (`-`: standard input) with one line; a malformed line gets its error in its place.
 * Blank lines are passed over.
 * @throws AppError usage/invalid if there is no such file
 */
export async function runBatch(
  file: string,
  handle: (value: Record<string, unknown>) => Promise<object>,
): Promise<void> {
  if (file !== '-' && !existsSync(file))
    throw new AppError('usage/invalid', `There is no file ${file}. Use --batch FILE, or --batch - for standard input.`);
  const input = file === '-' ? process.stdin : createReadStream(file, 'utf8');
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const text = line.replace(/^\uFEFF/, '').trim();
    if (text !== '') print(JSON.stringify(await answerLine(text, handle)));
  }
}

async function answerLine(text: string, handle: (value: Record<string, unknown>) => Promise<object>): Promise<object> {
  let id: unknown = null;
  try {
    const value = parseLine(text);
    id = value['id'] ?? null;
    return { id, ...(await handle(value)) };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'batch/line-malformed') throw error;
    return { id, error: { code: error.code, message: error.message } };
  }
}
