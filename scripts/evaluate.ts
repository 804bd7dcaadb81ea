// npm run evaluate: asks the live index all questions of a set and tells how many answers are right, by kind.
import { openQuzhi } from '../src/app/app.ts';
import { print, runCommand, tellProgress, textOption } from '../src/app/cli/command.ts';
import { type Config, readConfig, readConfigWith } from '../src/config.ts';
import { AppError } from '../src/errors.ts';
import { type GoldVerdict, judge } from './support/evaluation.ts';
import { type GoldSet, readGold, readRun, saveRun } from './support/evaluation-files.ts';
import { drawRun, misses, type Run, summarise } from './support/evaluation-table.ts';

/** The readers named by --reader, as READER names them; none: the configured one. @throws AppError 'config/invalid' */
function namedReaders(named: string | undefined): Config['reader'][] {
  return (named?.split(',') ?? []).map((name) => readConfigWith({ READER: name }).reader);
}

/** Asks every question of a set and counts the verdicts together. */
async function ask({ items }: GoldSet, config: Config): Promise<Run> {
  const quzhi = await openQuzhi(config);
  const verdicts: GoldVerdict[] = [];
  for (const item of items) {
    const startedMs = performance.now();
    const answer = await quzhi.answer({ text: item.question, history: item.history });
    const outcome = { answer, elapsedMs: performance.now() - startedMs };
    verdicts.push(judge(item, outcome, ({ report }) => quzhi.library().textOf(report.id)));
    tellProgress(`asking … ${verdicts.length} of ${items.length} questions`);
  }
  tellProgress('');
  return summarise(verdicts);
}

await runCommand({
  usage:
    'Usage: npm run evaluate -- GOLD.jsonl [--reader NAME[,NAME]] [--save FILE] [--compare FILE] [--misses] [--index DIR] [--json]',
  options: {
    reader: { type: 'string' },
    save: { type: 'string' },
    compare: { type: 'string' },
    misses: { type: 'boolean' },
  },
  async run(values, [file, ...rest]) {
    if (file === undefined || rest.length > 0)
      throw new AppError('usage/invalid', 'Name one question set: npm run evaluate -- GOLD.jsonl');
    const gold = readGold(file);
    const compared = textOption(values, 'compare');
    const save = textOption(values, 'save');
    const base = readConfig();
    const config = { ...base, indexDir: textOption(values, 'index') ?? base.indexDir };
    const [first = config.reader, ...others] = namedReaders(textOption(values, 'reader'));
    if (others.length > 1 || (others.length > 0 && compared !== undefined))
      throw new AppError('usage/invalid', 'Compare two readers, or one with a saved run.');
    let before = compared === undefined ? undefined : readRun(compared, gold);
    let run = await ask(gold, { ...config, reader: first });
    for (const reader of others) {
      before = run;
      run = await ask(gold, { ...config, reader });
    }
    if (save !== undefined) saveRun(save, run, gold);
    if (others.length > 0 && !values['json']) print(`${others[0]}, and in brackets what it changes against ${first}\n`);
    print(values['json'] ? JSON.stringify({ ...run.summary, kinds: run.kinds }) : drawRun(run, before));
    if (values['misses'] && !values['json'])
      print(`\nnot right in every column: ${misses(run.verdicts).join(' ') || 'none'}`);
    return 0;
  },
});
