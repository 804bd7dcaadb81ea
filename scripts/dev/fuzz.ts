// npm run fuzz: reads thousands of broken files as an ingest would and tells what became of them. Exit status 1 where one was lost.
import { countOption, print, runCommand } from '../../src/app/cli/command.ts';
import { TRICK_COUNT } from '../../test/ingest/mutations.ts';
import { survive } from '../../test/ingest/survival.ts';

await runCommand({
  usage: 'Usage: npm run fuzz -- [--count FILES] [--from NUMBER] [--percent SIZE]',
  options: { count: { type: 'string' }, from: { type: 'string' }, percent: { type: 'string' } },
  run(values) {
    const from = countOption(values, 'from', 0);
    const count = countOption(values, 'count', 2000);
    const scale = countOption(values, 'percent', 100) / 100;
    const outcome = survive(from, from + count, { scale, nowMs: () => performance.now() });
    print(JSON.stringify({ tricks: TRICK_COUNT, ...outcome }, null, 2));
    return outcome.lost.length + outcome.broken.length > 0 ? 1 : 0;
  },
});
