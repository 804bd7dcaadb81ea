// The screen for practising: choose a quiz, then the thread of items and results. Exams are taken and set here.
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { usePage } from '../context.ts';
import type { Chat } from '../model/chat.ts';
import { openItem } from '../model/thread.ts';
import { Heading } from '../parts/common.tsx';
import { DistrictSelect, Select } from '../parts/fields.tsx';
import { ThreadView } from '../parts/thread-view.tsx';
import { BankForm } from '../practise/bank-form.tsx';
import { ExamForms } from '../practise/exam-forms.tsx';
import { PaceForm } from '../practise/pace-form.tsx';
import { hrefOf } from '../router.ts';
import type { ScreenProps } from './part-screen.tsx';

const COUNTS = [5, 10, 20] as const;

/** The screen for practising. */
export function PractiseScreen({ practice }: ScreenProps): JSX.Element {
  const { wording } = usePage();
  useExamLink(practice);
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
          <PaceForm chat={practice} />
          <ExamForms chat={practice} />
          <BankForm chat={practice} />
        </>
      ) : (
        <ThreadView chat={practice} />
      )}
    </div>
  );
}

/** Stands before the code in the address that a link to an exam leads to. */
const EXAM_LINK = 'exam-';

/** Opens the start page of the exam that the address names, and leaves that address. */
function useExamLink(chat: Chat): void {
  const { route, go, wording } = usePage();
  useEffect(() => {
    if (!route.part.startsWith(EXAM_LINK)) return;
    chat.clear();
    chat.say(`/exam ${route.part.slice(EXAM_LINK.length)}`, wording.practise.exam);
    go(hrefOf('practise'));
  }, [route.part]);
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
