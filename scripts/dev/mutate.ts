// npm run mutate: breaks random lines of the laws' folders, one at a time in a copy of the project, and tells which breaks the
// folder's own tests notice. Exit status 1 below 85 %. Minutes to an hour; not part of the check.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countOption, print, runCommand, tell, textOption } from '../../src/app/cli/command.ts';
import { AppError } from '../../src/errors.ts';
import { seededRandom } from '../../src/text/random.ts';
import { copyProject, drawMutants, type MutationOutcome, MutationRun, removeCopy } from './support/mutation-run.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MIN_KILLED = 0.85;
const FOLDERS = [
  'text',
  'answer/verify',
  'read/extract.ts',
  'ingest/facts',
  'quiz/grade',
  'store/state',
  'chat/access',
] as const;

type Counts = Record<MutationOutcome, number>;

const rateOf = ({ killed, survived }: Counts): number => killed / Math.max(1, killed + survived);
const percent = (rate: number): string => `${(100 * rate).toFixed(1)} %`;

/** Tries so many breaks of a folder of src/ and prints each that survives. */
async function measure(
  copy: string,
  folder: string,
  { count, seed }: { count: number; seed: number },
): Promise<Counts> {
  const counts: Counts = { killed: 0, survived: 0, uncompiled: 0 };
  const run = new MutationRun(copy, `test/${folder.replace(/[^/]+\.ts$/, '').replace(/\/?$/, '/')}`);
  if (!(await run.begin(() => performance.now())))
    throw new AppError('usage/invalid', `the tests of ${folder} fail before anything is broken. Run: npm test`);
  for (const mutant of drawMutants(copy, `src/${folder}`, seededRandom(seed))) {
    if (counts.killed + counts.survived >= count) break;
    const outcome = await run.attempt(mutant);
    counts[outcome] += 1;
    const { path, line, mutator, before, after } = mutant;
    const change = `${path}:${line} ${mutator}: ${before.trim()}  →  ${after.trim() || '(removed)'}`;
    if (outcome === 'survived') print(`survived ${change}`);
    else tell(`${outcome} ${change}`);
  }
  return counts;
}

await runCommand({
  usage: `Usage: npm run mutate -- [--count BREAKS] [--seed NUMBER] [--folders ${FOLDERS.join(',')}]`,
  options: { count: { type: 'string' }, seed: { type: 'string' }, folders: { type: 'string' } },
  async run(values) {
    const folders = textOption(values, 'folders')?.split(',') ?? FOLDERS;
    const unknown = folders.find((folder) => !existsSync(join(ROOT, 'src', folder)));
    if (unknown !== undefined) throw new AppError('usage/invalid', `src has no ${unknown}`);
    const count = Math.ceil(countOption(values, 'count', 105) / folders.length);
    const seed = countOption(values, 'seed', 1);
    const total: Counts = { killed: 0, survived: 0, uncompiled: 0 };
    const copy = copyProject(ROOT);
    try {
      for (const folder of folders) {
        const counts = await measure(copy, folder, { count, seed });
        for (const outcome of ['killed', 'survived', 'uncompiled'] as const) total[outcome] += counts[outcome];
        print(`${folder}: ${counts.killed} killed, ${counts.survived} survived, ${percent(rateOf(counts))}`);
      }
    } finally {
      removeCopy(copy);
    }
    print(`in all: ${total.killed} of ${total.killed + total.survived} killed, ${percent(rateOf(total))}`);
    tell(`${total.uncompiled} more did not compile and do not count.`);
    return rateOf(total) < MIN_KILLED ? 1 : 0;
  },
});
