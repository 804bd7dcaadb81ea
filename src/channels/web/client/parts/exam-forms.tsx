// Exams: take one by its code, ask for its results, set one.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { usePage } from '../context.ts';
import type { Chat } from '../model/chat.ts';
import { Field, NumberField } from './fields.tsx';

const FIRST_ITEMS = '10';
const FIRST_MINUTES = '15';

/** The exam forms that the user may use. */
export function ExamForms({ chat }: { chat: Chat }): JSX.Element | null {
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
