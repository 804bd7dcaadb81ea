// What commands and faults say, in the operator's language. Messages are written in English where they arise; data: messages.tsv, a row
// each, and for what is said of files and reports the table of the health report.
import { readFileSync } from 'node:fs';
import { REMARK_TABLE, translatorOf } from '../../ingest/report/remarks.ts';
import type { Language } from '../../types.ts';

const MESSAGES = translatorOf(`${readFileSync(new URL('messages.tsv', import.meta.url), 'utf8')}\n${REMARK_TABLE}`);

/** Returns a message in a language; what no table holds stays English. */
export function messageIn(language: Language, message: string): string {
  return language === 'zh' ? MESSAGES.translate(message) : message;
}
