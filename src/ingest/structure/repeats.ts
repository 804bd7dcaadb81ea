// Recognises what a report says twice: an abstract that repeats the body, a caption under every picture. Such text is page furniture.
import type { TextBlock } from './text-block.ts';

const ABSTRACT =
  /^[[【（(]?\s*(?:摘\s*要|内容摘要|内容提要|核心提示|导\s*读|提\s*要|核心阅读|阅读提示)\s*[\]】）)]?\s*[:：|｜]?/u;
/** An abstract stands among the first paragraphs. */
const FIRST_PARAGRAPHS = 4;
const SHORTEST_ABSTRACT = 40;
const SHINGLE = 6;
/** Share of the abstract's stretches that stand in the body again. */
const MIN_REPEATED = 0.6;
const LONGEST_CAPTION = 30;
const MIN_CAPTIONS = 3;

function bare(text: string): string {
  return text.replace(/[\p{P}\p{S}\s]/gu, '');
}

/** Share of the stretches of `part` that stand in `whole`, 0 … 1. */
function repeatedShare(part: string, whole: string): number {
  const count = Math.floor(part.length / SHINGLE);
  let found = 0;
  for (let index = 0; index < count; index++) {
    if (whole.includes(part.slice(index * SHINGLE, (index + 1) * SHINGLE))) found++;
  }
  return count === 0 ? 0 : found / count;
}

/** Returns the paragraph that calls itself an abstract and repeats what follows it, or null. */
export function findAbstract(text: string, blocks: readonly TextBlock[]): TextBlock | null {
  const paragraphs = blocks.filter((block) => block.role === 'body' && block.read === undefined);
  for (const block of paragraphs.slice(0, FIRST_PARAGRAPHS)) {
    const content = text.slice(block.start, block.end);
    const part = bare(content.replace(ABSTRACT, ''));
    if (!ABSTRACT.test(content) || part.length < SHORTEST_ABSTRACT) continue;
    if (repeatedShare(part, bare(text.slice(block.end))) >= MIN_REPEATED) return block;
  }
  return null;
}

/** Short lines that stand in the text three times or more: all but the first of each. */
export function findCaptions(text: string, blocks: readonly TextBlock[]): Set<TextBlock> {
  const counts = new Map<string, TextBlock[]>();
  for (const block of blocks) {
    const isPlain = block.role === 'body' || block.heading?.kind === 'bare';
    if (!isPlain || block.read !== undefined || block.end - block.start > LONGEST_CAPTION) continue;
    const content = text.slice(block.start, block.end);
    const same = counts.get(content);
    if (same) same.push(block);
    else counts.set(content, [block]);
  }
  return new Set([...counts.values()].filter((same) => same.length >= MIN_CAPTIONS).flatMap((same) => same.slice(1)));
}
