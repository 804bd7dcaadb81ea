// Draws a reply: answer, claims and sources, or the blocks of any other reply.
import type { JSX } from 'preact';
import type { CitationJson, ReplyJson, ShownJson } from '../../server/schemas.ts';
import { usePage } from '../context.ts';
import type { Chat } from '../model/chat.ts';
import { type BlockJson, bodyBlocks, citationsOf, rowButtons } from '../model/reply.ts';
import type { Turn } from '../model/thread.ts';
import { AnswerActions } from './answer-actions.tsx';
import { Chips } from './chips.tsx';
import { CitedText } from './cited-text.tsx';
import { SideReplyView } from './side-reply.tsx';
import { Sources } from './sources.tsx';

/** Draws the reply of a turn. */
export function ReplyView({ reply, turn, chat }: { reply: ReplyJson; turn: Turn; chat: Chat }): JSX.Element | null {
  const { shown } = reply;
  const isRefused = shown?.answer.status === 'refused';
  if (bodyBlocks(reply).length === 0 && rowButtons(reply.buttons, shown).length === 0) return null;
  return (
    <div class={isRefused ? 'answer refused' : 'answer'}>
      {shown !== undefined && <Chips shown={shown} turn={turn} chat={chat} />}
      <SideReplyView turn={turn} chat={chat} place="head" />
      <Blocks reply={reply} />
      <Attachments reply={reply} />
      {shown !== undefined && <Evidence reply={reply} shown={shown} />}
      <Row reply={reply} turn={turn} chat={chat} />
      {shown !== undefined && (
        <AnswerActions reply={reply} shown={shown} judge={(token) => chat.openSideReply(token, turn.key, 'foot')} />
      )}
      <SideReplyView turn={turn} chat={chat} place="foot" />
    </div>
  );
}

/** The blocks of a reply's body. */
export function Blocks({ reply }: { reply: ReplyJson }): JSX.Element {
  const { shown } = reply;
  const citing = { citations: shown === undefined ? [] : citationsOf(shown), answerId: shown?.id ?? null };
  return (
    <div class="blocks">
      {bodyBlocks(reply).map((block, index) => (
        <BlockView key={index} block={block} citing={citing} />
      ))}
    </div>
  );
}

function BlockView({
  block,
  citing,
}: {
  block: BlockJson;
  citing: { citations: readonly CitationJson[]; answerId: string | null };
}): JSX.Element {
  switch (block.kind) {
    case 'headline':
      return (
        <div class="headline">
          <CitedText text={block.text} {...citing} />
        </div>
      );
    case 'quote':
      return (
        <blockquote>
          {block.before}
          <mark>{block.text}</mark>
          {block.after}
        </blockquote>
      );
    default:
      return (
        <div class={block.kind}>
          <CitedText text={block.text} {...citing} />
        </div>
      );
  }
}

/** The sources of an answer, and a note if a model wrote it. */
export function Evidence({ reply, shown }: { reply: ReplyJson; shown: ShownJson }): JSX.Element {
  const { wording } = usePage();
  const { status } = shown.answer;
  return (
    <Sources
      title={status === 'answered' ? wording.ask.sources : wording.ask.nearest}
      citations={citationsOf(shown)}
      said={bodyBlocks(reply).map(({ text }) => text)}
      answerId={shown.id}
    />
  );
}

function Row({ reply, turn, chat }: { reply: ReplyJson; turn: Turn; chat: Chat }): JSX.Element | null {
  const buttons = rowButtons(reply.buttons, reply.shown);
  if (buttons.length === 0) return null;
  return (
    <div class="choices">
      {buttons.map(({ label, token }) => (
        <button key={token} type="button" class="choice" onClick={() => chat.press(token, turn.key)}>
          {label}
        </button>
      ))}
    </div>
  );
}

/** The file and the picture that come with a reply. */
function Attachments({ reply: { blocks, file, picture } }: { reply: ReplyJson }): JSX.Element | null {
  if (file === undefined && picture === undefined) return null;
  return (
    <div class="attachments">
      {picture !== undefined && (
        <figure>
          <img src={picture.url} alt={picture.caption} />
          {!blocks.some(({ text }) => text === picture.caption) && <figcaption>{picture.caption}</figcaption>}
        </figure>
      )}
      {file !== undefined && (
        <a class="choice" download={file.name} href={`data:text/plain;charset=utf-8,${encodeURIComponent(file.text)}`}>
          {file.name}
        </a>
      )}
    </div>
  );
}

/** Layout of a reply page: sections side by side where there is room, or a narrow column. */
type PageKind = 'side-by-side' | 'narrow-page';

/** A reply as a page of its own, outside a thread: a brief, a comparison. */
export function ReplyPage({ reply, kind = 'narrow-page' }: { reply: ReplyJson; kind?: PageKind }): JSX.Element {
  const { shown } = reply;
  return (
    <article class={`answer ${kind}`} aria-live="polite">
      <Blocks reply={reply} />
      {shown !== undefined && <Evidence reply={reply} shown={shown} />}
      {shown !== undefined && <AnswerActions reply={reply} shown={shown} />}
    </article>
  );
}
