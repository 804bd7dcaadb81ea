// Actions on an answer: judge it, copy it with its sources, print it.
import type { JSX } from 'preact';
import type { ReplyJson, ShownJson } from '../../server/schemas.ts';
import { usePage } from '../context.ts';
import { citationsOf, placeOf, tokenOf } from '../model/reply.ts';
import { hrefOf } from '../router.ts';
import { ActionButton, copyText } from './buttons.tsx';

/** The actions under an answer. @param judge presses a feedback button; absent: no feedback is offered */
export function AnswerActions({
  reply,
  shown,
  judge,
}: {
  reply: ReplyJson;
  shown: ShownJson;
  judge?: (token: string) => void;
}): JSX.Element {
  const page = usePage();
  const { ask } = page.wording;
  const good = tokenOf(reply.buttons, 'good');
  const bad = tokenOf(reply.buttons, 'bad');
  return (
    <footer class="actions">
      {judge && good !== null && <ActionButton icon="good" label={ask.useful} act={() => judge(good)} />}
      {judge && bad !== null && <ActionButton icon="bad" label={ask.wrong} act={() => judge(bad)} />}
      <ActionButton icon="copy" label={ask.copy} act={() => void copyText(textOf(reply, shown), ask.copied, page)} />
      <ActionButton icon="print" label={ask.print} act={() => print()} />
    </footer>
  );
}

/** Returns an answer as plain text: question, answer with its marks, each source with its exact words and address. */
function textOf(reply: ReplyJson, shown: ShownJson): string {
  const said = reply.blocks.filter(({ kind }) => kind === 'headline' || kind === 'text').map(({ text }) => text.trim());
  const sources = citationsOf(shown).map((citation) => {
    const address = hrefOf('read', citation.document.id, { from: citation.start, to: citation.end });
    return `[${citation.n}] 「${citation.quote.trim()}」${placeOf(citation)} ${location.origin}${address}`;
  });
  return [shown.question, ...said, '', ...sources].join('\n');
}
