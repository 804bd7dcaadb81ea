// Exams: taken by their code, their results asked for, and, by those who may, set.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { usePage } from '../context.ts';
import type { Talk } from '../model/conversation.ts';

const FIRST_ITEMS = '10';
const FIRST_MINUTES = '15';

/** The forms for exams that the reader may use. */
export function ExamForms({ talk }: { talk: Talk }): JSX.Element | null {
  const { me } = usePage();
  if (!me.acts.includes('exam')) return null;
  return (
    <>
      <CodeForm talk={talk} />
      {me.acts.includes('examine') && <SettingForm talk={talk} />}
    </>
  );
}

function CodeForm({ talk }: { talk: Talk }): JSX.Element {
  const { practise } = usePage().wording;
  const [code, setCode] = useState('');
  const named = code.trim();
  const enter = (event: Event): void => {
    event.preventDefault();
    if (named !== '') talk.say(`/exam ${named}`, practise.exam);
  };
  return (
    <form class="card quiz-form" onSubmit={enter}>
      <label class="field">
        <span>{practise.examCode}</span>
        <input value={code} autocomplete="off" onInput={(event) => setCode(event.currentTarget.value)} />
      </label>
      <button type="submit">{practise.join}</button>
      <button type="button" disabled={named === ''} onClick={() => talk.say(`/results ${named}`, practise.results)}>
        {practise.results}
      </button>
    </form>
  );
}

function SettingForm({ talk }: { talk: Talk }): JSX.Element {
  const { practise } = usePage().wording;
  const [items, setItems] = useState(FIRST_ITEMS);
  const [minutes, setMinutes] = useState(FIRST_MINUTES);
  const set = (event: Event): void => {
    event.preventDefault();
    talk.say(`/exam ${Number(items)} ${Number(minutes)}`, practise.setExam);
  };
  return (
    <form class="card quiz-form" onSubmit={set}>
      <label class="field">
        <span>{practise.count}</span>
        <input type="number" min={1} value={items} onInput={(event) => setItems(event.currentTarget.value)} />
      </label>
      <label class="field">
        <span>{practise.minutes}</span>
        <input type="number" min={1} value={minutes} onInput={(event) => setMinutes(event.currentTarget.value)} />
      </label>
      <button type="submit">{practise.setExam}</button>
    </form>
  );
}
