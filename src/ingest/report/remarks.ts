// Remarks on reports and files in the maintainer's language. They are made and kept in English; data: remarks.tsv, where each is a row.
import { readFileSync } from 'node:fs';
import type { Language } from '../../types.ts';

/** How much a remark asks of a maintainer: `fine` nothing, `look` a look. */
export type RemarkLevel = 'fine' | 'look';

/** A row of a table of messages. */
interface MessageRow {
  readonly level: string;
  readonly names: readonly string[];
  readonly pattern: RegExp;
  /** Characters of the pattern that are no places: the row with most is the most exact. */
  readonly exactness: number;
  readonly chinese: string;
}

const PLACE = /\{([a-z]+)\}/gi;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function rowOf(line: string): MessageRow {
  const [level = '', english = '', chinese = ''] = line.split('\t');
  const names = [...english.matchAll(PLACE)].map(([, name = '']) => name);
  const parts = english.split(/\{[a-z]+\}/i).map(escaped);
  const pattern = new RegExp(`^${parts.join('([\\s\\S]+?)')}$`, 'u');
  return { level, names, pattern, exactness: parts.join('').length, chinese };
}

/** Translates messages by the rows of a table. */
export interface Translator {
  /** Returns a message in Chinese; as it is where no row matches. */
  translate(message: string): string;
  /** Returns the level of the row that matches; null where none does. */
  levelOf(message: string): string | null;
}

/** Creates a translator of a table: `level TAB English TAB 中文` a line, `#` for comments; of rows that match the most exact counts. */
export function translatorOf(table: string): Translator {
  const rows = table
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(rowOf)
    .sort((a, b) => b.exactness - a.exactness);
  const find = (message: string): MessageRow | undefined => rows.find(({ pattern }) => pattern.test(message));
  const translate = (message: string): string => {
    const row = find(message);
    if (row === undefined) return message;
    const values = row.pattern.exec(message)?.slice(1) ?? [];
    // A reason within a line is a message of its own.
    return row.chinese.replace(PLACE, (whole, name: string) => {
      const value = values[row.names.indexOf(name)];
      return value === undefined ? whole : translate(value);
    });
  };
  return { translate, levelOf: (message) => find(message)?.level ?? null };
}

/** The table of remarks, for those who have one of their own beside it. */
export const REMARK_TABLE = readFileSync(new URL('remarks.tsv', import.meta.url), 'utf8');
const REMARKS = translatorOf(REMARK_TABLE);

/** Returns a remark in a language. */
export function remarkIn(language: Language, remark: string): string {
  return language === 'zh' ? REMARKS.translate(remark) : remark;
}

/** Returns how much a remark asks of a maintainer; what is unknown wants a look. */
export function remarkLevel(remark: string): RemarkLevel {
  return REMARKS.levelOf(remark) === 'fine' ? 'fine' : 'look';
}
