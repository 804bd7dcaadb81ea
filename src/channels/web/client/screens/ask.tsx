// Asking: the thread of questions and answers, where to write, and what one could ask.
import type { JSX } from 'preact';
import type { SuggestionsJson } from '../../server/schemas.ts';
import { usePage } from '../context.ts';
import { useAskedInAddress } from '../model/asked.ts';
import type { Talk } from '../model/conversation.ts';
import { Composer } from '../parts/composer.tsx';
import { Heading } from '../parts/frame.tsx';
import { ThreadView } from '../parts/turn-view.tsx';
import { useResource } from '../resource.ts';
import type { ScreenProps } from './props.ts';

/** The screen for asking. */
export function AskScreen({ asking: talk }: ScreenProps): JSX.Element {
  const { wording } = usePage();
  const draft = useAskedInAddress(talk);
  const isEmpty = talk.thread.length === 0;
  return (
    <div class={isEmpty ? 'ask empty' : 'ask'}>
      {isEmpty ? (
        <header class="welcome">
          <Heading text={wording.ask.title} />
          <p>{wording.tagline}</p>
        </header>
      ) : (
        <Heading text={wording.screens.ask} isHidden />
      )}
      <ThreadView talk={talk} />
      <div class="dock">
        {!isEmpty && (
          <button type="button" class="quiet" onClick={talk.restart}>
            {wording.ask.again}
          </button>
        )}
        <Composer draft={draft} isBusy={talk.isBusy} send={talk.say} stop={talk.stop} />
      </div>
      {isEmpty && <Suggestions talk={talk} />}
    </div>
  );
}

function Suggestions({ talk }: { talk: Talk }): JSX.Element | null {
  const { wording } = usePage();
  const { value } = useResource<SuggestionsJson>('/api/suggestions');
  if (value === null || value.questions.length === 0) return null;
  return (
    <section class="suggestions" aria-label={wording.ask.suggestions}>
      <h2>{wording.ask.suggestions}</h2>
      <ul>
        {value.questions.map((question) => (
          <li key={question}>
            <button type="button" onClick={() => talk.say(question)}>
              {question}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
