// The rows of a blueprint as the page holds them, and as the command takes them.

/** A row as its fields hold it; empty: every kind, topic or difficulty. */
export interface BlueprintFields {
  readonly topic: string;
  readonly kind: string;
  readonly difficulty: string;
  readonly count: string;
}

/** What would end a topic within the words of a command. */
const MARKS = /[\s=/·]+/gu;

/** Returns a row as the command takes it. @example rowWords({ topic: '营商环境', kind: 'single', difficulty: 'hard', count: '5' }) // => '营商环境/single/hard=5' */
export function rowWords({ topic, kind, difficulty, count }: BlueprintFields): string {
  const parts = [topic.replace(MARKS, ''), kind, difficulty].filter((part) => part !== '');
  // A row that bounds nothing takes items of every kind.
  return `${parts.length === 0 ? 'any' : parts.join('/')}=${Number(count)}`;
}
