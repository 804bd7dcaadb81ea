// Turns an answer, or the source behind it, into blocks. Selects and orders; draws nothing.
import type { Answer, Answered, Citation, Claim, Refused } from '../../types.ts';
import type { Wording } from '../i18n/wording.ts';
import type { Block } from '../reply.ts';
import type { QuoteContext } from '../service.ts';
import { markedClaim, markShort, marksOf } from './citation-marks.ts';
import { clip, shortDistrict, sourceLabel } from './place.ts';
import { isMended } from './reading.ts';
import { sentencesAfter, sentencesBefore } from './surrounding-sentences.ts';

/** Longest answer as a reader sees it, in UTF-16 units, line breaks between blocks counted. */
export const MAX_ANSWER_CHARACTERS = 1_500;
const MAX_EXCERPT_CHARACTERS = 120;
/** A direct answer of one line up to this length is drawn as a headline, any other as text. */
const MAX_HEADLINE_CHARACTERS = 160;

/** Length of blocks drawn as plain lines, in UTF-16 units. */
function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + block.text.length + 1, -1);
}

/** The citations of an answer, or the nearest evidence of a refusal. */
export function citationsOf(answer: Answer): readonly Citation[] {
  return answer.status === 'answered' ? answer.citations : answer.nearest;
}

/** The blocks of an answer: at least one, ≤ `maxCharacters` in all. */
export function answerBlocks(
  answer: Answer,
  wording: Wording,
  maxCharacters = MAX_ANSWER_CHARACTERS,
): [Block, ...Block[]] {
  return answer.status === 'answered'
    ? answeredBlocks(answer, wording, maxCharacters)
    : refusedBlocks(answer, wording, maxCharacters);
}

function answeredBlocks(answer: Answered, wording: Wording, maxCharacters: number): [Block, ...Block[]] {
  const { text, rest } = markShort(answer);
  const roomForMore = wording.andMore(99).length + 1;
  const shown: Claim[] = [];
  const kind = text.length > MAX_HEADLINE_CHARACTERS || text.includes('\n') ? 'text' : 'headline';
  let headline: Block = { kind, text };
  let sources = sourceBlocks(answer.citations, text);
  const room = maxCharacters - roomForMore - lengthOf(sources) - 1;
  if (text.length > room) headline = { kind, text: clipMarked(text, Math.max(room, maxCharacters / 2)) };
  for (const claim of rest) {
    const lines = [...shown, claim].map(markedClaim);
    const withClaim = sourceBlocks(answer.citations, [text, ...lines].join('\n'));
    const length = headline.text.length + lines.join('\n').length + 1 + lengthOf(withClaim) + 1;
    if (length > maxCharacters - roomForMore) continue;
    shown.push(claim);
    sources = withClaim;
  }
  const claims = shown.map((claim): Block => ({ kind: 'text', text: markedClaim(claim) }));
  const scans: Block[] = isFigureOfScan(answer, text) ? [{ kind: 'notice', text: wording.figureOfScan }] : [];
  const left = rest.length - shown.length;
  const more: Block[] = left > 0 ? [{ kind: 'notice', text: wording.andMore(left) }] : [];
  return fit([headline, ...scans, ...claims, ...more, ...formerNameBlocks(answer, wording)], sources, maxCharacters);
}

/** One line for each district that the question calls by a former name. */
function formerNameBlocks({ interpretation: { formerNames = [] } }: Answer, wording: Wording): Block[] {
  return formerNames.map(({ fullName, name, until, change }) => {
    const place = shortDistrict(fullName);
    const text = until === null ? wording.formerly(place, name) : wording.formerlyUntil(place, name, until, change);
    return { kind: 'notice', text };
  });
}

/** True if figures of the direct answer were recognised from a picture. @param text the direct answer with its marks */
function isFigureOfScan({ citations }: Answered, text: string): boolean {
  const used = citations.filter(({ n }) => text.includes(`[${n}]`));
  return /\d/u.test(text.replace(/\[\d+\]/gu, '')) && used.some(({ report }) => report.isScanned === true);
}

/** Shortens a marked text without losing the marks at its end. */
function clipMarked(text: string, maxCharacters: number): string {
  const marks = /(?:\[\d+\])+$/u.exec(text)?.[0] ?? '';
  return clip(text.slice(0, text.length - marks.length), maxCharacters - marks.length) + marks;
}

/** Drops sources from the end until everything fits. */
function fit(head: [Block, ...Block[]], sources: readonly Block[], maxCharacters: number): [Block, ...Block[]] {
  const kept = [...sources];
  while (kept.length > 1 && lengthOf([...head, ...kept]) > maxCharacters) kept.pop();
  return [...head, ...kept];
}

/** One line for each report that the text's marks point to. */
export function sourceBlocks(citations: readonly Citation[], text: string): Block[] {
  const used = citations.filter((citation) => text.includes(`[${citation.n}]`));
  const numbersByLabel = new Map<string, number[]>();
  for (const citation of used) {
    const label = sourceLabel(citation.report, citation.confidence);
    numbersByLabel.set(label, [...(numbersByLabel.get(label) ?? []), citation.n]);
  }
  return [...numbersByLabel].map(([label, numbers]) => ({ kind: 'source', text: `${marksOf(numbers)} ${label}` }));
}

function refusedBlocks(answer: Refused, wording: Wording, maxCharacters: number): [Block, ...Block[]] {
  const said: Block = { kind: 'text', text: clip(answer.message, maxCharacters / 2) };
  const head: [Block, ...Block[]] = [said, ...formerNameBlocks(answer, wording)];
  const nearest = answer.nearest.map((citation): Block => ({ kind: 'source', text: excerptLine(citation, wording) }));
  if (nearest.length === 0) return head;
  return fit([...head, { kind: 'notice', text: wording.nearest, tells: 'nearest' }], nearest, maxCharacters);
}

function excerptLine(citation: Citation, wording: Wording): string {
  const words = isMended(citation.quote, citation.reading) ? (citation.reading ?? '') : citation.quote;
  const excerpt = clip(words.replace(/\s+/gu, ' ').trim(), MAX_EXCERPT_CHARACTERS);
  const [open, close] = wording.quotes;
  return `[${citation.n}] ${open}${excerpt}${close} ${sourceLabel(citation.report, citation.confidence)}`;
}

/**
 * The blocks that open a citation: where it stands, its exact words amid their neighbours, how they are read; what damaged words
 * read as comes before them.
 * @param context the neighbours, or null where the report has changed since
 */
export function quoteBlocks(citation: Citation, context: QuoteContext | null, wording: Wording): [Block, ...Block[]] {
  const place = [
    `[${citation.n}] ${sourceLabel(citation.report, citation.confidence)}`,
    citation.report.publisher,
    citation.report.url,
  ];
  const isDamaged = isMended(citation.quote, citation.reading);
  const reading: Block[] = citation.reading === null ? [] : [{ kind: 'text', text: wording.readAs(citation.reading) }];
  const blocks: [Block, ...Block[]] = [
    { kind: 'source', text: place.filter((part) => part !== null).join(' · ') },
    ...(citation.heading.length > 0 ? [{ kind: 'notice' as const, text: citation.heading.join(' › ') }] : []),
    ...(isDamaged ? reading : []),
    {
      kind: 'quote',
      before: context === null ? '' : sentencesBefore(context.before, context.before.length === citation.start),
      text: citation.quote,
      after: context === null ? '' : sentencesAfter(context.after),
    },
    ...(isDamaged ? [] : reading),
  ];
  if (context === null) blocks.push({ kind: 'notice', text: wording.changedSince });
  return blocks;
}
