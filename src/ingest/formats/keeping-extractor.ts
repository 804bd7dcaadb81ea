// Asks what is kept of a file before it has the file taken apart. Only files of bytes are kept: taking text apart is quick.

import { sha256 } from '../../store/files.ts';
import type { KeptExtracts } from '../../store/index/extracts.ts';
import type { ExtractOutcome, FileExtractor } from './extractor.ts';
import type { Extract } from './types.ts';

/** Returns an extractor that keeps what it took out of files; a file that could not be read is tried again each time. */
export function keepingExtractor(extractor: FileExtractor, kept: KeptExtracts): FileExtractor {
  return {
    extract(format, content): ExtractOutcome {
      if (typeof content === 'string') return extractor.extract(format, content);
      const hash = sha256(`${format} ${sha256(content)}`);
      const known = kept.find(hash);
      if (known !== undefined) return { ok: true, extract: JSON.parse(known) as Extract };
      const outcome = extractor.extract(format, content);
      if (outcome.ok) kept.keep(hash, JSON.stringify(outcome.extract));
      return outcome;
    },
  };
}
