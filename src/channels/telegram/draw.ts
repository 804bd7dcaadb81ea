// Draws a reply as Telegram messages. Decides nothing but where a message ends.
import type { Block, Button, Reply } from '../../chat/reply.ts';
import { cutSentence, sentencesOf } from '../cut-text.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes a text for Telegram's HTML, so that it is shown letter by letter. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => ENTITIES[character] ?? character);
}

/** Telegram's limit for a message, in UTF-16 units after entity parsing. */
export const MAX_MESSAGE_CHARACTERS = 4_096;
const BUTTONS_PER_ROW = 4;

/** A message to send. */
export interface DrawnMessage {
  readonly html: string;
  /** Rows of buttons; none: no keyboard. */
  readonly keyboard: readonly (readonly { readonly text: string; readonly callback_data: string }[])[];
}

/** A stretch of text under one tag; runs of one block share its outer tag. */
interface StyledText {
  readonly block: number;
  readonly outer: string;
  readonly tag: string;
  readonly text: string;
}

/** The messages of a reply, in order: cut at sentence ends, buttons under the last. */
export function drawReply(reply: Reply, maxCharacters = MAX_MESSAGE_CHARACTERS): DrawnMessage[] {
  const messages = pack(reply.blocks.flatMap(runsOf), maxCharacters).map(drawRuns);
  const keyboard = rowsOf(reply.buttons);
  return messages.map((html, index) => ({ html, keyboard: index === messages.length - 1 ? keyboard : [] }));
}

/** What a client makes a link of: addresses of any scheme, hosts, mentions, mails. */
const LINK = /[a-z][a-z0-9+.-]{1,20}:\/\/\S+|(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}(?![\w.])\S*|[\w.+-]{0,64}@\w\S*/giu;
/** The same with commands, which one press would send, and tags. */
const LINK_OR_COMMAND = new RegExp(`${LINK.source}|(?<![\\w/])[/#$][\\w\\p{Script=Han}]+`, 'giu');
/** Links by which people join are ours. */
const OWN_LINK = /^https:\/\/t\.me\/\w+\?start=[\w-]+$/u;

/** True if a block holds words of reports. */
function holdsReportWords({ kind, text }: Block): boolean {
  return kind === 'quote' || kind === 'source' || kind === 'headline' || /\[\d{1,3}\]/u.test(text);
}

/** Parts a run so that nothing in it becomes a link: what would is shown as code, letter by letter. */
function disarmed(run: StyledText, pattern: RegExp): StyledText[] {
  const parts: StyledText[] = [];
  let from = 0;
  for (const match of run.text.matchAll(pattern)) {
    if (OWN_LINK.test(match[0])) continue;
    parts.push({ ...run, text: run.text.slice(from, match.index) }, { ...run, tag: 'code', text: match[0] });
    from = match.index + match[0].length;
  }
  return [...parts, { ...run, text: run.text.slice(from) }].filter(({ text }) => text !== '');
}

/** Returns a text as HTML in which nothing becomes a link. */
export function plainHtml(text: string): string {
  const run = { block: 0, outer: '', tag: '', text };
  return drawBlock(disarmed(run, LINK_OR_COMMAND));
}

function runsOf(block: Block, index: number): StyledText[] {
  const pattern = holdsReportWords(block) ? LINK_OR_COMMAND : LINK;
  return styledRuns(block, index).flatMap((run) => disarmed(run, pattern));
}

function styledRuns(block: Block, index: number): StyledText[] {
  const run = (text: string, { outer = '', tag = '' } = {}): StyledText => ({ block: index, outer, tag, text });
  switch (block.kind) {
    case 'notice':
      return [run(block.text, { tag: 'i' })];
    case 'headline':
      return [run(block.text, { tag: 'b' })];
    case 'quote':
      return [
        run(block.before, { outer: 'blockquote' }),
        run(block.text, { outer: 'blockquote', tag: 'b' }),
        run(block.after, { outer: 'blockquote' }),
      ];
    case 'text':
    case 'source':
      return [run(block.text)];
  }
}

/** Fills messages with whole sentences, in order. */
function pack(runs: readonly StyledText[], maxCharacters: number): StyledText[][] {
  const pieces = runs.flatMap((run) =>
    sentencesOf(run.text)
      .flatMap((sentence) => cutSentence(sentence, maxCharacters))
      .map((text) => ({ ...run, text })),
  );
  const messages: StyledText[][] = [];
  let current: StyledText[] = [];
  for (const piece of pieces) {
    if (current.length > 0 && parsedLength([...current, piece]) > maxCharacters) {
      messages.push(current);
      current = [];
    }
    current.push(piece);
  }
  messages.push(current);
  return messages.filter((message) => message.some(({ text }) => text.trim() !== ''));
}

/** Length of a message after entity parsing: its texts, and one line end between blocks. */
function parsedLength(runs: readonly StyledText[]): number {
  return runs.reduce(
    (sum, run, index) => sum + run.text.length + (index > 0 && run.block !== runs[index - 1]?.block ? 1 : 0),
    0,
  );
}

function drawRuns(runs: readonly StyledText[]): string {
  const blocks = new Map<number, StyledText[]>();
  for (const run of runs) blocks.set(run.block, [...(blocks.get(run.block) ?? []), run]);
  return [...blocks.values()].map(drawBlock).join('\n');
}

function drawBlock(runs: readonly StyledText[]): string {
  const byTag: { tag: string; text: string }[] = [];
  for (const { tag, text } of runs) {
    const last = byTag.at(-1);
    if (last?.tag === tag) last.text += text;
    else byTag.push({ tag, text });
  }
  const inner = byTag.map(({ tag, text }) => wrap(tag, escapeHtml(text))).join('');
  return wrap(runs[0]?.outer ?? '', inner);
}

function wrap(tag: string, html: string): string {
  return tag === '' || html === '' ? html : `<${tag}>${html}</${tag}>`;
}

/** Buttons in rows. */
export function rowsOf(buttons: readonly Button[]): DrawnMessage['keyboard'] {
  const keys = buttons.map(({ label, token }) => ({ text: label, callback_data: token }));
  const rowCount = Math.ceil(keys.length / BUTTONS_PER_ROW);
  return Array.from({ length: rowCount }, (_, row) => keys.slice(row * BUTTONS_PER_ROW, (row + 1) * BUTTONS_PER_ROW));
}
