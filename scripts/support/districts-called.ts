// The districts that a name stands for, however it is written (泉山, 泉山区, quanshan).
import { AppError } from '../../src/errors.ts';
import { findDistrictMentions } from '../../src/lexicon/places/districts.ts';

/** Among which districts a name is looked for. */
interface CalledAmong {
  /** Full names; repeats do not matter. */
  readonly known: readonly (string | null)[];
  /** Text before the name in the message for a name that stands for none of them. */
  readonly nothing: string;
}

/**
 * Full names of the known districts that a name stands for.
 * @throws AppError usage/invalid if it stands for none
 */
export function districtsCalled(name: string, { known, nothing }: CalledAmong): readonly string[] {
  const districts = [...new Set(known)].filter((district) => district !== null);
  if (districts.includes(name)) return [name];
  const named = findDistrictMentions(name, districts).filter(({ indexed }) => indexed);
  if (named.length > 0) return [...new Set(named.map(({ fullName }) => fullName))];
  throw new AppError(
    'usage/invalid',
    `${nothing} on "${name}". There are some on: ${districts.join(', ') || 'no district'}`,
  );
}
