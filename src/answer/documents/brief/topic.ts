// What of a report speaks of a topic: by its name, or by the words that go with it.
import { relatedTo } from '../../../lexicon/words/topics.ts';
import { fold } from '../../../text/normalise.ts';
import type { Point } from './points.ts';

/** The words of a topic, folded. */
export interface TopicWords {
  /** Each names it. */
  readonly names: readonly string[];
  /** Two of these speak of it. */
  readonly related: readonly string[];
}

const MAX_POINTS_A_DISTRICT = 6;
const MIN_RELATED = 2;

/** Returns the words of a topic as a person names it. */
export function topicWords(topic: string): TopicWords {
  const names = fold(topic)
    .split(/[\s、，,和与]+/u)
    .filter((word) => word !== '');
  return { names, related: names.flatMap((name) => relatedTo(name)) };
}

/** Returns how much a text speaks of a topic: 2 for its name, 1 for each word that goes with it. */
export function topicWeight(text: string, { names, related }: TopicWords): number {
  const folded = fold(text);
  const named = names.filter((word) => folded.includes(word)).length;
  const spoken = related.filter((word) => folded.includes(word)).length;
  return 2 * named + (named > 0 || spoken >= MIN_RELATED ? spoken : 0);
}

/** Returns the points that speak of a topic with the sentences that do, the most telling of each district, under the district's name. */
export function pointsOnTopic(points: readonly Point[], words: TopicWords): Point[] {
  const weighed = points.flatMap((point) => {
    const isNamed = words.names.some((word) => fold(point.label ?? '').includes(word));
    const weights = point.sentences.map(({ text }) => topicWeight(text, words));
    const sentences = point.sentences.filter((_, index) => isNamed || (weights[index] ?? 0) > 0);
    const [first] = sentences;
    if (!first) return [];
    const weight = Math.max(...weights) + (isNamed ? 4 : 0);
    return [{ weight, point: { ...point, theme: first.report.district, sentences } }];
  });
  const districts = new Map<string | null, typeof weighed>();
  for (const each of weighed) districts.set(each.point.theme, [...(districts.get(each.point.theme) ?? []), each]);
  return [...districts.values()].flatMap((own) => {
    const best = new Set([...own].sort((a, b) => b.weight - a.weight).slice(0, MAX_POINTS_A_DISTRICT));
    return own.filter((each) => best.has(each)).map(({ point }) => point);
  });
}
