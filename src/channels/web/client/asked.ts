// Asks what the address of the page asks: `/?ask=…` is how other screens hand a question over.
import { useEffect } from 'preact/hooks';
import { usePage } from './context.ts';
import type { Talk } from './conversation.ts';
import { hrefOf } from './router.ts';

/** Asks the question in the address once, and takes it out of the address, so that going back does not ask it again. */
export function useAskedInAddress(talk: Talk): void {
  const { route, go } = usePage();
  const question = route.query['ask'] ?? '';
  useEffect(() => {
    if (question === '') return;
    go(hrefOf('ask'), 'replace');
    talk.say(question);
  }, [question]);
}
