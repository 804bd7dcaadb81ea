// npm run evaluate: asks the live index all questions of a set and tells how many answers are right, by kind.
import { openQuzhi } from '../src/app/app.ts';
import { print, runCommand, tellProgress, textOption } from '../src/app/cli/command.ts';
import { readConfig } from '../src/config.ts';
import { AppError } from '../src/errors.ts';
import { judge, type Verdict } from './support/evaluation.ts';
import { readGold, readRun, saveRun } from './support/evaluation-files.ts';
import { drawRun, misses, summarise } from './support/evaluation-table.ts';

await runCommand({
  usage: 'Usage: npm run evaluate -- GOLD.jsonl [--save FILE] [--compare FILE] [--misses] [--index DIR] [--json]',
  options: { save: { type: 'string' }, compare: { type: 'string' }, misses: { type: 'boolean' } },
  async run(values, [file, ...rest]) {
    if (file === undefined || rest.length > 0)
      throw new AppError('usage/invalid', 'Name one question set: npm run evaluate -- GOLD.jsonl');
    const gold = readGold(file);
    const compared = textOption(values, 'compare');
    const before = compared === undefined ? undefined : readRun(compared, gold);
    const config = readConfig();
    const quzhi = await openQuzhi({ ...config, indexDir: textOption(values, 'index') ?? config.indexDir });
    const verdicts: Verdict[] = [];
    for (const item of gold.items) {
      const startedMs = performance.now();
      const answer = await quzhi.answer({ text: item.question, history: item.history });
      const outcome = { answer, elapsedMs: performance.now() - startedMs };
      verdicts.push(judge(item, outcome, ({ report }) => quzhi.library().textOf(report.id)));
      tellProgress(`asking … ${verdicts.length} of ${gold.items.length} questions`);
    }
    tellProgress('');
    const run = summarise(verdicts);
    const save = textOption(values, 'save');
    if (save !== undefined) saveRun(save, run, gold);
    print(values['json'] ? JSON.stringify({ ...run.summary, kinds: run.kinds }) : drawRun(run, before));
    if (values['misses'] && !values['json'])
      print(`\nnot right in every column: ${misses(verdicts).join(' ') || 'none'}`);
    return 0;
  },
});
