// Who holds which office in a district, where a report says so right before the name.
import { findPersons } from '../../../lexicon/names/names.ts';
import type { ItemSource, ReportLine } from './sources.ts';

/** A person and the office, named with the district. */
export interface Official {
  readonly name: string;
  readonly office: string;
  readonly line: ReportLine;
}

const OFFICE = /(?:书记|[区县市局院校]长|主任|主席|董事长|总经理)$/u;
const REPORTER = /记者|通讯员|编辑|作者|摄/u;
const MAX_OFFICE_CHARACTERS = 20;

function officeOf(before: string, { display, names, short }: ItemSource): string | null {
  const run = /[\u4e00-\u9fff、]+$/u.exec(before)?.[0] ?? '';
  const office = run.slice(run.lastIndexOf('的') + 1).replace(/^[该我本][区县市]/u, '');
  if (!OFFICE.test(office) || REPORTER.test(office) || office.length > MAX_OFFICE_CHARACTERS) return null;
  if (names.some((name) => office.includes(name)) || office.includes(short)) return office;
  const end = display.at(-1) ?? '';
  return office.startsWith(end) ? display + office.slice(1) : display + office;
}

/** Returns the officials that a report names with their office, each once; one whose office is told in two ways not at all. */
export function findOfficials(source: ItemSource): Official[] {
  const officials = source.lines.flatMap((line) =>
    findPersons(line.plain).flatMap(({ name, start, end, post }) => {
      // 和 may be the name's last character as well as a word of its own.
      const isOpen = /^[和与及同]/u.test(line.plain.slice(end));
      const office = post === null || isOpen ? null : officeOf(line.plain.slice(0, start), source);
      return office === null ? [] : [{ name, office, line }];
    }),
  );
  return officials.filter(
    ({ name, office }, at) =>
      officials.findIndex((other) => other.name === name) === at &&
      officials.every((other) => other.office !== office || other.name === name),
  );
}
