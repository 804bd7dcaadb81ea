// npm run audit: the log of who did what. `verify` checks that no entry was altered, `list` prints the entries.
import { print, runCommand, textOption } from '../src/app/cli/command.ts';
import { readConfig } from '../src/config.ts';
import { AppError } from '../src/errors.ts';
import { openState } from '../src/store/state/state.ts';

const USAGE = 'Usage: npm run audit -- [verify | list] [--state DIR] [--json]';

await runCommand({
  usage: USAGE,
  options: {},
  run(values, [what = 'verify', ...rest]) {
    if (rest.length > 0 || !['verify', 'list'].includes(what)) throw new AppError('usage/invalid', USAGE);
    const state = openState(textOption(values, 'state') ?? readConfig().stateDir);
    try {
      if (what === 'list') {
        for (const { n, entry } of state.audit.entries()) print(values['json'] === true ? entry : `${n} ${entry}`);
        return 0;
      }
      const { count, brokenAt } = state.audit.verify();
      if (values['json'] === true) print(JSON.stringify({ entries: count, brokenAt }));
      else if (brokenAt === null) print(`${count} entries, all as they were written.`);
      else
        print(
          `Entry ${brokenAt} was altered, or one before it was taken out. Compare with a backup of the state folder.`,
        );
      return brokenAt === null ? 0 : 1;
    } finally {
      state.close();
    }
  },
});
