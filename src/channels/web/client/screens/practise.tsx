// The screen for practising: choose a quiz, then the thread of items and results. Exams are taken and set here.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { usePage } from '../context.ts';
import type { Chat } from '../model/chat.ts';
import { openItem } from '../model/thread.ts';
import { Heading } from '../parts/common.tsx';
import { DistrictSelect, Field, NumberField, Select } from '../parts/fields.tsx';
import { ThreadView } from '../parts/thread-view.tsx';
import type { ScreenProps } from './part-screen.tsx';

const COUNTS = [5, 10, 20] as const;

/** The screen for practising. */
export function PractiseScreen({ practice }: ScreenProps): JSX.Element {
  const { wording } = usePage();
  const isEmpty = practice.thread.length === 0;
  return (
    <div class="practise">
      <div class="screen-head">
        <Heading text={wording.practise.title} />
        {!isEmpty && <EndButton chat={practice} />}
      </div>
      {isEmpty ? (
        <>
          <p class="hint">{wording.practise.intro}</p>
          <QuizForm chat={practice} />
          <Shortcuts chat={practice} />
          <ExamForms chat={practice} />
        </>
      ) : (
        <ThreadView chat={practice} />
      )}
    </div>
  );
}

/** Ends the quiz or submits the exam while an item is open; after that, leads back to the choice of quizzes. */
function EndButton({ chat }: { chat: Chat }): JSX.Element {
  const { practise } = usePage().wording;
  const open = openItem(chat.thread);
  const end = (): void => (open === null ? chat.clear() : chat.leave(open.key, '/stop', practise.end));
  return (
    <button type="button" class="quiet" onClick={end}>
      {open === null ? practise.again : practise.end}
    </button>
  );
}

function QuizForm({ chat }: { chat: Chat }): JSX.Element {
  const { practise, browse } = usePage().wording;
  const [district, setDistrict] = useState('');
  const [count, setCount] = useState(String(COUNTS[0]));
  const start = (event: Event): void => {
    event.preventDefault();
    chat.say(['/quiz', district, count].filter((part) => part !== '').join(' '), practise.start);
  };
  return (
    <form class="card quiz-form" onSubmit={start}>
      <DistrictSelect label={practise.district} none={browse.allDistricts} value={district} set={setDistrict} />
      <Select
        label={practise.count}
        value={count}
        options={COUNTS.map((number) => ({ value: String(number), label: String(number) }))}
        set={setCount}
      />
      <button type="submit" class="accent">
        {practise.start}
      </button>
    </form>
  );
}

/** The other practice commands that the user may use. */
function Shortcuts({ chat }: { chat: Chat }): JSX.Element {
  const { me, wording } = usePage();
  const { practise } = wording;
  const names = ['review', 'mistakes', 'progress', 'faults'] as const;
  const known = new Set(me.commands.map(({ command }) => command));
  return (
    <div class="choices">
      {names
        .filter((name) => known.has(name))
        .map((name) => (
          <button key={name} type="button" class="choice" onClick={() => chat.say(`/${name}`, practise[name])}>
            {practise[name]}
          </button>
        ))}
    </div>
  );
}

const FIRST_ITEMS = '10';
const FIRST_MINUTES = '15';

/** The exam forms that the user may use. */
function ExamForms({ chat }: { chat: Chat }): JSX.Element | null {
  const { me } = usePage();
  if (!me.acts.includes('exam')) return null;
  return (
    <>
      <CodeForm chat={chat} />
      {me.acts.includes('examine') && <SettingForm chat={chat} />}
    </>
  );
}

function CodeForm({ chat }: { chat: Chat }): JSX.Element {
  const { practise } = usePage().wording;
  const [code, setCode] = useState('');
  const named = code.trim();
  const enter = (event: Event): void => {
    event.preventDefault();
    if (named !== '') chat.say(`/exam ${named}`, practise.exam);
  };
  return (
    <form class="card quiz-form" onSubmit={enter}>
      <Field label={practise.examCode} value={code} set={setCode} autocomplete="off" />
      <button type="submit">{practise.join}</button>
      <button type="button" disabled={named === ''} onClick={() => chat.say(`/results ${named}`, practise.results)}>
        {practise.results}
      </button>
    </form>
  );
}

function SettingForm({ chat }: { chat: Chat }): JSX.Element {
  const { practise } = usePage().wording;
  const [items, setItems] = useState(FIRST_ITEMS);
  const [minutes, setMinutes] = useState(FIRST_MINUTES);
  const set = (event: Event): void => {
    event.preventDefault();
    chat.say(`/exam ${Number(items)} ${Number(minutes)}`, practise.setExam);
  };
  return (
    <form class="card quiz-form" onSubmit={set}>
      <NumberField label={practise.count} value={items} set={setItems} />
      <NumberField label={practise.minutes} value={minutes} set={setMinutes} />
      <button type="submit">{practise.setExam}</button>
    </form>
  );
}
