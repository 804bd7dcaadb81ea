// npm run restore: puts a backup in the place of people's data and the live index, after it was checked from end to end.
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { print, runCommand, tell, textOption } from '../src/app/cli/command.ts';
import { readConfig } from '../src/config.ts';
import { AppError } from '../src/errors.ts';
import { CORRECTIONS_NAME } from '../src/ingest/source/corrections.ts';
import { restoreBackup } from '../src/store/backup.ts';

await runCommand({
  usage: 'Usage: npm run restore -- FILE [--index DIR] [--state DIR] [--json]',
  options: {},
  async run(values, [file, ...rest]) {
    if (file === undefined || rest.length > 0)
      throw new AppError('usage/invalid', 'Name one backup: npm run restore -- FILE');
    const config = readConfig();
    const restored = await restoreBackup(resolve(file), {
      indexDir: resolve(textOption(values, 'index') ?? config.indexDir),
      stateDir: resolve(textOption(values, 'state') ?? config.stateDir),
      correctionsFile: resolve(config.corpusDir, CORRECTIONS_NAME),
      sleep,
      onWait: () => tell('An ingest is at work; waiting for it …'),
    });
    if (values['json']) print(JSON.stringify(restored));
    else
      print(
        `Restored: ${restored.stateFiles} files of state, index ${restored.generation ?? '(none)'}. A bot that runs has to be started again.`,
      );
    return 0;
  },
});
