// Right or wrong: a statement as the report has it, or with one thing altered for which the report states another: a figure, the direction
// of a change, one part of a complete list. What a report does not speak of makes nothing wrong.
import { digest, pick } from '../random-choice.ts';
import type { ItemDraft } from './draft.ts';
import { statedFacts } from './figure-items.ts';
import { foreignParts, listedIn } from './part-items.ts';
import type { Pools } from './pools.ts';
import { evidenceOf, type ItemEvidence } from './statements/evidence.ts';
import type { ItemSource } from './statements/sources.ts';
import { otherFigure } from './wrong-answers.ts';

/** A statement that can be altered in one place. */
interface Alterable {
  /** As the report has it. */
  readonly truth: string;
  readonly key: string;
  readonly evidence: ItemEvidence;
  /** What to say instead of the key; null: nothing is at hand. */
  readonly wrong: string | null;
  /** The statement with other words for the key. */
  alteredBy(wrong: string): string;
}

const OPPOSITES: readonly (readonly [string, string])[] = [
  ['同比增长', '同比下降'],
  ['同比下降', '同比增长'],
];
/** Of a report's items, one in so many is to be judged right or wrong, at most. */
const ONE_IN = 6;

function figuresToJudge(source: ItemSource, pools: Pools): Alterable[] {
  return statedFacts(source, pools).map(({ fact, line, statement: { text, target } }) => {
    const opposite = OPPOSITES.find(([key]) => text.split(key).length === 2);
    const isTurned = opposite !== undefined && pick(`${text} turned`, 2) === 0;
    return {
      truth: text,
      key: isTurned ? opposite[0] : fact.surface,
      wrong: isTurned ? opposite[1] : otherFigure(fact, `${line.plain}\n${text}`, pools),
      evidence: evidenceOf(line, source),
      alteredBy: (wrong) =>
        isTurned ? text.replace(opposite[0], wrong) : text.slice(0, target.start) + wrong + text.slice(target.end),
    };
  });
}

function listsToJudge(source: ItemSource, pools: Pools): Alterable[] {
  return source.lines
    .flatMap((line) => listedIn(line, source))
    .flatMap(({ enumeration: { parts, name }, before, list, after, evidence }) => {
      const key = parts.at(-1) ?? '';
      if (list.split(key).length !== 2) return [];
      const [wrong = null] = foreignParts({ parts, name, source }, pools);
      const alteredBy = (other: string): string => `${before}${list.replace(key, other)}${after}`;
      return [{ truth: `${before}${list}${after}`, key, wrong, alteredBy, evidence }];
    });
}

/**
 * Returns right-or-wrong items on a report's figures and lists, every other one wrong.
 * @param others number of the report's other items
 */
export function statementItems(source: ItemSource, pools: Pools, others: number): ItemDraft[] {
  const alterable = [...figuresToJudge(source, pools), ...listsToJudge(source, pools)];
  const keyed = alterable.map((each) => ({ each, key: digest(each.truth) }));
  const chosen = keyed.sort((left, right) => (left.key < right.key ? -1 : 1)).slice(0, Math.floor(others / ONE_IN));
  const firstIsTrue = Number.parseInt(digest(source.report.id).slice(0, 2), 16) % 2 === 0;
  return chosen.flatMap(({ each: { truth, alteredBy, key, wrong, evidence } }, index): ItemDraft[] => {
    const isTrue = (index % 2 === 0) === firstIsTrue;
    // Where nothing is at hand to alter it, the right statement is left out too: else most would be right.
    if (wrong === null) return [];
    const question = `判断正误：${isTrue ? truth : alteredBy(wrong)}。`;
    const identity = `judged ${truth}`;
    const altered = isTrue ? null : wrong;
    return [{ kind: 'true-false', subject: 'statement', identity, question, source, evidence, key, altered, isTrue }];
  });
}
