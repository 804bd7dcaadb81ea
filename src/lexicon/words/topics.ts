// Topics and the words by which reports speak of them without naming them. Data: data/topics.txt.
import { fold } from '../../text/normalise.ts';
import { readLexicon } from './data-files.ts';

function loadTopics(): ReadonlyMap<string, ReadonlySet<string>> {
  const topics = new Map<string, Set<string>>();
  for (const line of readLexicon('topics.txt')) {
    const [names = '', related = ''] = fold(line).split(':', 2);
    for (const name of names.trim().split(/\s+/u)) {
      topics.set(name, new Set([...(topics.get(name) ?? []), ...related.trim().split(/\s+/u)]));
    }
  }
  return topics;
}

const TOPICS = loadTopics();

/** Returns the first name of each topic, in the order of the data. */
export function topicNames(): readonly string[] {
  return readLexicon('topics.txt').flatMap((line) => line.trim().split(/[\s:：]/u, 1));
}

/**
 * Returns the words by which reports speak of a topic, folded; empty for a word that names none.
 * @example relatedTo('营商环境') // => ['政务服务', '惠企', …]
 */
export function relatedTo(topic: string): readonly string[] {
  return [...(TOPICS.get(fold(topic)) ?? [])];
}

/** The names of the topics, one for each line of the data, with the words that tell it: its names and what speaks of it. */
const GROUPS = readLexicon('topics.txt').map((line) => {
  const [names = '', related = ''] = fold(line).split(':', 2);
  const named = names.trim().split(/\s+/u);
  return { name: named[0] ?? '', named, related: related.trim().split(/\s+/u) };
});
/** A topic's own name says more than a word that speaks of it. */
const NAME_WEIGHT = 3;

/**
 * Returns the topics that a text speaks of, the most spoken of first; a lone word that merely speaks of one does not count.
 * @example topicsIn('深化网格化管理，推进社区治理') // => ['基层治理', …]
 */
export function topicsIn(text: string): string[] {
  const folded = fold(text);
  const counted = GROUPS.map(({ name, named, related }) => ({
    name,
    weight:
      NAME_WEIGHT * named.filter((word) => folded.includes(word)).length +
      related.filter((word) => folded.includes(word)).length,
  }));
  return counted
    .filter(({ weight }) => weight > 1)
    .sort((left, right) => right.weight - left.weight)
    .map(({ name }) => name);
}
