// Draws a reply as Markdown: whole sentences, cut where a message of the messenger must end. Buttons are the adapter's to draw.
import { linesOfPosed } from '../../chat/render.ts';
import type { Block, Button, Reply } from '../../chat/reply.ts';
import { cutSentence, sentencesOf } from '../cut-text.ts';
import { choicesOf } from '../posed-choices.ts';

/** A dialect of Markdown. */
export interface MarkdownOptions {
  /** Longest message, in bytes of UTF-8. */
  readonly maxBytes: number;
  /** Makes a text be shown letter by letter. */
  readonly escapeText: (text: string) => string;
}

/** Puts a backslash before what Markdown would take for a mark of its own; a link with a text of its choice is none. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_~<>|]|(?<=\])\(/gu, '\\$&').replace(/^(\s*)(#|[-+]\s|\d+(?=[.)]\s))/gmu, '$1\\$2');
}

/** The blocks of a reply, those of a question that it poses included. */
function blocksOf({ blocks, posed, language }: Reply): readonly Block[] {
  return posed === undefined ? blocks : [...blocks, ...linesOfPosed(posed, language)];
}

/** Returns the buttons of a reply, the choices of a question that it poses first. */
export function buttonsOf({ buttons, posed }: Reply): readonly Button[] {
  return posed === undefined ? buttons : [...choicesOf(posed), ...buttons];
}

interface Piece {
  readonly block: number;
  readonly kind: Block['kind'];
  readonly text: string;
}

/** Returns the messages of a reply, in order, as Markdown. */
export function drawMarkdown(reply: Reply, { maxBytes, escapeText }: MarkdownOptions): string[] {
  // A character takes at most three bytes a UTF-16 unit; marks and backslashes want some room.
  const maxCharacters = Math.floor(maxBytes / 6);
  const pieces = blocksOf(reply).flatMap((block, index) =>
    sentencesOf(textOf(block))
      .flatMap((sentence) => cutSentence(sentence, maxCharacters))
      .map((text): Piece => ({ block: index, kind: block.kind, text })),
  );
  const draw = (some: readonly Piece[]): string => drawPieces(some, escapeText);
  const messages: Piece[][] = [];
  let current: Piece[] = [];
  for (const piece of pieces) {
    if (current.length > 0 && Buffer.byteLength(draw([...current, piece])) > maxBytes) {
      messages.push(current);
      current = [];
    }
    current.push(piece);
  }
  return [...messages, current].map(draw).filter((message) => message.trim() !== '');
}

/** A block as text. Exact words stand between 【 and 】 amid their neighbours: bold letters amid Chinese ones are not shown everywhere. */
function textOf(block: Block): string {
  return block.kind === 'quote' ? `${block.before}【${block.text}】${block.after}` : block.text;
}

function drawPieces(pieces: readonly Piece[], escapeText: (text: string) => string): string {
  const blocks = new Map<number, { readonly kind: Block['kind']; text: string }>();
  for (const { block, kind, text } of pieces) {
    const known = blocks.get(block);
    if (known === undefined) blocks.set(block, { kind, text });
    else known.text += text;
  }
  return [...blocks.values()]
    .map(({ kind, text }) => drawBlock(kind, escapeText(text.trim())))
    .filter((block) => block !== '')
    .join('\n\n');
}

function drawBlock(kind: Block['kind'], text: string): string {
  if (text === '') return '';
  const lines = text.split('\n');
  if (kind === 'headline') return lines.map((line) => (line.trim() === '' ? '' : `**${line.trim()}**`)).join('  \n');
  return lines.map((line) => (kind === 'quote' ? `> ${line}` : line)).join('  \n');
}
