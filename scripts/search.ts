// npm run search: the ranked passages behind an answer.
import { openQuzhi } from '../src/app/app.ts';
import { countOption, print, runCommand, textOption } from '../src/app/cli/command.ts';
import { readConfig } from '../src/config.ts';
import { AppError } from '../src/errors.ts';
import { runBatch } from './support/lines.ts';

const MAX_SHOWN_CHARACTERS = 120;

await runCommand({
  usage: 'Usage: npm run search -- [--index DIR] [--top K] [--json] "QUERY" | --batch FILE',
  options: { top: { type: 'string' }, batch: { type: 'string' } },
  async run(values, positionals) {
    const batch = textOption(values, 'batch');
    if ((batch === undefined) === (positionals.length === 0))
      throw new AppError('usage/invalid', 'Give one query, or --batch FILE.');
    const count = countOption(values, 'top', 10);
    const config = readConfig();
    const quzhi = await openQuzhi({ ...config, indexDir: textOption(values, 'index') ?? config.indexDir });
    const reports = quzhi.library().reports;
    const search = async (query: string): Promise<object> => {
      const startedMs = performance.now();
      const { hits } = await quzhi.search(query, count);
      const elapsedMs = Math.round((performance.now() - startedMs) * 100) / 100;
      const shown = hits.map(({ passage: { reportId, start, end }, score }) => {
        const report = reports.get(reportId);
        return { document: { id: reportId, path: report?.path, title: report?.title }, start, end, score };
      });
      return { hits: shown, elapsedMs };
    };
    if (batch !== undefined) {
      await runBatch(batch, async (value) => {
        const query = value['question'] ?? value['query'];
        if (typeof query !== 'string') throw new AppError('batch/line-malformed', '"question" must be a text');
        return search(query);
      });
    } else if (values['json']) print(JSON.stringify(await search(positionals.join(' '))));
    else {
      const { hits } = await quzhi.search(positionals.join(' '), count);
      for (const { passage, score } of hits) {
        const text = quzhi.library().textOf(passage.reportId).slice(passage.start, passage.end).replace(/\s+/g, ' ');
        print(
          `${score.toFixed(2)}  ${reports.get(passage.reportId)?.title ?? passage.reportId}: ${text.slice(0, MAX_SHOWN_CHARACTERS)}`,
        );
      }
    }
    return 0;
  },
});
