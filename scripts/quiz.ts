// npm run quiz: the quiz items that the indexed reports give, as JSON Lines, judged by the laws they hold, or held against the practices of the reports. The quiz itself is held in the chat.

import { countOption, type OptionValues, print, runCommand, tell, textOption } from '../src/app/cli/command.ts';
import { readConfig } from '../src/config.ts';
import { AppError } from '../src/errors.ts';
import { coverageOf } from '../src/quiz/coverage.ts';
import { makeItems } from '../src/quiz/items.ts';
import { drawItems } from '../src/quiz/learning/draw.ts';
import { type Generation, openLibrary } from '../src/store/index/generation.ts';
import { districtsCalled } from './support/districts-called.ts';
import { auditItems } from './support/quiz-audit.ts';
import { readItems, writeItems } from './support/quiz-files.ts';
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
    for (const { trick, items, right, chance } of audit.tricks)
      print(`guesser · ${trick}: ${percent(right)} of ${items} right, by chance ${percent(chance)}`);
    for (const fault of faults) print(`! ${fault}`);
  }
  return faults.length === 0 && positionChance > 0.01 ? 0 : 1;
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** Tells which practices of the reports are asked about, and why the others are not. */
function cover(library: Generation, asJson: boolean): number {
  const practices = coverageOf(makeItems(library), library);
  if (asJson) {
    for (const practice of practices) print(JSON.stringify(practice));
    return 0;
  }
  print(`${practices.filter(({ reason }) => reason === null).length} of ${practices.length} practices are asked about`);
  for (const { district, name, items, reason } of practices)
    print(`${reason === null ? '·' : '–'} ${district} · ${name} · ${reason ?? `${items.length} items`}`);
  return 0;
}

function exportItems(library: Generation, values: OptionValues): number | Promise<number> {
  const name = textOption(values, 'district');
  const known = [...library.reports.values()].map(({ district }) => district);
  const districts = name === undefined ? null : districtsCalled(name, { known, nothing: 'No indexed report is' });
  const items = makeItems(library, { districts });
  const count = values['count'] === undefined ? null : countOption(values, 'count', 0);
  const drawn = drawItems(items, { count, seed: textOption(values, 'seed') ?? '0' });
  const format = textOption(values, 'format');
  if (format !== undefined) return writeItems(drawn, format, textOption(values, 'out'));
  for (const item of drawn) print(JSON.stringify(itemJson(item)));
  if (items.length === 0) tell('The indexed reports give no items. npm run reports lists what is indexed.');
  return 0;
}

await runCommand({
  usage: `Usage: npm run quiz -- export [--count N] [--seed S] [--district NAME] [--format FORMAT] [--out FILE] [--index DIR]
       npm run quiz -- import FILE [--index DIR]
       npm run quiz -- check [--index DIR] [--json]
       npm run quiz -- coverage [--index DIR] [--json]
FORMAT: docx, docx-key (a paper without and with its key), gift, moodle, apkg, csv, xlsx; without it JSON Lines`,
  options: {
    ...{ count: { type: 'string' }, seed: { type: 'string' }, district: { type: 'string' } },
    ...{ format: { type: 'string' }, out: { type: 'string' } },
  },
  async run(values, [command = '', ...words]) {
    const [file, ...more] = command === 'import' ? words : [undefined, ...words];
    const isKnown = ['export', 'check', 'coverage'].includes(command) || (command === 'import' && file !== undefined);
    if (!isKnown || more.length > 0)
      throw new AppError(
        'usage/invalid',
        'Say what to do with the items: npm run quiz -- export, import FILE, check or coverage',
      );
    const library = openLibrary(textOption(values, 'index') ?? readConfig().indexDir);
    try {
      if (file !== undefined) return readItems(file, library);
      if (command === 'export') return await exportItems(library, values);
      return (command === 'check' ? check : cover)(library, values['json'] === true);
    } finally {
      library.close();
    }
  },
});
