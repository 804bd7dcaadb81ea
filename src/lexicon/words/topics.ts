// Topics and the words by which reports speak of them without naming them. Data: data/topics.txt.
import { fold } from '../../text/normalise.ts';
import { readLexicon } from './data-files.ts';

/** A topic: its first name as written, and, folded, all its names and the words that speak of it. */
interface TopicWords {
  readonly title: string;
  readonly named: readonly string[];
  readonly related: readonly string[];
}

const TOPICS = readLexicon('topics.txt').map((line): TopicWords => {
  const [names = '', related = ''] = fold(line).split(':', 2);
  const title = line.split(/[\s:：]/u, 1)[0] ?? '';
  return { title, named: names.trim().split(/\s+/u), related: related.trim().split(/\s+/u) };
});

/** Returns the first name of each topic, in the order of the data. */
export function topicNames(): readonly string[] {
  return TOPICS.map(({ title }) => title);
}

/**
 * Returns the words by which reports speak of a topic, folded; empty for a word that names none.
 * @example relatedTo('营商环境') // => ['政务服务', '惠企', …]
 */
export function relatedTo(topic: string): readonly string[] {
  const folded = fold(topic);
  return [...new Set(TOPICS.filter(({ named }) => named.includes(folded)).flatMap(({ related }) => related))];
}

/** A topic's own name says more than a word that speaks of it. */
const NAME_WEIGHT = 3;

/**
 * Returns the topics that a text speaks of, the most spoken of first; a lone word that merely speaks of one does not count.
 * @example topicsIn('深化网格化管理，推进社区治理') // => ['基层治理', …]
 */
export function topicsIn(text: string): string[] {
  const folded = fold(text);
  const counted = TOPICS.map(({ named, related }) => ({
    name: named[0] ?? '',
    weight:
      NAME_WEIGHT * named.filter((word) => folded.includes(word)).length +
      related.filter((word) => folded.includes(word)).length,
  }));
  return counted
    .filter(({ weight }) => weight > 1)
    .sort((left, right) => right.weight - left.weight)
    .map(({ name }) => name);
}
