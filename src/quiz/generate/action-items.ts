// Items that ask which of several initiatives is the district's, by topic: the question says what is asked about.
import { fold } from '../../text/normalise.ts';
import { optionsOverlap } from '../check/option-laws.ts';
import { pick, shuffled } from '../random-choice.ts';
import type { ItemDraft } from './draft.ts';
import type { InitiativeMention, Pools } from './pools.ts';
import { actionClauseIn, actionTopics } from './statements/actions.ts';
import { evidenceFrom, evidenceOf } from './statements/evidence.ts';
import type { ItemSource, ReportLine } from './statements/sources.ts';

const MAX_WRONG = 3;
/** Options are about as long: so many characters apart at most. */
const MAX_APART = 8;
const MIN_ACTIONS = 2;
const MAX_ACTIONS = 3;
const MAX_FOREIGN = 2;
/** Several actions are asked for where they stand within so many characters. */
const MAX_CITED = 200;

/** One of a district's actions that can stand as an option: it tells no place. */
interface OwnAction {
  readonly clause: string;
  readonly line: ReportLine;
  readonly topics: readonly string[];
}

function ownAction({ line, start, end }: InitiativeMention, pools: Pools): OwnAction | null {
  const clause = actionClauseIn(line.plain, { start, end });
  if (clause === null || pools.tellsPlace(clause)) return null;
  // A topic that the key names would tell it from the others.
  return { clause, line, topics: actionTopics(clause, line).filter((topic) => !clause.includes(topic)) };
}

/** Returns actions of other districts on the topic that are about as long as some of this one's, of which nothing is said here. */
function foreignActions(
  keys: readonly string[],
  topic: string,
  { source, pools }: { source: ItemSource; pools: Pools },
): string[] {
  const said = pools.said(source.district);
  const others = pools.actions.filter(
    ({ district, name, clause, topics }) =>
      district !== source.district &&
      topics.includes(topic) &&
      keys.some((key) => Math.abs(clause.length - key.length) <= MAX_APART) &&
      !said.includes(fold(name)),
  );
  const clauses: string[] = [];
  for (const { clause } of shuffled(others, keys.join('\n')))
    if (![...keys, ...clauses].some((other) => optionsOverlap(clause, other))) clauses.push(clause);
  return clauses;
}

/** Returns which of several actions is the district's, for one of its initiatives. */
export function actionDrafts(initiative: InitiativeMention, pools: Pools): ItemDraft[] {
  const { source, line } = initiative;
  const action = ownAction(initiative, pools);
  const topic = action?.topics[0];
  if (!action || topic === undefined || source.year === null) return [];
  const key = action.clause;
  return [
    {
      kind: 'single',
      subject: 'practice-of-district',
      identity: 'practice of district',
      question: `据${source.year}年的报告，在${topic}方面，下列哪一项是${source.display}的做法？`,
      source,
      evidence: evidenceOf(line, source),
      key,
      distractors: foreignActions([key], topic, { source, pools }).slice(0, MAX_WRONG),
    },
  ];
}

/** Returns the first of those that ask the same: one question has one item. */
function firstOfEach(drafts: readonly ItemDraft[]): ItemDraft[] {
  return [...new Map([...drafts].reverse().map((draft) => [draft.question, draft])).values()].reverse();
}

/** Returns which of several initiatives is the district's: one item a topic, for half of its initiatives (the district is asked for of the others). */
export function initiativeItems(source: ItemSource, pools: Pools): ItemDraft[] {
  const own = pools.initiatives.filter(
    (initiative) => initiative.source === source && pick(`${initiative.name} ${initiative.line.plain}`, 2) === 1,
  );
  return firstOfEach(own.flatMap((initiative) => actionDrafts(initiative, pools)));
}

/** Returns the first actions on one topic that stand close together, with the topic; null: there are not two. */
function closeTogether(actions: readonly OwnAction[]): { topic: string; near: readonly OwnAction[] } | null {
  for (const first of actions) {
    const [topic] = first.topics;
    if (topic === undefined) continue;
    const near = actions.filter(
      ({ line, topics }) =>
        line.at >= first.line.at &&
        line.sentence.end - first.line.sentence.start <= MAX_CITED &&
        topics.slice(0, 2).includes(topic),
    );
    if (near.length >= MIN_ACTIONS) return { topic, near: near.slice(0, MAX_ACTIONS) };
  }
  return null;
}

/** Returns which of several actions are the district's, for the initiatives of one passage. */
function severalDraft(initiatives: readonly InitiativeMention[], pools: Pools): ItemDraft[] {
  const source = initiatives[0]?.source;
  const actions = initiatives.flatMap((initiative) => ownAction(initiative, pools) ?? []);
  const found = closeTogether([...new Map(actions.map((action) => [action.clause, action])).values()]);
  if (!source || source.year === null || !found) return [];
  const { topic, near } = found;
  const at = near.map(({ line }) => line.at);
  const evidence = evidenceFrom(source.lines.slice(Math.min(...at), Math.max(...at) + 1), source);
  if (!evidence) return [];
  const keys = near.map(({ clause }) => clause);
  const distractors = foreignActions(keys, topic, { source, pools }).slice(0, MAX_FOREIGN);
  const question = `据${source.year}年的报告，在${topic}方面，下列哪几项是${source.display}的做法？（多选）`;
  const identity = 'practices of district';
  return [
    { kind: 'several', subject: 'practice-of-district', identity, question, source, evidence, keys, distractors },
  ];
}

/** Returns which initiatives are the district's, several to a question: one question a topic. */
export function severalItems(source: ItemSource, pools: Pools): ItemDraft[] {
  const passages = new Map<number, InitiativeMention[]>();
  for (const initiative of pools.initiatives) {
    if (initiative.source !== source) continue;
    const { number } = initiative.line.passage;
    passages.set(number, [...(passages.get(number) ?? []), initiative]);
  }
  return firstOfEach([...passages.values()].flatMap((initiatives) => severalDraft(initiatives, pools)));
}
