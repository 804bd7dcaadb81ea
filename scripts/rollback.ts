// npm run rollback: makes the generation before the live one the live one again. The reports are not read.
import { setTimeout as sleep } from 'node:timers/promises';
import { print, runCommand, tell, textOption } from '../src/app/cli/command.ts';
import { readConfig } from '../src/config.ts';
import { rollBack } from '../src/store/index/rollback.ts';

await runCommand({
  usage: 'Usage: npm run rollback -- [--index DIR] [--json]',
  options: {},
  async run(values) {
    const indexDir = textOption(values, 'index') ?? readConfig().indexDir;
    const onWait = (): void => tell('An ingest is at work; waiting for it …');
    const { from, to, builtAt } = await rollBack(indexDir, { sleep, onWait });
    if (values['json']) print(JSON.stringify({ from, to, builtAt }));
    else
      print(
        `Index ${to} of ${builtAt} is live again; it was ${from}. npm run ingest builds a new one from the corpus as it is.`,
      );
    return 0;
  },
});
