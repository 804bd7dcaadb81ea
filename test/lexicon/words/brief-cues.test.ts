// The cues of briefs: each row matches its own example and not the other.
import { describe, expect, test } from 'vitest';
import { type BriefCue, briefCue } from '../../../src/lexicon/words/brief-cues.ts';
import { readPatterns } from '../../../src/lexicon/words/data-files.ts';

const ROWS = readPatterns('brief-cues.tsv');

describe.each(ROWS.map((row) => [row.kind, row.matching, row.other, row.pattern] as const))(
  '%s: %s, not %s',
  (kind, matching, other, pattern) => {
    test('matches its example alone', () => {
      expect(matching).toMatch(new RegExp(pattern, 'u'));
      expect(other).not.toMatch(new RegExp(pattern, 'u'));
      expect(matching).toMatch(briefCue(kind as BriefCue));
    });
  },
);
