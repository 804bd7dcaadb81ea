// The YAML front matter of a Markdown report. It finds and reads it; the report's text keeps it (offsets refer to the source).
import { parse } from 'yaml';
import type { Span } from '../../types.ts';
import { type GivenFields, isRecord, readFields } from './fields.ts';

/** Fences around lines of which the first is a comment or a field; two rules in a text are no front matter. */
const FRONT_MATTER = /^\s*---[ \t]*\r?\n(?=#|[\w\p{Script=Han}-]+[ \t]*:)([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/u;

/** Returns the span of a text's front matter, fences included; null if it has none. */
export function frontMatterSpan(text: string): Span | null {
  const match = FRONT_MATTER.exec(text);
  return match ? { start: 0, end: match[0].length } : null;
}

/**
 * Returns the fields of a text's front matter; none if it has no front matter.
 * @param problems takes one line for each thing that could not be used
 */
export function readFrontMatter(text: string, problems: string[]): GivenFields {
  const match = FRONT_MATTER.exec(text);
  if (!match) return {};
  try {
    const value: unknown = parse(match[1] ?? '');
    if (isRecord(value)) return readFields(value, problems);
    problems.push('the front matter is no list of fields; it is ignored');
  } catch (error) {
    problems.push(`the front matter is not valid YAML (${firstLine(error)}); it is ignored`);
  }
  return {};
}

/** Returns the first line of an error's message. */
export function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}
