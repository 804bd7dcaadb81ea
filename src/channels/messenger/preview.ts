// What a person sees while a reply is made, where a messenger can rewrite a message: that it is being worked on, how far, and the
// sentence that answers while a language model still chooses. Never fails the work.
import { wordingFor } from '../../chat/i18n/wording.ts';
import type { Setting } from '../../chat/turn.ts';
import type { Sleep } from '../sleep.ts';
import type { MessengerAdapter, MessengerRequest } from './adapter.ts';

/** Between two states of a message at least this time passes: messengers count what is rewritten. */
const EVERY_MS = 1_000;
const MAX_CHARACTERS = 3_000;

/** Ways to show how far a work is. */
export interface Signs extends Required<Pick<Setting, 'onProgress'>> {
  readonly onAdmitted: () => void;
  readonly onText: (sentence: string) => void;
}

interface PreviewParts<Update, Message> {
  readonly adapter: Pick<MessengerAdapter<Update, Message>, 'showText'>;
  readonly sleep: Sleep;
  readonly signal: AbortSignal;
}

/** Creates the preview of one reply; undefined text is never shown after `end`, which waits for what is being shown. */
export function createPreview<Update, Message>(
  request: MessengerRequest<Update>,
  { adapter, sleep, signal }: PreviewParts<Update, Message>,
): { readonly signs: Signs; end(): Promise<void> } {
  let next: string | null = null;
  let isEnded = false;
  let drawing: Promise<void> | null = null;
  let written = '';
  const pause = new AbortController();
  const draw = async (): Promise<void> => {
    // While one state is shown, only the latest of the later ones is kept: work never waits for its preview.
    while (next !== null && !isEnded && !signal.aborted) {
      const text = next;
      next = null;
      await adapter.showText?.(text, request).catch(() => undefined);
      await sleep(EVERY_MS, pause.signal);
    }
    drawing = null;
  };
  const show = (text: string): void => {
    if (isEnded || adapter.showText === undefined) return;
    next = text;
    drawing ??= draw();
  };
  return {
    signs: {
      // Who is ignored is shown nothing: no reply would ever replace it.
      onAdmitted: () => show(wordingFor(request.speaker.language).working),
      onProgress: show,
      onText: (sentence) => {
        written = `${written}${sentence}`.slice(-MAX_CHARACTERS);
        show(`${written} …`);
      },
    },
    end: async () => {
      isEnded = true;
      pause.abort();
      await drawing;
    },
  };
}
