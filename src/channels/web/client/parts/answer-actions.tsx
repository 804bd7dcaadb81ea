// The actions under an answer: judge, copy, print alone, share, have it as a Word file.
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { ReplyJson, ShownJson } from '../../server/schemas.ts';
import { addressOf } from '../api.ts';
import { usePage } from '../context.ts';
import { citationsOf, isKept, placeOf, quotedWords, tokenOf } from '../model/reply.ts';
import { hrefOf } from '../router.ts';
import { ActionButton, copyText } from './buttons.tsx';
import { printAlone } from './print-alone.ts';
import { ShareButton } from './share-button.tsx';

/** The actions under an answer. @param judge presses a feedback button; absent: no feedback is offered; @param isOwn it can be had as a file */
export function AnswerActions({
  reply,
  shown,
  judge,
  isOwn,
}: {
  reply: ReplyJson;
  shown: ShownJson;
  judge?: (token: string) => void;
  isOwn: boolean;
}): JSX.Element {
  const page = usePage();
  const place = useRef<HTMLElement>(null);
  const printThis = (): void => {
    const whole = place.current?.closest<HTMLElement>('.turn') ?? place.current?.closest<HTMLElement>('.answer');
    if (whole) printAlone(whole);
  };
  const { ask } = page.wording;
  const good = tokenOf(reply.buttons, 'good');
  const bad = tokenOf(reply.buttons, 'bad');
  return (
    <footer class="actions" ref={place}>
      {judge && good !== null && <ActionButton icon="good" label={ask.useful} act={() => judge(good)} />}
      {judge && bad !== null && <ActionButton icon="bad" label={ask.wrong} act={() => judge(bad)} />}
      <ActionButton
        icon="copy"
        label={ask.copy}
        act={() => void copyText(textOf(reply, shown, ask.inOriginal), ask.copied, page)}
      />
      <ActionButton icon="print" label={ask.print} act={printThis} />
      {isOwn && (
        <a class="action" href={addressOf('/api/exchanges/file', { ids: shown.id, format: 'docx' })} download>
          {page.wording.browse.word}
        </a>
      )}
      {isKept(shown) && <ShareButton thing={{ exchange: shown.id }} label={page.wording.conversation.shareAnswer} />}
    </footer>
  );
}

/**
 * Returns an answer as plain text: question, answer with its marks, each source with its exact words and address.
 * @param inOriginal stands before the words of a damaged source, behind their reading
 */
function textOf(reply: ReplyJson, shown: ShownJson, inOriginal: string): string {
  const said = reply.blocks.filter(({ kind }) => kind === 'headline' || kind === 'text').map(({ text }) => text.trim());
  const sources = citationsOf(shown).map((citation) => {
    const address = hrefOf('read', citation.document.id, { from: citation.start, to: citation.end });
    return `[${citation.n}] ${quotedWords(citation, inOriginal)}${placeOf(citation)} ${location.origin}${address}`;
  });
  return [shown.question, ...said, '', ...sources].join('\n');
}
