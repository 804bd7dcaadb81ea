// The form of a learner's pace: new questions a day, reviews a day, a goal.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { usePage } from '../context.ts';
import type { Chat } from '../model/chat.ts';
import { NumberField } from '../parts/fields.tsx';

/** Sets how much a day holds; an empty field leaves that bound as it is. */
export function PaceForm({ chat }: { chat: Chat }): JSX.Element {
  const { practise } = usePage().wording;
  const [fresh, setFresh] = useState('');
  const [reviews, setReviews] = useState('');
  const [goal, setGoal] = useState('');
  const set = (event: Event): void => {
    event.preventDefault();
    const words = [
      ['new', fresh],
      ['reviews', reviews],
      ['goal', goal],
    ].filter(([, value]) => value !== '');
    chat.say(['/pace', ...words.flat()].join(' '), practise.pace);
  };
  return (
    <form class="card quiz-form" onSubmit={set}>
      <NumberField label={practise.newPerDay} value={fresh} set={setFresh} />
      <NumberField label={practise.reviewsPerDay} value={reviews} set={setReviews} />
      <NumberField label={practise.goal} value={goal} set={setGoal} />
      <button type="submit">{practise.pace}</button>
    </form>
  );
}
