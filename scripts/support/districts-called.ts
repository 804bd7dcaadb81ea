// The indexed districts that a name stands for, however it is written (泉山, 泉山区, quanshan).
import { AppError } from '../../src/errors.ts';
import { findDistrictMentions } from '../../src/lexicon/districts.ts';
import type { Library } from '../../src/types.ts';

/**
 * Full names of the indexed districts that a name stands for.
 * @throws AppError usage/invalid if it stands for none
 */
export function districtsCalled(name: string, library: Library): readonly string[] {
  const known = [...new Set([...library.reports.values()].flatMap(({ district }) => district ?? []))];
  if (known.includes(name)) return [name];
  const named = findDistrictMentions(name, known).filter(({ indexed }) => indexed);
  if (named.length > 0) return [...new Set(named.map(({ fullName }) => fullName))];
  throw new AppError(
    'usage/invalid',
    `No indexed report is on "${name}". There are some on: ${known.join(', ') || 'no district'}`,
  );
}
