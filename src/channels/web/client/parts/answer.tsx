// Draws a reply: the answer large, its claims, its sources; or any other reply as its blocks say.
import type { JSX } from 'preact';
import type { CitationJson, ReplyJson, ShownJson } from '../../server/schemas.ts';
import { usePage } from '../context.ts';
import { type BlockJson, blocksHere } from '../model/blocks.ts';
import { rowOf } from '../model/buttons.ts';
import { citationsOf } from '../model/citations.ts';
import type { Talk } from '../model/conversation.ts';
import type { Turn } from '../model/thread.ts';
import { AnswerFoot } from './answer-foot.tsx';
import { AsideView } from './aside.tsx';
import { Chips } from './chips.tsx';
import { MarkedText } from './marked.tsx';
import { Sources } from './sources.tsx';

/** A reply to a turn. @param talk where its buttons are pressed */
export function ReplyView({ reply, turn, talk }: { reply: ReplyJson; turn: Turn; talk: Talk }): JSX.Element | null {
  const { shown } = reply;
  const isRefused = shown?.answer.status === 'refused';
  if (blocksHere(reply).length === 0 && rowOf(reply.buttons, shown).length === 0) return null;
  return (
    <div class={isRefused ? 'answer refused' : 'answer'}>
      {shown !== undefined && <Chips shown={shown} turn={turn} talk={talk} />}
      <AsideView turn={turn} talk={talk} place="head" />
      <Blocks reply={reply} />
      <Enclosures reply={reply} />
      {shown !== undefined && <Evidence reply={reply} shown={shown} />}
      <Row reply={reply} turn={turn} talk={talk} />
      {shown !== undefined && (
        <AnswerFoot reply={reply} shown={shown} judge={(token) => talk.pressAside(token, turn.key, 'foot')} />
      )}
      <AsideView turn={turn} talk={talk} place="foot" />
    </div>
  );
}

/** The blocks of a reply, but for those that are drawn elsewhere. */
export function Blocks({ reply }: { reply: ReplyJson }): JSX.Element {
  const { shown } = reply;
  const marking = { citations: shown === undefined ? [] : citationsOf(shown), answerId: shown?.id ?? null };
  return (
    <div class="blocks">
      {blocksHere(reply).map((block, index) => (
        <BlockView key={index} block={block} marking={marking} />
      ))}
    </div>
  );
}

function BlockView({
  block,
  marking,
}: {
  block: BlockJson;
  marking: { citations: readonly CitationJson[]; answerId: string | null };
}): JSX.Element {
  switch (block.kind) {
    case 'headline':
      return (
        <div class="headline">
          <MarkedText text={block.text} {...marking} />
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
          <MarkedText text={block.text} {...marking} />
        </div>
      );
  }
}

/** The sources of an answer, and whether a model wrote it. */
export function Evidence({ reply, shown }: { reply: ReplyJson; shown: ShownJson }): JSX.Element {
  const { wording } = usePage();
  const { mode, status } = shown.answer;
  return (
    <>
      <Sources
        title={status === 'answered' ? wording.ask.sources : wording.ask.nearest}
        citations={citationsOf(shown)}
        said={blocksHere(reply).map(({ text }) => text)}
        answerId={shown.id}
      />
      {status === 'answered' && mode === 'generated' && <p class="mode">{wording.ask.written}</p>}
    </>
  );
}

function Row({ reply, turn, talk }: { reply: ReplyJson; turn: Turn; talk: Talk }): JSX.Element | null {
  const buttons = rowOf(reply.buttons, reply.shown);
  if (buttons.length === 0) return null;
  return (
    <div class="choices">
      {buttons.map(({ label, token }) => (
        <button key={token} type="button" class="choice" onClick={() => talk.press(token, turn.key)}>
          {label}
        </button>
      ))}
    </div>
  );
}

/** The file and the picture that come with a reply. */
function Enclosures({ reply: { blocks, file, picture } }: { reply: ReplyJson }): JSX.Element | null {
  if (file === undefined && picture === undefined) return null;
  return (
    <div class="enclosures">
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
