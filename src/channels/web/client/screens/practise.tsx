// Practising: what to practise, and the thread of items and what came of them.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { DistrictsJson } from '../../server/schemas-browse.ts';
import { usePage } from '../context.ts';
import type { Talk } from '../model/conversation.ts';
import { openItem } from '../model/thread.ts';
import { ExamForms } from '../parts/exam-forms.tsx';
import { Heading } from '../parts/frame.tsx';
import { Select } from '../parts/select.tsx';
import { ThreadView } from '../parts/turn-view.tsx';
import { useResource } from '../resource.ts';
import type { ScreenProps } from './props.ts';

const COUNTS = [5, 10, 20] as const;

/** The screen for practising. */
export function PractiseScreen({ practice }: ScreenProps): JSX.Element {
  const { wording } = usePage();
  const isEmpty = practice.thread.length === 0;
  return (
    <div class="practise">
      <div class="screen-head">
        <Heading text={wording.practise.title} />
        {!isEmpty && <EndButton talk={practice} />}
      </div>
      {isEmpty ? (
        <>
          <p class="hint">{wording.practise.intro}</p>
          <QuizForm talk={practice} />
          <Shortcuts talk={practice} />
          <ExamForms talk={practice} />
        </>
      ) : (
        <ThreadView talk={practice} />
      )}
    </div>
  );
}

/** Ends the set or hands in the exam while an item is open; after that, leads back to the choice of what to practise. */
function EndButton({ talk }: { talk: Talk }): JSX.Element {
  const { practise } = usePage().wording;
  const open = openItem(talk.thread);
  const end = (): void => (open === null ? talk.clear() : talk.leave(open.key, '/stop', practise.end));
  return (
    <button type="button" class="quiet" onClick={end}>
      {open === null ? practise.again : practise.end}
    </button>
  );
}

function QuizForm({ talk }: { talk: Talk }): JSX.Element {
  const { practise, browse } = usePage().wording;
  const districts = useResource<DistrictsJson>('/api/districts');
  const [district, setDistrict] = useState('');
  const [count, setCount] = useState(String(COUNTS[0]));
  const names = (districts.value?.districts ?? []).map(({ name, short }) => ({ value: name, label: short }));
  const start = (event: Event): void => {
    event.preventDefault();
    talk.say(['/quiz', district, count].filter((part) => part !== '').join(' '), practise.start);
  };
  return (
    <form class="card quiz-form" onSubmit={start}>
      <Select
        label={practise.district}
        value={district}
        options={[{ value: '', label: browse.allDistricts }, ...names]}
        choose={setDistrict}
      />
      <Select
        label={practise.count}
        value={count}
        options={COUNTS.map((number) => ({ value: String(number), label: String(number) }))}
        choose={setCount}
      />
      <button type="submit" class="accent">
        {practise.start}
      </button>
    </form>
  );
}

/** The other commands of practising, those that the reader may use. */
function Shortcuts({ talk }: { talk: Talk }): JSX.Element {
  const { me, wording } = usePage();
  const { practise } = wording;
  const names = ['review', 'mistakes', 'progress', 'faults'] as const;
  const known = new Set(me.commands.map(({ command }) => command));
  return (
    <div class="choices">
      {names
        .filter((name) => known.has(name))
        .map((name) => (
          <button key={name} type="button" class="choice" onClick={() => talk.say(`/${name}`, practise[name])}>
            {practise[name]}
          </button>
        ))}
    </div>
  );
}
