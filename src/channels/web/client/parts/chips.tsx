// The interpretation of a question as chips: district and period can be changed, and the question is asked again.
import type { JSX } from 'preact';
import { shortDistrict } from '../../../../chat/asking/place.ts';
import type { ShownJson } from '../../server/schemas.ts';
import { usePage } from '../context.ts';
import { Icon } from '../icons.tsx';
import type { Chat } from '../model/chat.ts';
import { periodText } from '../model/periods.ts';
import type { ThreadTurn } from '../model/thread.ts';

/** The chips above an answer. */
export function Chips({ shown, turn, chat }: { shown: ShownJson; turn: ThreadTurn; chat: Chat }): JSX.Element | null {
  const { language, wording } = usePage();
  const { ask } = wording;
  const { districts, period } = shown.answer.interpretation;
  if (districts.length === 0 && period === null) return null;
  const change = (token: string | null | undefined): { change?: () => void } => {
    if (token === null || token === undefined) return {};
    const isOpen = turn.sideReply?.token === token;
    return { change: () => (isOpen ? chat.closeSideReply(turn.key) : chat.openSideReply(token, turn.key, 'head')) };
  };
  return (
    <ul class="chips" aria-label={ask.understood}>
      {districts.map((district) => (
        <Chip key={district} name={ask.district} value={shortDistrict(district)} {...change(shown.changes?.district)} />
      ))}
      {period !== null && (
        <Chip name={ask.period} value={periodText(period, language)} {...change(shown.changes?.period)} />
      )}
    </ul>
  );
}

function Chip({ name, value, change }: { name: string; value: string; change?: () => void }): JSX.Element {
  const { ask } = usePage().wording;
  const words = (
    <>
      <span class="chip-name">{name}</span>
      {value}
    </>
  );
  if (change === undefined) return <li class="chip">{words}</li>;
  return (
    <li>
      <button type="button" class="chip" onClick={change} aria-label={`${name} ${value}: ${ask.change}`}>
        {words}
        <Icon name="chevron" />
      </button>
    </li>
  );
}
