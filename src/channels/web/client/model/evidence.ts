// The citations of the answer that led to a report, from the thread or else from the history.
import type { CitationJson, ExchangeJson } from '../../server/schemas.ts';
import { useResource } from '../resource.ts';
import type { Chat } from './chat.ts';
import { citationsOf, isOfOwnFile } from './reply.ts';

/** Returns the citations of an answer; none while they load, and where the answer is not one's own. @param answerId empty: none */
export function useCitations(asking: Chat, answerId: string): readonly CitationJson[] {
  const held = asking.thread.find(({ reply }) => reply?.shown?.id === answerId)?.reply?.shown;
  const mustAsk = answerId !== '' && held === undefined && !isOfOwnFile(answerId);
  const asked = useResource<ExchangeJson>(mustAsk ? `/api/exchanges/${encodeURIComponent(answerId)}` : null);
  const shown = held ?? asked.value?.reply.shown;
  return answerId === '' || shown === undefined ? [] : citationsOf(shown);
}
