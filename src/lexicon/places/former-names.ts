// What cities, counties and districts were called before, and until when: data/former-divisions.tsv. It finds nothing in texts.
import type { FormerName } from '../../types.ts';
import { readLexicon } from '../words/data-files.ts';
import { once } from '../words/once.ts';

const KINDS = /(?:地区|自治[州县]|[市县区盟])$/u;

/**
 * Returns what became of a division when it gave a name up, as it is said: 撤市设区; 更名 where it stayed what it was.
 * @example changeOf('通州市', '江苏省南通市通州区') // => '撤市设区'
 */
export function changeOf(name: string, fullName: string): string {
  const kindOf = (text: string): string => (KINDS.exec(text)?.[0] ?? '').replace('地区', '地');
  const [before, now] = [kindOf(name), kindOf(fullName)];
  return before === '' || now === '' || before === now ? '更名' : `撤${before}设${now}`;
}

function formerNamesOfRow(row: string): FormerName[] {
  const [fullName = '', names = ''] = row.split('\t');
  return names.split(' ').map((written) => {
    const name = written.replace(/\d+$/, '');
    const until = name === written ? null : Number(written.slice(name.length));
    return { fullName, name, until, change: changeOf(name, fullName) };
  });
}

/** All former names by the full name of what bears another now, oldest first. Read at the first call and kept. */
export const formerNames: () => ReadonlyMap<string, readonly FormerName[]> = once(() => {
  const rows = readLexicon('former-divisions.tsv').map(formerNamesOfRow);
  return new Map(rows.map((names) => [names[0]?.fullName ?? '', names]));
});

/**
 * Returns the former name by which a text calls a present division; null where it calls it by another name.
 * @param surface as the text writes it, with or without what lies above it
 * @example formerNameIn('南通通州市', '江苏省南通市通州区') // => { name: '通州市', until: 2009, … }
 */
export function formerNameIn(surface: string, fullName: string): FormerName | null {
  return (
    formerNames()
      .get(fullName)
      ?.find(({ name }) => surface.endsWith(name)) ?? null
  );
}
