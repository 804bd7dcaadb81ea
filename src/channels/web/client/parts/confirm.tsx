// A button that asks once more before it acts.
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { usePage } from '../context.ts';

/** The button and its question, which the browser's own dialogue element keeps on top and closes on Escape. */
export function Confirm({ label, question, act }: { label: string; question: string; act: () => void }): JSX.Element {
  const { wording } = usePage();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => () => dialog.current?.close(), []);
  const close = (): void => dialog.current?.close();
  return (
    <>
      <button type="button" class="deed" onClick={() => dialog.current?.showModal()}>
        {label}
      </button>
      <dialog ref={dialog} aria-label={label}>
        <p>{question}</p>
        <div class="choices">
          <button type="button" onClick={close}>
            {wording.no}
          </button>
          <button
            type="button"
            class="accent"
            onClick={() => {
              close();
              act();
            }}
          >
            {wording.yes}
          </button>
        </div>
      </dialog>
    </>
  );
}
