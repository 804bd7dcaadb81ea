// What the conversation says of itself: what is indexed, what one can ask, the commands.
import type { ReportMeta } from '../types.ts';
import { clip, shortDistrict, sourceLabel } from './place.ts';
import type { CommandLine, Wording } from './wording.ts';

const MAX_LISTED = 60;
const MAX_TITLE_CHARACTERS = 30;

/** How many reports there are on each district, in the order in which districts first appear. */
function reportsByDistrict(reports: readonly ReportMeta[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { district } of reports) {
    if (district !== null) counts.set(district, (counts.get(district) ?? 0) + 1);
  }
  return counts;
}

/** Questions one can ask of what is indexed: one for each kind of example, each of another district where there are enough. */
export function exampleQuestions(reports: readonly ReportMeta[], wording: Wording): string[] {
  const districts = [...reportsByDistrict(reports).keys()];
  const [firstReport] = reports;
  if (districts.length === 0) {
    return firstReport ? [wording.titleExample(clip(firstReport.title, MAX_TITLE_CHARACTERS))] : [];
  }
  return wording.examples.map((example, index) => example(shortDistrict(districts[index % districts.length] ?? '')));
}

/** The lines that say what one can ask, or that nothing is indexed. */
export function invitation(reports: readonly ReportMeta[], wording: Wording): string[] {
  if (reports.length === 0) return [wording.nothingIndexed];
  const examples = exampleQuestions(reports, wording).map((question) => `· ${question}`);
  return [wording.holds(reports.length, reportsByDistrict(reports).size), [wording.tryAsking, ...examples].join('\n')];
}

/** The commands, one a line. */
export function commandList(commands: readonly CommandLine[]): string {
  return commands.map(({ command, description }) => `/${command} — ${description}`).join('\n');
}

/** A list cut to what a chat bears, with the number of those left out. */
function listed(lines: readonly string[], wording: Wording): string {
  const left = lines.length - MAX_LISTED;
  return [...lines.slice(0, MAX_LISTED), ...(left > 0 ? [wording.andMore(left)] : [])].join('\n');
}

/** The districts on which there are reports. */
export function districtList(reports: readonly ReportMeta[], wording: Wording): string {
  const lines = [...reportsByDistrict(reports)].map(
    ([district, count]) => `· ${wording.districtLine(district, count)}`,
  );
  const without = reports.filter(({ district }) => district === null).length;
  if (without > 0) lines.push(`· ${wording.districtLine(wording.withoutDistrict, without)}`);
  return lines.length > 0 ? listed(lines, wording) : wording.nothingIndexed;
}

/** The reports that are indexed. */
export function sourceList(reports: readonly ReportMeta[], wording: Wording): string {
  const lines = reports.map((report) =>
    [`· ${sourceLabel(report)}`, report.publisher].filter((part) => part !== null).join(' · '),
  );
  return lines.length > 0 ? listed(lines, wording) : wording.nothingIndexed;
}
