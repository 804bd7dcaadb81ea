// npm run quiz: the quiz items that the indexed reports give, as JSON Lines, or judged by the laws they hold. The quiz itself is held in the chat.

import { countOption, type OptionValues, print, runCommand, tell, textOption } from '../src/app/cli/command.ts';
import { readConfig } from '../src/config.ts';
import { AppError } from '../src/errors.ts';
import { makeItems } from '../src/quiz/items.ts';
import { drawItems } from '../src/quiz/random-choice.ts';
import { type Generation, openLibrary } from '../src/store/index/generation.ts';
import { districtsCalled } from './support/districts-called.ts';
import { auditItems } from './support/quiz-audit.ts';
import { itemJson } from './support/wire.ts';

/** Judges all items by the laws they must hold; exit status 1 where one is broken. */
function check(library: Generation, asJson: boolean): number {
  const audit = auditItems(makeItems(library), library);
  const { count, kinds, districts, faults, positionChance } = audit;
  if (asJson) print(JSON.stringify(audit));
  else {
    print(
      `${count} items · ${Object.entries(kinds)
        .map((entry) => entry.join(' '))
        .join(' · ')}`,
    );
    print(
      Object.entries(districts)
        .map((entry) => entry.join(' '))
        .join(' · '),
    );
    print(`key positions: p = ${positionChance.toFixed(3)} · broken laws: ${faults.length}`);
    for (const fault of faults) print(`! ${fault}`);
  }
  return faults.length === 0 && positionChance > 0.01 ? 0 : 1;
}

function exportItems(library: Generation, values: OptionValues): number {
  const name = textOption(values, 'district');
  const known = [...library.reports.values()].map(({ district }) => district);
  const districts = name === undefined ? null : districtsCalled(name, { known, nothing: 'No indexed report is' });
  const items = makeItems(library, { districts });
  const count = values['count'] === undefined ? null : countOption(values, 'count', 0);
  for (const item of drawItems(items, { count, seed: textOption(values, 'seed') ?? '0' })) {
    print(JSON.stringify(itemJson(item)));
  }
  if (items.length === 0) tell('The indexed reports give no items. npm run reports lists what is indexed.');
  return 0;
}

await runCommand({
  usage: `Usage: npm run quiz -- export [--count N] [--seed S] [--district NAME] [--index DIR]
       npm run quiz -- check [--index DIR] [--json]`,
  options: { count: { type: 'string' }, seed: { type: 'string' }, district: { type: 'string' } },
  run(values, [command, ...more]) {
    if ((command !== 'export' && command !== 'check') || more.length > 0)
      throw new AppError('usage/invalid', 'Say what to do with the items: npm run quiz -- export, or -- check');
    const library = openLibrary(textOption(values, 'index') ?? readConfig().indexDir);
    try {
      return command === 'export' ? exportItems(library, values) : check(library, values['json'] === true);
    } finally {
      library.close();
    }
  },
});
