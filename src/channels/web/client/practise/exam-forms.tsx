// The forms of exams: enter one by its code, see results, set one with its rules.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { usePage } from '../context.ts';
import type { Chat } from '../model/chat.ts';
import { DistrictSelect, Field, NumberField, Select } from '../parts/fields.tsx';
import { BlueprintRows } from './blueprint.tsx';
import { type BlueprintFields, rowWords } from './blueprint-words.ts';

const FIRST_ITEMS = '10';
const FIRST_MINUTES = '15';
const FIRST_HOURS = '24';

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

/** Sets an exam: what it is about, how long it is, and its rules. */
function SettingForm({ chat }: { chat: Chat }): JSX.Element {
  const { practise, browse } = usePage().wording;
  const [district, setDistrict] = useState('');
  const [items, setItems] = useState(FIRST_ITEMS);
  const [minutes, setMinutes] = useState(FIRST_MINUTES);
  const [hours, setHours] = useState(FIRST_HOURS);
  const [way, setWay] = useState('');
  const [results, setResults] = useState('');
  const [pass, setPass] = useState('');
  const [bank, setBank] = useState('');
  const [rows, setRows] = useState<readonly BlueprintFields[]>([]);
  const set = (event: Event): void => {
    event.preventDefault();
    // The rows tell how many items there are.
    const numbers = [...(rows.length > 0 ? [] : [items]), minutes, hours].map((text) => String(Number(text)));
    const named = bank.trim().replace(/\s+/gu, '-');
    const source = named === '' ? '' : `bank=${named}`;
    const words = [
      ...rows.map(rowWords),
      ...numbers,
      source,
      district,
      way,
      results,
      pass === '' ? '' : `pass=${Number(pass)}`,
    ];
    chat.say(`/exam ${words.filter((word) => word !== '').join(' ')}`, practise.setExam);
  };
  return (
    <form class="card quiz-form" onSubmit={set}>
      <DistrictSelect label={practise.district} none={browse.allDistricts} value={district} set={setDistrict} />
      {rows.length === 0 && <NumberField label={practise.count} value={items} set={setItems} />}
      <Field label={practise.fromBank} value={bank} set={setBank} maxLength={30} autocomplete="off" />
      <NumberField label={practise.minutes} value={minutes} set={setMinutes} />
      <NumberField label={practise.hours} value={hours} set={setHours} />
      <RuleSelects way={way} setWay={setWay} results={results} setResults={setResults} />
      <NumberField label={practise.passMark} value={pass} set={setPass} />
      <BlueprintRows rows={rows} set={setRows} />
      <button type="submit">{practise.setExam}</button>
    </form>
  );
}

interface RuleProps {
  readonly way: string;
  readonly setWay: (way: string) => void;
  readonly results: string;
  readonly setResults: (results: string) => void;
}

/** How a paper is gone through, and when results are told. */
function RuleSelects({ way, setWay, results, setResults }: RuleProps): JSX.Element {
  const { practise } = usePage().wording;
  return (
    <>
      <Select
        label={practise.way}
        value={way}
        options={[
          { value: '', label: practise.wayFree },
          { value: 'linear', label: practise.wayLinear },
        ]}
        set={setWay}
      />
      <Select
        label={practise.results}
        value={results}
        options={[
          { value: '', label: practise.resultsEnd },
          { value: 'results=now', label: practise.resultsNow },
        ]}
        set={setResults}
      />
    </>
  );
}
