// npm run facts: the figures that the indexed reports state, district by district, each with where it stands. One line a figure:
// district (and the part of it that the figure is of), period, indicator, figure (≈: rough), change, whether planned, place.

import { print, runCommand, textOption } from '../src/app/cli/command.ts';
import { readConfig } from '../src/config.ts';
import { AppError } from '../src/errors.ts';
import { openLibrary } from '../src/store/index/generation.ts';
import type { Fact } from '../src/types.ts';
import { districtsCalled } from './support/districts-called.ts';

function line(fact: Fact): string {
  const change = fact.changePercent === null ? '' : `${fact.changePercent > 0 ? '+' : ''}${fact.changePercent}%`;
  return [
    [fact.district ?? '–', ...(fact.subject === null ? [] : [fact.subject])].join('·'),
    fact.period ?? '–',
    fact.indicator,
    `${fact.isApproximate ? '≈' : ''}${fact.surface}`,
    change,
    fact.isPlanned ? '(planned)' : '',
    `${fact.reportId}:${fact.start}-${fact.end}`,
  ]
    .filter((part) => part !== '')
    .join('  ');
}

await runCommand({
  usage: 'Usage: npm run facts -- [--district NAME] [--index DIR] [--json]',
  options: { district: { type: 'string' } },
  run(values, positionals) {
    if (positionals.length > 0)
      throw new AppError('usage/invalid', `"${positionals[0]}" is one word too many. For a district: --district NAME`);
    const library = openLibrary(textOption(values, 'index') ?? readConfig().indexDir);
    try {
      const name = textOption(values, 'district');
      const facts = library.facts();
      const known = facts.map(({ district }) => district);
      const wanted = name === undefined ? null : districtsCalled(name, { known, nothing: 'No facts' });
      for (const fact of facts) {
        if (wanted && !wanted.includes(fact.district ?? '')) continue;
        const quote = library.textOf(fact.reportId).slice(fact.start, fact.end);
        print(values.json === true ? JSON.stringify({ ...fact, quote }) : line(fact));
      }
      return 0;
    } finally {
      library.close();
    }
  },
});
