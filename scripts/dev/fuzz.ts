// npm run fuzz: reads thousands of broken files as an ingest would and tells what became of them. Exit status 1 where one was lost.
import { countOption, print, runCommand, textOption } from '../../src/app/cli/command.ts';
import { AppError } from '../../src/errors.ts';
import { PARSED_ENDINGS, TRICK_COUNT } from '../../test/ingest/mutations.ts';
import { type Survival, survive } from '../../test/ingest/survival.ts';

const PER_PARSER = 2_000;
const nowMs = (): number => performance.now();
const isSound = ({ lost, broken }: Survival): boolean => lost.length + broken.length === 0;

/** Returns the endings that `--parser` names: one, or `all`. @throws AppError usage/invalid */
function endingsOf(name: string): readonly string[] {
  if (name === 'all') return PARSED_ENDINGS;
  if (PARSED_ENDINGS.includes(name)) return [name];
  throw new AppError('usage/invalid', `--parser takes all or one of ${PARSED_ENDINGS.join(', ')}`);
}

await runCommand({
  usage: 'Usage: npm run fuzz -- [--parser all|ENDING] [--count FILES] [--from NUMBER] [--percent SIZE]',
  options: {
    parser: { type: 'string' },
    count: { type: 'string' },
    from: { type: 'string' },
    percent: { type: 'string' },
  },
  run(values) {
    const from = countOption(values, 'from', 0);
    const count = countOption(values, 'count', PER_PARSER);
    const scale = countOption(values, 'percent', 100) / 100;
    const parser = textOption(values, 'parser');
    if (parser === undefined) {
      const outcome = survive(from, from + count, { scale, nowMs });
      print(JSON.stringify({ tricks: TRICK_COUNT, ...outcome }, null, 2));
      return isSound(outcome) ? 0 : 1;
    }
    const outcomes = endingsOf(parser).map((ending) => {
      const { slowest, ...outcome } = survive(from, from + count, { scale, ending, nowMs });
      print(JSON.stringify({ parser: ending, ...outcome, slowestMs: Math.round(slowest[0]?.ms ?? 0) }));
      return { slowest, ...outcome };
    });
    return outcomes.every(isSound) ? 0 : 1;
  },
});
