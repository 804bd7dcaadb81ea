// The widget: a button that opens a window for questions, or the window in its place; questions, answers, and quotes that open.
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { WidgetAnswer } from '../../server/widget/routes-widget.ts';
import { AnswerView } from './answer.tsx';
import type { WidgetWording } from './wording.ts';

/** An answer, or why there is none. */
export type Asked = WidgetAnswer | 'too-much' | 'failed';
/** Asks. @param history earlier questions, oldest first */
export type Ask = (text: string, history: readonly string[]) => Promise<Asked>;

/** A question and what came of it; null: it is being looked up. */
interface Exchange {
  readonly question: string;
  readonly asked: Asked | null;
}

/** The parts of the widget. */
interface WidgetProps {
  readonly wording: WidgetWording;
  /** Origin of the page that holds the reports. */
  readonly server: string;
  readonly ask: Ask;
  /** In the corner behind a button, where the page put it, or as the whole of a page. */
  readonly where: 'corner' | 'place' | 'whole';
}

/** Questions that a follow-up may refer to. */
const MAX_EARLIER = 10;

/** The widget. */
export function Widget({ where, ...parts }: WidgetProps): JSX.Element {
  const { wording } = parts;
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  if (where !== 'corner') return <Panel {...parts} onClose={null} isWhole={where === 'whole'} />;
  const close = (): void => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <div class="corner">
      {/* It stays in the tree while it is closed: what was asked is there when it opens again. */}
      <div class="window" role="dialog" aria-label={wording.title} hidden={!isOpen}>
        <Panel {...parts} onClose={close} isShown={isOpen} />
      </div>
      <button
        ref={opener}
        type="button"
        class="opener"
        aria-expanded={isOpen}
        aria-label={wording.open}
        onClick={() => (isOpen ? close() : setOpen(true))}
      >
        区知
      </button>
    </div>
  );
}

function Panel({
  wording,
  server,
  ask,
  onClose,
  isShown = false,
  isWhole = false,
}: Omit<WidgetProps, 'where'> & { onClose: (() => void) | null; isShown?: boolean; isWhole?: boolean }): JSX.Element {
  const [exchanges, setExchanges] = useState<readonly Exchange[]>([]);
  const field = useRef<HTMLInputElement>(null);
  const isWaiting = exchanges.at(-1)?.asked === null;
  useEffect(() => {
    if (isShown) field.current?.focus();
  }, [isShown]);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const question = field.current?.value.trim() ?? '';
    if (question === '' || isWaiting || field.current === null) return;
    field.current.value = '';
    const before = exchanges.map(({ question: earlier }) => earlier).slice(-MAX_EARLIER);
    setExchanges([...exchanges, { question, asked: null }]);
    const asked = await ask(question, before).catch((): Asked => 'failed');
    setExchanges([...exchanges, { question, asked }]);
  };
  return (
    <section
      class={isWhole ? 'panel whole' : 'panel'}
      aria-label={wording.title}
      onKeyDown={({ key }) => key === 'Escape' && onClose !== null && onClose()}
    >
      <header>
        {isWhole ? <h1>{wording.title}</h1> : <h2>{wording.title}</h2>}
        {onClose !== null && (
          <button type="button" class="close" aria-label={wording.close} onClick={onClose}>
            ×
          </button>
        )}
      </header>
      <div class="thread" role="log" aria-label={wording.title}>
        {exchanges.map(({ question, asked }, index) => (
          <article key={index}>
            <p class="question">
              <span class="unseen">{wording.asked}</span> {question}
            </p>
            {asked === null && <p class="notice">{wording.waiting}</p>}
            {asked === 'too-much' && <p class="notice">{wording.tooMuch}</p>}
            {asked === 'failed' && <p class="notice">{wording.failed}</p>}
            {asked !== null && typeof asked === 'object' && (
              <AnswerView answer={asked} wording={wording} server={server} />
            )}
          </article>
        ))}
      </div>
      <form onSubmit={submit}>
        <input ref={field} type="text" maxLength={2_000} aria-label={wording.field} placeholder={wording.field} />
        <button type="submit">{wording.send}</button>
      </form>
    </section>
  );
}
