// Buttons: icon with label, icon alone, with confirmation; and a text to copy.
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type Page, usePage } from '../context.ts';
import { Icon, type IconName } from '../icons.tsx';

/** A small button with an icon and a label. */
export function ActionButton({ icon, label, act }: { icon: IconName; label: string; act: () => void }): JSX.Element {
  return (
    <button type="button" class="action" onClick={act}>
      <Icon name={icon} />
      <span>{label}</span>
    </button>
  );
}

/** Copies a text and announces the outcome. */
export async function copyText(text: string, done: string, { announce, wording }: Page): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    announce(done);
  } catch {
    announce(wording.ask.notCopied);
  }
}

/** A button with an icon alone; the label is its tooltip and accessible name. */
export function IconButton({
  icon,
  label,
  act,
}: {
  icon: IconName;
  label: string;
  act?: (() => void) | undefined;
}): JSX.Element {
  return (
    <button
      type="button"
      class="quiet icon-only"
      disabled={act === undefined}
      aria-label={label}
      title={label}
      onClick={act}
    >
      <Icon name={icon} />
    </button>
  );
}

/** A secret that is shown once, with a copy button. */
export function OneTimeText({ label, text }: { label: string; text: string }): JSX.Element {
  const page = usePage();
  return (
    <p class="once" role="status">
      <span class="hint">{label}</span>
      <code>{text}</code>
      <ActionButton
        icon="copy"
        label={page.wording.ask.copy}
        act={() => void copyText(text, page.wording.read.linkCopied, page)}
      />
    </p>
  );
}

/** A button that asks once more before it acts, which the browser's own dialogue element keeps on top and closes on Escape. */
export function Confirm({ label, question, act }: { label: string; question: string; act: () => void }): JSX.Element {
  const { wording } = usePage();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => () => dialog.current?.close(), []);
  const close = (): void => dialog.current?.close();
  return (
    <>
      <button type="button" class="action" onClick={() => dialog.current?.showModal()}>
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
