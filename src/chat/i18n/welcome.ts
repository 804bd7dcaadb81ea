// What the conversation says of itself: what is indexed, what one can ask, the commands.
import type { Fact, ReportMeta } from '../../types.ts';
import { judge, type Place, type Role } from '../access/policy.ts';
import { clip, shortDistrict, sourceLabel } from '../asking/place.ts';
import type { Reply } from '../reply.ts';
import type { Service } from '../service.ts';
import { say, type Turn } from '../turn.ts';
import type { CommandLine, CommandName } from './texts.ts';
import type { Wording } from './wording.ts';

/** The menu of a role in a place, in the order of the wording. */
export function commandsFor({ role, place }: { role: Role; place: Place }, wording: Wording): CommandLine[] {
  return Object.entries(wording.commands)
    .filter(([command]) => judge(command as CommandName, { role, place, isApproved: true }) === 'allowed')
    .map(([command, description]) => ({ command, description }));
}

const MAX_LISTED = 60;
const MAX_TITLE_CHARACTERS = 30;
/** Names of figures that a reader understands by themselves: Chinese words of a middling length. */
const PLAIN_NAME = /^\p{Script=Han}{4,12}$/u;
/** Names that end so are statistics: they are shown first, and offered as examples. */
const STATISTIC = /(?:就业|收入|总值|总额|投资|产值|税收|人口|企业|面积|销售额|利润|贷款|项目|公园)$/u;

/** True if a figure's name is one of which one asks how much it is: 收入, 总值, 面积. */
export function isStatistic(name: string): boolean {
  return STATISTIC.test(name);
}

/** Counts the reports on each district, in the order in which districts first appear. */
function reportsByDistrict(reports: readonly ReportMeta[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { district } of reports) {
    if (district !== null) counts.set(district, (counts.get(district) ?? 0) + 1);
  }
  return counts;
}

/**
 * Figures fit to be named to a reader: results of the district itself under a plain name, one of each name (of its latest period);
 * statistics first, then what is dated, then the rest.
 */
export function figuresOf(facts: readonly Fact[]): Fact[] {
  const byName = new Map<string, Fact>();
  for (const fact of facts) {
    if (!PLAIN_NAME.test(fact.indicator) || fact.isPlanned || fact.subject !== null) continue;
    const known = byName.get(fact.indicator);
    if (known === undefined || (known.period ?? '') < (fact.period ?? '')) byName.set(fact.indicator, fact);
  }
  const rank = ({ indicator, period }: Fact): number => (STATISTIC.test(indicator) ? 0 : 2) + (period === null ? 1 : 0);
  return [...byName.values()].sort((a, b) => rank(a) - rank(b));
}

/** Names of a district's figures that one can ask for. */
export function figureNames(facts: readonly Fact[]): string[] {
  return figuresOf(facts).map(({ indicator }) => indicator);
}

type Known = Pick<Service, 'reports' | 'facts'>;

/** Questions one can ask of what is indexed: a figure, and the other examples, each of another district where there are enough. */
export function exampleQuestions(service: Known, wording: Wording): string[] {
  const reports = service.reports();
  const districts = [...reportsByDistrict(reports).keys()];
  const [firstReport] = reports;
  if (districts.length === 0) {
    return firstReport ? [wording.titleExample(clip(firstReport.title, MAX_TITLE_CHARACTERS))] : [];
  }
  const [figure] = districts.flatMap((district) =>
    figureNames(service.facts(district))
      .filter((name) => STATISTIC.test(name))
      .slice(0, 1)
      .map((name) => wording.figureExample(shortDistrict(district), name)),
  );
  const others = wording.examples.map((example, index) =>
    example(shortDistrict(districts[(index + 1) % districts.length] ?? '')),
  );
  return figure === undefined ? others : [figure, ...others];
}

/** The lines that say what one can ask, or that nothing is indexed. */
export function invitation(service: Known, wording: Wording): string[] {
  const reports = service.reports();
  if (reports.length === 0) return [wording.nothingIndexed];
  const examples = exampleQuestions(service, wording).map((question) => `· ${question}`);
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

/** Introduces the product: what it is, what one can ask, and what every asker can do; `/help` adds what the role can. */
export function introduce(turn: Turn): Reply {
  const { wording, parts, place } = turn;
  const role = turn.action === 'help' ? turn.role : 'guest';
  return say(
    turn,
    wording.about,
    ...invitation(parts.service, wording),
    commandList(commandsFor({ role, place }, wording)),
  );
}

/** The command does not exist. */
export function refuseCommand(name: string, turn: Turn): Reply {
  return say(turn, turn.wording.unknownCommand(name), commandList(commandsFor(turn, turn.wording)));
}
