// npm run letters: updates that were put aside because they never came to their end. `list` shows them with the reason, `retry` has one
// taken up at the next start.
import { print, runCommand, textOption } from '../src/app/cli/command.ts';
import { readConfig } from '../src/config.ts';
import { AppError } from '../src/errors.ts';
import type { AsideItem } from '../src/store/state/inbox.ts';
import { openState } from '../src/store/state/state.ts';

const USAGE = 'Usage: npm run letters -- [list | retry CHANNEL/ID] [--state DIR] [--json]';

function show(aside: readonly AsideItem[], isJson: boolean): void {
  if (isJson) print(JSON.stringify(aside));
  else if (aside.length === 0) print('No update was put aside.');
  for (const { channel, id, reason, storedAt } of isJson ? [] : aside)
    print(`${channel}/${id}  ${storedAt.toISOString()}  ${reason}`);
}

await runCommand({
  usage: USAGE,
  options: {},
  run(values, [what = 'list', name = '', ...rest]) {
    const [, channel = '', id = ''] = /^([a-z]{1,20})\/(.{1,200})$/u.exec(name) ?? [];
    const isKnown = what === 'list' ? name === '' : what === 'retry' && id !== '';
    if (rest.length > 0 || !isKnown) throw new AppError('usage/invalid', USAGE);
    const state = openState(textOption(values, 'state') ?? readConfig().stateDir);
    try {
      if (what === 'list') {
        show(state.letters.aside(), values['json'] === true);
        return 0;
      }
      const isFound = state.letters.retry(channel, id);
      print(isFound ? `${name} is taken up at the next start.` : `No update ${name} was put aside.`);
      return isFound ? 0 : 1;
    } finally {
      state.close();
    }
  },
});
