// npm run ingest: builds the next generation of the index from the corpus and tells how every report came in.
import { setTimeout as sleep } from 'node:timers/promises';
import {
  drawProgress,
  type OptionValues,
  print,
  runCommand,
  tell,
  tellProgress,
  textOption,
  textOptions,
} from '../src/app/cli/command.ts';
import { type Config, readConfig, readLanguage } from '../src/config.ts';
import { AppError } from '../src/errors.ts';
import { type IngestOptions, ingest } from '../src/ingest/build.ts';
import { drawHealth, type HealthReport } from '../src/ingest/report/health.ts';
import { watchCorpus } from '../src/ingest/watch.ts';
import { pickEmbedder } from '../src/retrieve/embed/pick.ts';
import { readGold } from './support/evaluation-files.ts';
import { openGate } from './support/gate.ts';

const GATE_MARGIN = 0.02;

function marginOf(values: OptionValues): number {
  const text = textOption(values, 'gate-margin');
  const margin = text === undefined ? GATE_MARGIN : Number(text);
  if (Number.isFinite(margin) && margin >= 0 && margin < 1) return margin;
  throw new AppError('usage/invalid', `--gate-margin takes a share such as 0.02, not "${text}"`);
}

async function optionsOf(values: OptionValues, config: Config): Promise<IngestOptions> {
  const named = textOptions(values, 'corpus');
  const isDryRun = values['dry-run'] === true;
  const goldFile = textOption(values, 'gate');
  const gold = goldFile === undefined ? null : readGold(goldFile);
  const margin = marginOf(values);
  const embedder = await pickEmbedder(config);
  return {
    corpus: named.length > 0 ? named : [config.corpusDir],
    isCorpusNamed: named.length > 0,
    indexDir: textOption(values, 'index') ?? config.indexDir,
    embedder: isDryRun ? null : embedder,
    isFull: values['full'] === true,
    isDryRun,
    ...(gold && { gate: openGate({ gold, margin, embedder, tell }) }),
    language: config.language,
    onProgress: (progress) => tellProgress(drawProgress(progress)),
    onWait: () => tell('Another ingest is at work; waiting for it …'),
    now: () => new Date(),
    sleep,
  };
}

/** Returns what `--strict` rejects, in words; null if all is well. */
function complaint({ skipped, reports, conflicts = [] }: HealthReport): string | null {
  const damaged = reports.filter(({ spun }) => spun).length;
  const counts = [
    [skipped.length, 'left out'],
    [damaged, 'damaged'],
    [conflicts.length, 'contradictions'],
  ] as const;
  const found = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return found.length === 0 ? null : `--strict: ${found.join(', ')}. Mend or remove what is listed above.`;
}

async function ingestOnce(values: OptionValues, options: IngestOptions): Promise<number> {
  const health = await ingest(options);
  tellProgress('');
  print(values['json'] ? JSON.stringify(health, null, 2) : drawHealth(health, { language: readLanguage() }));
  const wrong = values['strict'] ? complaint(health) : null;
  if (wrong) tell(wrong);
  return wrong ? 1 : 0;
}

/** Ingests again whenever the corpus has changed, until the process is told to stop; a failure is told and waited out. */
async function watch(values: OptionValues, options: IngestOptions): Promise<void> {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  const { signal } = stopping;
  const onChange = async (): Promise<void> => {
    await ingestOnce(values, { ...options, isFull: false }).catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      tell(error.message);
    });
  };
  tell(`Watching ${options.corpus.join(', ')}; Ctrl+C ends it.`);
  // A sleep that the signal cuts short ends the watch, it is no fault.
  const nap = (ms: number): Promise<void> => sleep(ms, undefined, { signal }).catch(() => undefined);
  await watchCorpus({ corpus: options.corpus, onChange, onTrouble: tell, signal, sleep: nap });
}

await runCommand({
  usage:
    'Usage: npm run ingest -- [--corpus DIR-or-FILE …] [--index DIR] [--full] [--dry-run] [--watch] [--strict] [--gate GOLD.jsonl [--gate-margin 0.02]] [--json]',
  options: {
    corpus: { type: 'string', multiple: true },
    full: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    watch: { type: 'boolean' },
    strict: { type: 'boolean' },
    gate: { type: 'string' },
    'gate-margin': { type: 'string' },
  },
  async run(values, positionals) {
    if (positionals.length > 0) throw new AppError('usage/invalid', `Name the corpus with --corpus ${positionals[0]}`);
    const options = await optionsOf(values, readConfig());
    const status = await ingestOnce(values, options);
    if (values['watch'] !== true) return status;
    await watch(values, options);
    return 0;
  },
});
