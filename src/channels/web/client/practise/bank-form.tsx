// The form of item banks: propose items, review them one by one, publish, statistics, file.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { addressOf } from '../api.ts';
import { usePage } from '../context.ts';
import type { Chat } from '../model/chat.ts';
import { DistrictSelect, Field, NumberField } from '../parts/fields.tsx';
import { DifficultySelect } from './blueprint.tsx';

const FIRST_COUNT = '20';
const ACTS = ['review', 'publish', 'stats'] as const;
const FORMATS = ['docx', 'docx-key', 'gift', 'moodle', 'apkg', 'csv', 'xlsx'] as const;

/** What trainers do with item banks; nothing for others. */
export function BankForm({ chat }: { chat: Chat }): JSX.Element | null {
  const { me, wording } = usePage();
  const { practise, browse } = wording;
  const [name, setName] = useState('');
  const [district, setDistrict] = useState('');
  const [topic, setTopic] = useState('');
  const [difficulty, setDifficulty] = useState('');
  const [count, setCount] = useState(FIRST_COUNT);
  if (!me.acts.includes('bank')) return null;
  const named = name.trim().replace(/\s+/gu, '-');
  const make = (event: Event): void => {
    event.preventDefault();
    const words = ['/bank', named, 'make', district, topic.trim(), difficulty, String(Number(count))];
    if (named !== '') chat.say(words.filter((word) => word !== '').join(' '), practise.bankMake);
  };
  return (
    <form class="card quiz-form" onSubmit={make}>
      <Field label={practise.bank} value={name} set={setName} maxLength={30} autocomplete="off" />
      <DistrictSelect label={practise.district} none={browse.allDistricts} value={district} set={setDistrict} />
      <Field label={practise.bankTopic} value={topic} set={setTopic} maxLength={60} autocomplete="off" />
      <DifficultySelect value={difficulty} set={setDifficulty} />
      <NumberField label={practise.count} value={count} set={setCount} />
      <button type="submit" disabled={named === ''}>
        {practise.bankMake}
      </button>
      {ACTS.map((act) => (
        <button
          key={act}
          type="button"
          disabled={named === ''}
          onClick={() => chat.say(`/bank ${named} ${act}`, practise.bankActs[act])}
        >
          {practise.bankActs[act]}
        </button>
      ))}
      {named !== '' &&
        FORMATS.map((format) => (
          <a key={format} class="choice" href={addressOf('/api/banks/file', { name: named, format })} download>
            {practise.bankFormats[format]}
          </a>
        ))}
      <button type="button" class="quiet" onClick={() => chat.say('/bank', practise.banks)}>
        {practise.banks}
      </button>
    </form>
  );
}
