// Tells the kind of a report (文种) from its title. Data: data/report-kinds.tsv.
import { readPatterns } from './data-files.ts';

const KINDS = readPatterns('report-kinds.tsv').map(({ kind, pattern }) => ({
  kind,
  pattern: new RegExp(pattern, 'u'),
}));

/**
 * Returns the kind that a title tells; null if it tells none.
 * @example kindOfTitle('云溪区2023年政府工作报告') // => '政府工作报告'
 */
export function kindOfTitle(title: string): string | null {
  return KINDS.find(({ pattern }) => pattern.test(title))?.kind ?? null;
}

/** Returns the kinds that titles can tell. */
export function reportKinds(): readonly string[] {
  return [...new Set(KINDS.map(({ kind }) => kind))];
}
