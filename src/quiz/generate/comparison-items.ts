// Items over several districts: two compared on one topic, and which practice is whose.

import { oncePer } from '../../lexicon/words/once.ts';
import { fold } from '../../text/normalise.ts';
import { optionsOverlap } from '../check/option-laws.ts';
import { digest, pick, shuffled } from '../random-choice.ts';
import type { ItemDraft } from './draft.ts';
import { isOwn } from './place-items.ts';
import { type InitiativeMention, type Pools, yearsOn } from './pools.ts';
import { actionTopics } from './statements/actions.ts';
import { evidenceOf } from './statements/evidence.ts';
import { keyPointsOf, roleClausesOf } from './statements/measures.ts';
import type { ItemSource, ReportLine } from './statements/sources.ts';
import { isOfDistrict } from './statements/statement.ts';
import { isNotTold } from './statements/voices.ts';

const POINTS_EACH = 2;
const MAX_PARTNERS = 4;
/** One in so many practices is asked about among pairs; of the others the district is asked for. */
const ONE_IN = 2;
const WRONG_PAIRS = 3;

interface TopicAction {
  readonly clause: string;
  readonly line: ReportLine;
  readonly topics: readonly string[];
}

/** Returns whether what a mention tells was done by its district, and is told as done. */
function isDone({ line, source, start, end }: InitiativeMention): boolean {
  const span = { start, end };
  return !line.isPlan && !isNotTold(span, { line, source }) && isOfDistrict(span, { line, source });
}

/** Returns the clause that names a practice, without the district, as a point of an answer; null where it does not stand alone. */
function clauseOf({ line, source, start, end }: InitiativeMention): string | null {
  const clause = roleClausesOf(line.plain, source).find((each) => each.start <= start && end <= each.end);
  const [point = null] = clause?.role === 'measure' ? (keyPointsOf([clause.text]) ?? []) : [];
  return point;
}

/** Actions of each report, each clause and each sentence once. */
const actionsBySource = oncePer(({ initiatives }: Pools): ReadonlyMap<ItemSource, readonly TopicAction[]> => {
  const actions = new Map<ItemSource, TopicAction[]>();
  for (const mention of initiatives) {
    const clause = clauseOf(mention);
    if (clause === null || !isDone(mention)) continue;
    const own = actions.get(mention.source) ?? [];
    if (own.length === 0) actions.set(mention.source, own);
    if (own.some(({ line }) => line === mention.line)) continue;
    // What is named in the topic's own words is surely on it.
    const topics = actionTopics(clause, mention.line);
    own.push({ clause, line: mention.line, topics: topics.slice(0, 2) });
  }
  return actions;
});

function onTopic(source: ItemSource, topic: string, pools: Pools): readonly TopicAction[] {
  const apart: TopicAction[] = [];
  for (const action of actionsBySource(pools).get(source) ?? []) {
    const isAnother = apart.every(({ clause }) => !optionsOverlap(clause, action.clause));
    if (action.topics.includes(topic) && isAnother) apart.push(action);
  }
  return apart.slice(0, POINTS_EACH);
}

/** Returns the first topic on which both reports tell of two actions; null where there is none. */
function sharedTopic(source: ItemSource, other: ItemSource, pools: Pools): string | null {
  const topics = new Set((actionsBySource(pools).get(source) ?? []).flatMap((action) => action.topics));
  const enough = (each: ItemSource, topic: string): boolean => onTopic(each, topic, pools).length === POINTS_EACH;
  return [...topics].find((topic) => enough(source, topic) && enough(other, topic)) ?? null;
}

/** Returns items that compare a report's district with others on a topic, two points each. */
export function comparisonItems(source: ItemSource, pools: Pools): ItemDraft[] {
  const partners = pools.sources
    .filter((other) => other.district > source.district && other.display !== source.display)
    .map((other) => ({ other, key: digest(source.report.id, other.report.id) }))
    .sort((left, right) => (left.key < right.key ? -1 : 1));
  const drafts = partners.flatMap(({ other }): ItemDraft[] => {
    const topic = sharedTopic(source, other, pools);
    if (topic === null) return [];
    const points = [source, other].flatMap((each) =>
      onTopic(each, topic, pools).map(({ clause, line }) => ({ text: clause, evidence: evidenceOf(line, each) })),
    );
    const [first] = points;
    const asked = `比较${source.display}与${other.display}在${topic}方面的做法，各举两点。`;
    const identity = JSON.stringify(['short-answer', asked]);
    const years = yearsOn([source.display, other.display], pools);
    const question = years === '' ? asked : `据${years}的报告，${asked}`;
    return first
      ? [{ kind: 'short-answer', subject: 'comparison', identity, question, source, evidence: first.evidence, points }]
      : [];
  });
  return drafts.slice(0, MAX_PARTNERS);
}

/** True if what a practice is called is cut off (“…”网格|直通屏), or is what was done with it (“…”整合网格). */
function isClipped({ line: { plain }, start, name, whole }: InitiativeMention): boolean {
  const behind = plain.slice(start - 1 + whole.length);
  const called = whole.slice(name.length + 2);
  return /^[\u4e00-\u9fff]/u.test(behind) && !/^[等和与及的为在以是将把，]/u.test(behind)
    ? true
    : DONE_WITH.test(called);
}

const DONE_WITH = /^(?:整合|推动|推进|统筹|引领|赋能|驱动|带动|撬动|助推|倒逼|牵引)/u;

/** True if a practice is a district's own, and is called something: “…”制度. */
function isCalled(mention: InitiativeMention): boolean {
  return (
    isOwn(mention) &&
    mention.kind >= 0 &&
    !isClipped(mention) &&
    !/^[”》]?[等的]|[这那为是在已将和与被对向把了]|评选$/u.test(mention.whole.slice(mention.name.length + 1))
  );
}

/** Practices that the districts of a pool have done and call something. */
const ownPractices = oncePer((pools: Pools) =>
  pools.initiatives.filter((mention) => isCalled(mention) && isDone(mention)),
);

const calledIn = ({ whole }: InitiativeMention): string => whole.replaceAll('《', '“').replaceAll('》', '”');

/** Returns pairs of other districts with practices that are not theirs, no district and no practice twice. */
function wrongPairs(mention: InitiativeMention, pools: Pools): string[] {
  const own = ownPractices(pools).filter((other) => other.source.district !== mention.source.district);
  const byDistrict = new Map(shuffled(own, mention.name).map((other) => [other.source.district, other]));
  const others = [...byDistrict.values()].filter(
    ({ name, source }) => fold(name) !== fold(mention.name) && source.display !== mention.source.display,
  );
  return others.slice(0, WRONG_PAIRS).flatMap(({ source }, index) => {
    const practice = others[(index + 1) % WRONG_PAIRS];
    const isTrue = practice === undefined || pools.said(source.district).includes(fold(practice.name));
    return isTrue || pools.tellsPlace(practice.name) ? [] : [`${source.display}——${calledIn(practice)}`];
  });
}

/** Returns items on which district and practice belong together. */
export function matchingItems(source: ItemSource, pools: Pools): ItemDraft[] {
  const seen = new Set<string>();
  return pools.initiatives.flatMap((mention): ItemDraft[] => {
    const { name, line } = mention;
    if (
      mention.source !== source ||
      seen.has(name) ||
      !isCalled(mention) ||
      pick(`${name} ${line.plain}`, ONE_IN) === 0
    )
      return [];
    seen.add(name);
    const distractors = wrongPairs(mention, pools);
    if (pools.tellsPlace(name) || !isDone(mention) || distractors.length < WRONG_PAIRS) return [];
    return [
      {
        kind: 'single',
        subject: 'matching',
        identity: `pair ${name}`,
        question: `据${yearsOn(
          [source.display, ...distractors.map((pair) => pair.split('——')[0] ?? '')],
          pools,
        )}各区县的报告，下列区县与做法的对应，哪一项正确？`,
        source,
        evidence: evidenceOf(line, source),
        key: `${source.display}——${calledIn(mention)}`,
        stated: name,
        shown: name,
        distractors,
      },
    ];
  });
}
