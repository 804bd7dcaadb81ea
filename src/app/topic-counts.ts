// Counts the reports that speak of each topic, once a generation.
import type { TopicLine } from '../chat/browse/views.ts';
import { topicNames } from '../lexicon/words/topics.ts';
import type { AnswerContext } from './answer-context.ts';

/** Counts topics at whatever context is live; topics of which no report speaks are left out, the most spoken of come first. */
export function topicCounter(context: () => AnswerContext): () => Promise<readonly TopicLine[]> {
  let counted: { context: AnswerContext; lines: Promise<readonly TopicLine[]> } | null = null;
  return () => {
    const live = context();
    if (counted?.context !== live) counted = { context: live, lines: count(live) };
    return counted.lines;
  };
}

async function count({ retriever }: AnswerContext): Promise<readonly TopicLine[]> {
  const lines: TopicLine[] = [];
  for (const name of topicNames()) lines.push({ name, reports: (await retriever.reportsNaming(name)).size });
  return lines.filter(({ reports }) => reports > 0).sort((a, b) => b.reports - a.reports);
}
