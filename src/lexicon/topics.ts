// Topics and the words by which reports speak of them without naming them. Data: data/topics.txt.
import { fold } from '../text/normalise.ts';
import { readLexicon } from './question-words.ts';

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

/**
 * The words by which reports speak of a topic, folded; empty for a word that names none.
 * @example relatedTo('营商环境') // => ['政务服务', '惠企', …]
 */
export function relatedTo(topic: string): readonly string[] {
  return [...(TOPICS.get(fold(topic)) ?? [])];
}
