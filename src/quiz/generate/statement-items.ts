// Right or wrong: a statement as the report has it, or with one thing altered to what is true elsewhere and false here:
// a figure, a name, the direction of a change, the district.
import { fold } from '../../text/normalise.ts';
import { pick, shuffled } from '../random-choice.ts';
import type { ItemDraft } from './draft.ts';
import { statedFacts } from './figure-items.ts';
import { withoutPeriod } from './giveaways.ts';
import type { Pools } from './pools.ts';
import { evidenceOf } from './statements/evidence.ts';
import { isDistinctive } from './statements/initiatives.ts';
import type { ItemSource, ReportLine } from './statements/sources.ts';
import { type StandaloneStatement, stateAround } from './statements/statement.ts';
import { namesLike, wrongFigures } from './wrong-answers.ts';

/** A place in a statement with the words there and false ones in their stead. */
interface Alteration {
  readonly key: string;
  readonly wrong: string;
  /** With the wrong words. */
  readonly text: string;
  /** As the report has it, dated or undated as the false one is. */
  readonly truth: string;
}

interface Alterable {
  readonly line: ReportLine;
  readonly statement: StandaloneStatement;
  readonly key: string;
  readonly alterations: readonly Alteration[];
}

const OPPOSITES: readonly (readonly [string, string])[] = [
  ['同比增长', '同比下降'],
  ['同比下降', '同比增长'],
  ['增至', '减至'],
  ['跃居', '退居'],
];

function atTarget({ text, target }: StandaloneStatement, key: string, wrong: string | undefined): Alteration[] {
  return wrong === undefined
    ? []
    : [{ key, wrong, text: text.slice(0, target.start) + wrong + text.slice(target.end), truth: text }];
}

function turned({ text }: StandaloneStatement): Alteration[] {
  return OPPOSITES.flatMap(([key, wrong]) =>
    text.split(key).length === 2 ? [{ key, wrong, text: text.replace(key, wrong), truth: text }] : [],
  );
}

/** Returns the statement said of another district, of which nothing of the kind is reported. */
function moved(
  statement: StandaloneStatement,
  name: string,
  { source, pools }: { source: ItemSource; pools: Pools },
): Alteration[] {
  // Every report has its year: with the year in sight the swapped district would be told by it.
  const text = withoutPeriod(statement.text);
  if (text === null || text.split(source.display).length !== 2) return [];
  if (pools.tellsPlace(text.replace(source.display, '')) || /的报告/u.test(text)) return [];
  const others = pools.sources.filter(
    ({ district, display }) =>
      district !== source.district && display !== source.display && !pools.said(district).includes(fold(name)),
  );
  const [wrong] = shuffled([...new Set(others.map(({ display }) => display))].sort(), text);
  return wrong === undefined ? [] : [{ key: name, wrong, text: text.replace(source.display, wrong), truth: text }];
}

function draftOf({ line, statement, key, alterations }: Alterable, source: ItemSource): ItemDraft[] {
  const isTrue = pick(`${statement.text} true`, 2) === 0;
  const alteration = alterations[pick(`${statement.text} altered`, Math.max(1, alterations.length))];
  // Statements that cannot be altered are left out when right as well: else most would be right.
  if (!alteration) return [];
  const altered = isTrue ? undefined : alteration;
  return [
    {
      kind: 'true-false',
      subject: 'statement',
      identity: `judged ${statement.text}`,
      question: `判断正误：${altered?.text ?? alteration.truth}。`,
      source,
      evidence: evidenceOf(line, source),
      key: altered?.key ?? key,
      altered: altered?.wrong ?? null,
      isTrue,
    },
  ];
}

function figuresToJudge(source: ItemSource, pools: Pools): Alterable[] {
  return statedFacts(source, pools)
    .filter(({ statement }) => pick(`${statement.text} judged`, 3) === 0)
    .map(({ fact, line, statement }) => {
      const [wrong] = wrongFigures(fact, `${line.plain}\n${statement.text}`, pools);
      const alterations = [...atTarget(statement, fact.surface, wrong), ...turned(statement)];
      return { line, statement, key: fact.surface, alterations };
    });
}

function namesToJudge(source: ItemSource, pools: Pools): Alterable[] {
  const lines = new Set<number>();
  return pools.initiatives
    .filter((initiative) => initiative.source === source && pick(`${initiative.name} judged`, 3) === 0)
    .flatMap((initiative) => {
      // One statement of a sentence: another would say much the same.
      if (lines.has(initiative.line.at)) return [];
      lines.add(initiative.line.at);
      const { line, name } = initiative;
      const statement = stateAround(initiative, { line, source });
      const [wrong] = namesLike(initiative, source, pools);
      if (!statement) return [];
      const elsewhere = isDistinctive(initiative) ? moved(statement, name, { source, pools }) : [];
      const alterations = [...atTarget(statement, name, wrong), ...elsewhere];
      return [{ line, statement, key: name, alterations }];
    });
}

/** Returns right-or-wrong items on some of a report's figures and initiatives. */
export function statementItems(source: ItemSource, pools: Pools): ItemDraft[] {
  return [...figuresToJudge(source, pools), ...namesToJudge(source, pools)].flatMap((alterable) =>
    draftOf(alterable, source),
  );
}
