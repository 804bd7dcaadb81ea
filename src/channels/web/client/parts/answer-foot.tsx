// What one can do with an answer: judge it, copy it with its sources, print it.
import type { JSX } from 'preact';
import type { ReplyJson, ShownJson } from '../../server/schemas.ts';
import { type Page, usePage } from '../context.ts';
import { Icon, type IconName } from '../icons.tsx';
import { tokenOf } from '../model/buttons.ts';
import { citationsOf, placeOf } from '../model/citations.ts';
import { hrefOf } from '../router.ts';

/** The row of deeds under an answer. @param judge presses what judges it; absent: it is not judged here */
export function AnswerFoot({
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
    <footer class="deeds">
      {judge && good !== null && <Deed icon="good" label={ask.useful} act={() => judge(good)} />}
      {judge && bad !== null && <Deed icon="bad" label={ask.wrong} act={() => judge(bad)} />}
      <Deed icon="copy" label={ask.copy} act={() => void copyText(textOf(reply, shown), ask.copied, page)} />
      <Deed icon="print" label={ask.print} act={() => print()} />
    </footer>
  );
}

/** A small button with an icon and its words. */
export function Deed({ icon, label, act }: { icon: IconName; label: string; act: () => void }): JSX.Element {
  return (
    <button type="button" class="deed" onClick={act}>
      <Icon name={icon} />
      <span>{label}</span>
    </button>
  );
}

/** Copies a text, and says whether it went. */
export async function copyText(text: string, done: string, { announce, wording }: Page): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    announce(done);
  } catch {
    announce(wording.ask.notCopied);
  }
}

/** An answer as plain text: the question, the answer with its marks, each source with its exact words and its address. */
function textOf(reply: ReplyJson, shown: ShownJson): string {
  const said = reply.blocks.filter(({ kind }) => kind === 'headline' || kind === 'text').map(({ text }) => text.trim());
  const sources = citationsOf(shown).map((citation) => {
    const address = hrefOf('read', citation.document.id, { from: citation.start, to: citation.end });
    return `[${citation.n}] 「${citation.quote.trim()}」${placeOf(citation)} ${location.origin}${address}`;
  });
  return [shown.question, ...said, '', ...sources].join('\n');
}
