// Patterns that decide what a figure of a report is. Data: data/fact-cues.tsv, where each kind is described.
import { anyPattern, readPatterns } from './data-files.ts';

const ROWS = readPatterns('fact-cues.tsv');

/** Returns the pattern of one kind of cue. @throws RangeError if the data has no such kind */
export function factCue(kind: string): RegExp {
  return anyPattern(ROWS, kind);
}
