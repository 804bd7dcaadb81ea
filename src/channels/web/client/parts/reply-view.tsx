// Draws a reply: answer, claims and sources, or the blocks of any other reply.
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { CitationJson, ReplyJson, ShownJson } from '../../server/schemas.ts';
import { usePage } from '../context.ts';
import type { Chat } from '../model/chat.ts';
import { type BlockJson, bodyBlocks, citationsOf, rowButtons } from '../model/reply.ts';
import type { SideReply, ThreadTurn } from '../model/thread.ts';
import { AnswerActions } from './answer-actions.tsx';
import { IconButton } from './buttons.tsx';
import { Chips } from './chips.tsx';
import { CitedText } from './cited-text.tsx';
import { DocumentView, filesOf } from './document-view.tsx';
import { Sources } from './sources.tsx';

/** Draws the reply of a turn. */
export function ReplyView({
  reply,
  turn,
  chat,
}: {
  reply: ReplyJson;
  turn: ThreadTurn;
  chat: Chat;
}): JSX.Element | null {
  const { shown } = reply;
  const isRefused = shown?.answer.status === 'refused';
  if (bodyBlocks(reply).length === 0 && rowButtons(reply.buttons, shown).length === 0) return null;
  return (
    <div class={isRefused ? 'answer refused' : 'answer'}>
      {shown !== undefined && <Chips shown={shown} turn={turn} chat={chat} />}
      <SideReplyView turn={turn} chat={chat} place="head" />
      {reply.document === undefined ? (
        <Blocks reply={reply} />
      ) : (
        <DocumentView
          document={reply.document.content}
          fileAt={filesOf(reply.document.address)}
          answerId={shown?.id ?? null}
        />
      )}
      <Attachments reply={reply} />
      {shown !== undefined && reply.document === undefined && <Evidence reply={reply} shown={shown} />}
      <Row reply={reply} turn={turn} chat={chat} />
      {shown !== undefined && (
        <AnswerActions
          reply={reply}
          shown={shown}
          judge={(token) => chat.openSideReply(token, turn.key, 'foot')}
          isOwn={reply.document === undefined}
        />
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

function Row({ reply, turn, chat }: { reply: ReplyJson; turn: ThreadTurn; chat: Chat }): JSX.Element | null {
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

/** A reply as a page of its own, outside a thread. @param isOwn it is the reader's own, and can be had as a file */
export function ReplyPage({ reply, isOwn = false }: { reply: ReplyJson; isOwn?: boolean }): JSX.Element {
  const { shown } = reply;
  return (
    <article class="answer narrow-page" aria-live="polite">
      <Blocks reply={reply} />
      {shown !== undefined && <Evidence reply={reply} shown={shown} />}
      {shown !== undefined && <AnswerActions reply={reply} shown={shown} isOwn={isOwn} />}
    </article>
  );
}

/** The side reply of a turn at one place of it, if there is one. */
function SideReplyView({
  turn,
  chat,
  place,
}: {
  turn: ThreadTurn;
  chat: Chat;
  place: SideReply['place'];
}): JSX.Element | null {
  const { wording } = usePage();
  const box = useRef<HTMLElement>(null);
  const { sideReply } = turn;
  const isHere = sideReply?.place === place;
  useEffect(() => {
    if (!isHere) return;
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [isHere, sideReply]);
  if (sideReply === null || !isHere) return null;
  const { blocks, buttons } = sideReply.reply;
  const text = blocks.map((block) => block.text).join(' ');
  return (
    <section class={`side-reply ${place}`} aria-label={text} tabIndex={-1} ref={box}>
      <p>{text}</p>
      <div class="choices">
        {buttons.map(({ label, token }) => (
          <button key={token} type="button" class="choice" onClick={() => chat.press(token, turn.key)}>
            {label}
          </button>
        ))}
        <IconButton icon="close" label={wording.close} act={() => chat.closeSideReply(turn.key)} />
      </div>
    </section>
  );
}
