// A quiz item as a form: choose one, choose several, order, or type. The server grades; a key that comes along is only shown.
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { usePage } from '../context.ts';
import type { Chat } from '../model/chat.ts';
import { afterChoice, isReady, responseOf } from '../model/quiz-item.ts';
import { type ItemAnswer, openItem, type QuizItemJson, type ThreadTurn } from '../model/thread.ts';
import type { PageWording } from '../wording/wordings.ts';

interface QuizItemProps {
  readonly posed: QuizItemJson;
  /** Heading, such as `2/5`. */
  readonly head: string;
  readonly turn: ThreadTurn;
  readonly chat: Chat;
}

/** The form of a quiz item; once sent it shows the response. */
export function QuizItemForm({ posed, head, turn, chat }: QuizItemProps): JSX.Element {
  const { wording } = usePage();
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [text, setText] = useState('');
  const seconds = useCountdown(posed.closesInSeconds, turn.response !== null);
  const isOpen = turn.response === null && seconds !== 0;
  const canSend = isReady(posed, chosen, text);
  const choose = (option: number): void => setChosen((before) => afterChoice(posed.form, before, option));
  const submit = (): void => {
    if (isOpen && canSend) chat.answer(posed.token, responseOf(posed, chosen, text), turn.key);
  };
  const box = useRef<HTMLFieldSetElement>(null);
  const isCurrent = openItem(chat.thread)?.key === turn.key;
  // The form before lost the focus when it was sent, or the button that brought this item holds it and would take the keys.
  useLayoutEffect(() => {
    const { activeElement } = document;
    const isFree = activeElement === document.body || activeElement?.matches('.turn button') === true;
    if (isCurrent && isFree) box.current?.focus({ preventScroll: true });
  }, []);
  useKeys({ isOpen: isOpen && isCurrent, options: posed.options.length, choose, submit });
  const send = (event: Event): void => {
    event.preventDefault();
    submit();
  };
  return (
    <form class="quiz-item" onSubmit={send}>
      <fieldset disabled={!isOpen} tabIndex={-1} ref={box}>
        <legend>
          {head !== '' && <span class="quiz-item-head">{head}</span>}
          {posed.question}
        </legend>
        <p class="hint">{hintOf(posed.form, wording)}</p>
        {posed.form === 'typed' ? (
          <input
            class="typed"
            value={text}
            aria-label={wording.practise.write}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        ) : (
          <Options posed={posed} chosen={chosen} response={turn.response} choose={choose} />
        )}
        <Foot
          seconds={seconds}
          isOpen={isOpen}
          isAnswered={turn.response !== null}
          isReady={canSend}
          skip={() => chat.leave(turn.key, '/skip', wording.practise.skip)}
        />
      </fieldset>
    </form>
  );
}

interface FootProps {
  readonly seconds: number | null;
  readonly isOpen: boolean;
  readonly isAnswered: boolean;
  readonly isReady: boolean;
  skip(): void;
}

function Foot({ seconds, isOpen, isAnswered, isReady, skip }: FootProps): JSX.Element | null {
  const { practise } = usePage().wording;
  if (isAnswered) return null;
  if (!isOpen) return <p class="hint">{practise.closed}</p>;
  return (
    <p class="quiz-item-foot">
      <button type="submit" class="accent" disabled={!isReady}>
        {practise.submit}
      </button>
      <button type="button" class="quiet" onClick={skip}>
        {practise.skip}
      </button>
      {seconds !== null && <span role="timer">{practise.seconds(seconds)}</span>}
      <span class="hint keys">{practise.keys}</span>
    </p>
  );
}

function Options({
  posed,
  chosen,
  response,
  choose,
}: {
  posed: QuizItemJson;
  chosen: readonly number[];
  response: ItemAnswer | null;
  choose: (option: number) => void;
}): JSX.Element {
  const { practise } = usePage().wording;
  const type = posed.form === 'one' ? 'radio' : 'checkbox';
  const key = response === null ? null : posed.key;
  return (
    <ol class="options">
      {posed.options.map((option, index) => {
        const place = chosen.indexOf(index);
        const isRight = key?.correct.includes(index) ?? false;
        return (
          <li key={index}>
            <label class={classOf({ isChosen: place >= 0, isShown: key !== null && posed.form !== 'order', isRight })}>
              <input type={type} name={posed.token} checked={place >= 0} onChange={() => choose(index)} />
              <span class="letter" aria-hidden="true">
                {posed.form === 'order' && place >= 0 ? place + 1 : String.fromCharCode(65 + index)}
              </span>
              <span>{option}</span>
              <Remark>
                {posed.form === 'order' && place >= 0 && practise.step(place + 1)}
                {key !== null && posed.form !== 'order' && isRight && practise.right}
                {key !== null && posed.form !== 'order' && !isRight && place >= 0 && practise.chosen}
              </Remark>
            </label>
          </li>
        );
      })}
    </ol>
  );
}

const Remark = ({ children }: { children: ComponentChildren }): JSX.Element => <span class="remark">{children}</span>;

function classOf({ isChosen, isShown, isRight }: { isChosen: boolean; isShown: boolean; isRight: boolean }): string {
  const names = ['option'];
  if (isChosen) names.push('chosen');
  if (isShown && isRight) names.push('right');
  if (isShown && isChosen && !isRight) names.push('wrong');
  return names.join(' ');
}

function hintOf(form: QuizItemJson['form'], { practise }: PageWording): string {
  const hints = {
    one: practise.chooseOne,
    several: practise.chooseSeveral,
    order: practise.putInOrder,
    typed: practise.write,
  };
  return hints[form];
}

/** Counts down the seconds until an item closes; null: it stays open. */
function useCountdown(total: number | null, isOver: boolean): number | null {
  const [left, setLeft] = useState(total);
  useEffect(() => {
    if (left === null || left <= 0 || isOver) return undefined;
    const timer = setTimeout(() => setLeft(left - 1), 1_000);
    return () => clearTimeout(timer);
  }, [left, isOver]);
  return left;
}

/** Digits choose and Enter submits, wherever the focus is but in a field for text or on a button or link. */
function useKeys({
  isOpen,
  options,
  choose,
  submit,
}: {
  isOpen: boolean;
  options: number;
  choose: (option: number) => void;
  submit: () => void;
}): void {
  // At once when drawn, not a moment later: fast typists press Enter right after the digit.
  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    const pressed = (event: KeyboardEvent): void => {
      const { target, key, metaKey, ctrlKey, altKey } = event;
      if (metaKey || ctrlKey || altKey || !(target instanceof HTMLElement)) return;
      if (target.matches('textarea, select, button, a, input:not([type=radio], [type=checkbox])')) return;
      const option = Number(key) - 1;
      if (/^[1-9]$/u.test(key) && option < options) choose(option);
      if (key !== 'Enter') return;
      // The browser would send the form by itself as well.
      event.preventDefault();
      submit();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  });
}
