// npm run ingest: builds the next generation of the index from the corpus and tells how every report came in.
import { setTimeout as sleep } from 'node:timers/promises';
import { print, runCommand, tell, tellProgress, textOption, textOptions } from '../src/command.ts';
import { readConfig } from '../src/config.ts';
import { pickEmbedder } from '../src/embed/pick.ts';
import { AppError } from '../src/errors.ts';
import { ingest } from '../src/ingest/build.ts';
import { drawHealth } from '../src/ingest/health.ts';
import { drawProgress } from '../src/progress.ts';

await runCommand({
  usage: 'Usage: npm run ingest -- [--corpus DIR-or-FILE …] [--index DIR] [--full] [--dry-run] [--strict] [--json]',
  options: {
    corpus: { type: 'string', multiple: true },
    full: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    strict: { type: 'boolean' },
  },
  async run(values, positionals) {
    if (positionals.length > 0) throw new AppError('usage/invalid', `Name the corpus with --corpus ${positionals[0]}`);
    const config = readConfig();
    const named = textOptions(values, 'corpus');
    const isDryRun = values['dry-run'] === true;
    const health = await ingest({
      corpus: named.length > 0 ? named : [config.corpusDir],
      isCorpusNamed: named.length > 0,
      indexDir: textOption(values, 'index') ?? config.indexDir,
      embedder: isDryRun ? null : await pickEmbedder(config),
      isDryRun,
      onProgress: (progress) => tellProgress(drawProgress(progress)),
      onWait: () => tell('Another ingest is at work; waiting for it …'),
      now: () => new Date(),
      sleep,
    });
    tellProgress('');
    print(values['json'] ? JSON.stringify(health, null, 2) : drawHealth(health));
    if (!values['strict'] || health.skipped.length === 0) return 0;
    tell(`--strict: ${health.skipped.length} left out. Mend or remove what is listed above.`);
    return 1;
  },
});
