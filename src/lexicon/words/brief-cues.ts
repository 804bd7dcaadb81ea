// What sentences are to a brief: slogans, problems, plans, results, leads of points. Data: data/brief-cues.tsv.
import { anyPattern, readPatterns } from './data-files.ts';

const ROWS = readPatterns('brief-cues.tsv');

/** What a sentence, or a clause of one, may be to a brief. */
export type BriefCue =
  | 'lead'
  | 'number'
  | 'slogan'
  | 'speech'
  | 'scene'
  | 'furniture'
  | 'problem'
  | 'solved'
  | 'plan'
  | 'result'
  | 'honour'
  | 'purpose';

const CUES: Readonly<Record<BriefCue, RegExp>> = {
  lead: anyPattern(ROWS, 'lead'),
  number: anyPattern(ROWS, 'number'),
  slogan: anyPattern(ROWS, 'slogan'),
  speech: anyPattern(ROWS, 'speech'),
  scene: anyPattern(ROWS, 'scene'),
  furniture: anyPattern(ROWS, 'furniture'),
  problem: anyPattern(ROWS, 'problem'),
  solved: anyPattern(ROWS, 'solved'),
  plan: anyPattern(ROWS, 'plan'),
  result: anyPattern(ROWS, 'result'),
  honour: anyPattern(ROWS, 'honour'),
  purpose: anyPattern(ROWS, 'purpose'),
};

/** Returns the pattern of a cue. */
export function briefCue(cue: BriefCue): RegExp {
  return CUES[cue];
}
