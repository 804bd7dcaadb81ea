// Asks what the address of the page asks: `/?ask=…` is how other screens, and links that people send on, hand a question over.
import { useEffect, useState } from 'preact/hooks';
import { usePage } from '../context.ts';
import { cameFromInside } from '../navigation.ts';
import { hrefOf } from '../router.ts';
import type { Talk } from './conversation.ts';

/** Commands can change things: one that stands in a link from elsewhere must not be carried out by following the link. */
const isCommand = (text: string): boolean => /^\s*[/／]/u.test(text);

/**
 * Asks the question in the address once, and takes it out of the address, so that going back does not ask it again.
 * @returns what is put into the field instead, for the reader to send or not: a command from outside the page; else empty
 */
export function useAskedInAddress(talk: Talk): string {
  const { route, go } = usePage();
  const [draft, setDraft] = useState('');
  const asked = route.query['ask'] ?? '';
  useEffect(() => {
    if (asked === '') return;
    const isTrusted = cameFromInside() || !isCommand(asked);
    go(hrefOf('ask'), 'replace');
    if (isTrusted) talk.say(asked);
    else setDraft(asked);
  }, [asked]);
  return draft;
}
