// The message field: grows with the text, sends on Enter, stops a running question.
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { usePage } from '../context.ts';
import { Icon } from '../icons.tsx';
import { IconButton } from './buttons.tsx';

/** Maximum length of a message; the server has its own limit. */
const MAX_CHARACTERS = 10_000;

interface ComposerProps {
  /** Initial text of the field. */
  readonly draft: string;
  readonly isBusy: boolean;
  send(text: string): void;
  stop(): void;
  /** Takes a file that the next questions are to be about; absent: none is taken. */
  attach?: ((file: File) => void) | undefined;
}

/** The field for questions. */
export function Composer({ draft, isBusy, send, stop, attach }: ComposerProps): JSX.Element {
  const { wording } = usePage();
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => setText(draft), [draft]);
  useEffect(() => growToFit(field.current), [text]);
  const submit = (event: Event): void => {
    event.preventDefault();
    const said = text.trim();
    if (said !== '') send(said);
    setText('');
    field.current?.focus();
  };
  return (
    <form class="composer" onSubmit={submit}>
      <label class="hidden" for="question">
        {wording.ask.label}
      </label>
      <textarea
        id="question"
        ref={field}
        rows={1}
        maxLength={MAX_CHARACTERS}
        value={text}
        placeholder={wording.ask.placeholder}
        title={wording.ask.hint}
        autocomplete="off"
        enterkeyhint="send"
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => isSend(event) && submit(event)}
      />
      {attach !== undefined && <AttachButton attach={attach} />}
      {isBusy ? (
        <button type="button" class="round" onClick={stop} aria-label={wording.ask.stop}>
          <Icon name="stop" />
        </button>
      ) : (
        <button type="submit" class="round accent" aria-label={wording.ask.send}>
          <Icon name="up" />
        </button>
      )}
    </form>
  );
}

/** Chooses a file of one's own to ask about. */
function AttachButton({ attach }: { attach: (file: File) => void }): JSX.Element {
  const { me, wording } = usePage();
  const input = useRef<HTMLInputElement>(null);
  const take = (field: HTMLInputElement): void => {
    const [file] = field.files ?? [];
    if (file !== undefined) attach(file);
    // The same file can be chosen again.
    field.value = '';
  };
  return (
    <>
      <IconButton icon="clip" label={wording.sources.attach} act={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        hidden
        accept={me.formats.join(',')}
        onChange={(event) => take(event.currentTarget)}
      />
    </>
  );
}

/** Enter alone sends; while an input method composes, it belongs to that. */
function isSend(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229;
}

function growToFit(field: HTMLTextAreaElement | null): void {
  if (field === null) return;
  field.style.height = 'auto';
  field.style.height = `${Math.min(field.scrollHeight, innerHeight / 3)}px`;
}
