// Files of quiz items for `npm run quiz`: written in every format that trainers use, and read back onto the indexed reports.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { print, tell } from '../../src/app/cli/command.ts';
import { wordingFor } from '../../src/chat/i18n/wording.ts';
import {
  FORMAT_FILES,
  ITEM_FORMATS,
  isItemFormat,
  itemFile,
  readItemFile,
} from '../../src/chat/practice/files/item-file.ts';
import { AppError } from '../../src/errors.ts';
import { checkItem } from '../../src/quiz/check/check-item.ts';
import { findSource } from '../../src/quiz/exchange/find-source.ts';
import { itemOfText } from '../../src/quiz/exchange/item-text.ts';
import type { Item } from '../../src/quiz/types.ts';
import { ankiCollection } from '../../src/store/anki-collection.ts';
import type { Library } from '../../src/types.ts';
import { itemJson } from './wire.ts';

/** Writes items as a file; where none is named, as `quiz` with the ending of the format. @throws AppError usage/invalid for an unknown format */
export async function writeItems(items: readonly Item[], format: string, out: string | undefined): Promise<number> {
  if (!isItemFormat(format))
    throw new AppError('usage/invalid', `--format takes ${ITEM_FORMATS.join(', ')}, not "${format}"`);
  const parts = { wording: wordingFor('zh').paperFile, collection: ankiCollection, now: new Date() };
  const file = out ?? `quiz${FORMAT_FILES[format].ending}`;
  writeFileSync(file, await itemFile(items, format, parts));
  print(`${items.length} items: ${file}`);
  return 0;
}

/** Prints the items of a file as JSON Lines, each on the passage it stands on; tells which stand on none, and which laws the others break. */
export function readItems(path: string, library: Library): number {
  const texts = readItemFile(basename(path), readFileSync(path));
  if (texts === null)
    throw new AppError(
      'usage/invalid',
      `${path}: items are read from .xlsx, .csv, .xml (Moodle), .gift and .txt (GIFT)`,
    );
  let left = 0;
  for (const text of texts) {
    const source = findSource(text, library);
    const item = source === null ? 'source' : itemOfText(text, source);
    if (typeof item === 'string') {
      left += 1;
      tell(`– ${item}: ${text.question}`);
      continue;
    }
    for (const fault of checkItem(item, library)) tell(`! ${fault}: ${text.question}`);
    print(JSON.stringify(itemJson(item)));
  }
  tell(`${texts.length - left} of ${texts.length} items read`);
  return left === 0 ? 0 : 1;
}
