// npm run backup: people's data and the live index in one file, while the bot runs.
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { print, runCommand, tell, textOption } from '../src/app/cli/command.ts';
import { readConfig } from '../src/config.ts';
import { AppError } from '../src/errors.ts';
import { CORRECTIONS_NAME } from '../src/ingest/source/corrections.ts';
import { writeBackup } from '../src/store/backup.ts';

const MEGABYTE = 1_000_000;

await runCommand({
  usage: 'Usage: npm run backup -- [FILE] [--index DIR] [--state DIR] [--json]',
  options: {},
  async run(values, [named, ...rest]) {
    if (rest.length > 0) throw new AppError('usage/invalid', 'Name one file: npm run backup -- FILE');
    const config = readConfig();
    const madeAt = new Date().toISOString();
    const file = resolve(named ?? `quzhi-${madeAt.slice(0, 19).replaceAll(':', '')}.backup`);
    const places = {
      indexDir: resolve(textOption(values, 'index') ?? config.indexDir),
      stateDir: resolve(textOption(values, 'state') ?? config.stateDir),
      correctionsFile: resolve(config.corpusDir, CORRECTIONS_NAME),
      sleep,
      onWait: (): void => tell('An ingest is at work; waiting for it …'),
    };
    const made = await writeBackup(file, places, madeAt);
    if (values['json']) print(JSON.stringify({ file, madeAt, ...made }));
    else
      print(
        `${file}: ${made.stateFiles} files of state, index ${made.generation ?? '(none)'}, ${(made.bytes / MEGABYTE).toFixed(1)} MB`,
      );
    return 0;
  },
});
