// Items that ask which of several practices is the district's, by topic: the question says what is asked about.
import { fold } from '../../text/normalise.ts';
import { pick, shuffled } from '../random-choice.ts';
import type { Draft } from './draft.ts';
import type { Pools, PracticeAt } from './pools.ts';
import { deedIn, deedTopics } from './statements/actions.ts';
import { evidenceFrom, evidenceOf } from './statements/evidence.ts';
import type { Line, Source } from './statements/sources.ts';

const MOST_WRONG = 3;
/** Options are about as long: so many characters apart at most. */
const MOST_APART = 8;
const FEWEST_DEEDS = 2;
const MOST_DEEDS = 3;
const MOST_FOREIGN = 2;
/** Several deeds are asked for where they stand within so many characters. */
const MOST_CITED = 200;

/** One of a district's deeds that can stand as an option: it tells no place. */
interface OwnDeed {
  readonly clause: string;
  readonly line: Line;
  readonly topics: readonly string[];
}

function ownDeed({ line, start, end }: PracticeAt, pools: Pools): OwnDeed | null {
  const clause = deedIn(line.plain, { start, end });
  if (clause === null || pools.tellsPlace(clause)) return null;
  // A topic that the key names would tell it from the others.
  return { clause, line, topics: deedTopics(clause, line).filter((topic) => !clause.includes(topic)) };
}

/** Deeds of other districts on the topic that are about as long as some of this one's, of which nothing is said here. */
function foreignDeeds(
  keys: readonly string[],
  topic: string,
  { source, pools }: { source: Source; pools: Pools },
): string[] {
  const said = pools.said(source.district);
  const others = pools.deeds.filter(
    ({ district, name, clause, topics }) =>
      district !== source.district &&
      topics.includes(topic) &&
      keys.some((key) => Math.abs(clause.length - key.length) <= MOST_APART) &&
      !said.includes(fold(name)),
  );
  return shuffled(others, keys.join('\n')).map(({ clause }) => clause);
}

/** Which of several deeds is the district's, for one of its practices. */
export function deedDrafts(practice: PracticeAt, pools: Pools): Draft[] {
  const { source, line } = practice;
  const deed = ownDeed(practice, pools);
  const topic = deed?.topics[0];
  if (!deed || topic === undefined || source.year === null) return [];
  const key = deed.clause;
  return [
    {
      kind: 'single',
      subject: 'practice-of-district',
      identity: 'practice of district',
      question: `据${source.year}年的报告，在${topic}方面，下列哪一项是${source.display}的做法？`,
      source,
      evidence: evidenceOf(line, source),
      key,
      distractors: foreignDeeds([key], topic, { source, pools }).slice(0, MOST_WRONG),
    },
  ];
}

/** The first of those that ask the same: one question has one item. */
function firstOfEach(drafts: readonly Draft[]): Draft[] {
  return [...new Map([...drafts].reverse().map((draft) => [draft.question, draft])).values()].reverse();
}

/** Which of several practices is the district's: one item a topic, for half of its practices (the district is asked for of the others). */
export function practiceItems(source: Source, pools: Pools): Draft[] {
  const own = pools.practices.filter(
    (practice) => practice.source === source && pick(`${practice.name} ${practice.line.plain}`, 2) === 1,
  );
  return firstOfEach(own.flatMap((practice) => deedDrafts(practice, pools)));
}

/** The first deeds on one topic that stand close together, with the topic; null: there are not two. */
function closeTogether(deeds: readonly OwnDeed[]): { topic: string; near: readonly OwnDeed[] } | null {
  for (const first of deeds) {
    const [topic] = first.topics;
    if (topic === undefined) continue;
    const near = deeds.filter(
      ({ line, topics }) =>
        line.at >= first.line.at &&
        line.sentence.end - first.line.sentence.start <= MOST_CITED &&
        topics.slice(0, 2).includes(topic),
    );
    if (near.length >= FEWEST_DEEDS) return { topic, near: near.slice(0, MOST_DEEDS) };
  }
  return null;
}

/** Which of several deeds are the district's, for the practices of one passage. */
function severalDraft(practices: readonly PracticeAt[], pools: Pools): Draft[] {
  const source = practices[0]?.source;
  const deeds = practices.flatMap((practice) => ownDeed(practice, pools) ?? []);
  const found = closeTogether([...new Map(deeds.map((deed) => [deed.clause, deed])).values()]);
  if (!source || source.year === null || !found) return [];
  const { topic, near } = found;
  const at = near.map(({ line }) => line.at);
  const evidence = evidenceFrom(source.lines.slice(Math.min(...at), Math.max(...at) + 1), source);
  if (!evidence) return [];
  const keys = near.map(({ clause }) => clause);
  const distractors = foreignDeeds(keys, topic, { source, pools }).slice(0, MOST_FOREIGN);
  const question = `据${source.year}年的报告，在${topic}方面，下列哪几项是${source.display}的做法？（多选）`;
  const identity = 'practices of district';
  return [
    { kind: 'several', subject: 'practice-of-district', identity, question, source, evidence, keys, distractors },
  ];
}

/** Which practices are the district's, several to a question: one question a topic. */
export function severalItems(source: Source, pools: Pools): Draft[] {
  const passages = new Map<number, PracticeAt[]>();
  for (const practice of pools.practices) {
    if (practice.source !== source) continue;
    const { number } = practice.line.passage;
    passages.set(number, [...(passages.get(number) ?? []), practice]);
  }
  return firstOfEach([...passages.values()].flatMap((practices) => severalDraft(practices, pools)));
}
