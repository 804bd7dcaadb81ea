// Opens the exact words behind an answer, of the latest or any past one.
import type { Answer, Citation } from '../../types.ts';
import type { Reply } from '../reply.ts';
import type { QuoteContext, Service } from '../service.ts';
import { inLanguage, say, type Turn } from '../turn.ts';
import { citationsOf, quoteBlocks } from './compose.ts';
import { findAnswer } from './exchanges.ts';

/** `/source N`: the words behind source N of the speaker's latest answer; 1 where no number is given. */
export function sourceCommand(argument: string, turn: Turn): Reply {
  return openLatest(Number(/^\d{1,3}$/u.exec(argument.trim())?.[0] ?? 1), turn);
}

/** Opens source `n` of the speaker's latest answer. */
export function openLatest(n: number, turn: Turn): Reply {
  const answer = findAnswer(turn, null);
  return answer === null ? say(turn, turn.wording.noAnswerYet) : openSource(answer, n, turn);
}

/** A pressed `source:ID:N`. */
export function pressSource([id = '', n = '']: readonly string[], turn: Turn): Reply {
  const answer = id === '' || !/^\d{1,3}$/u.test(n) ? null : findAnswer(turn, id);
  return answer === null ? say(turn, turn.wording.gone) : openSource(answer, Number(n), turn);
}

function openSource(answer: Answer, n: number, turn: Turn): Reply {
  const { parts } = turn;
  const { language } = answer.interpretation;
  const { wording } = inLanguage(turn, language);
  const citation = citationsOf(answer).find((candidate) => candidate.n === n);
  if (!citation) return say(inLanguage(turn, language), wording.noSuchSource(n));
  return { language, blocks: quoteBlocks(citation, contextOf(citation, parts.service), wording), buttons: [] };
}

/** The neighbours of a quote; null where the report is gone or no longer says it there. The kept quote stays what it was. */
export function contextOf(citation: Citation, service: Service): QuoteContext | null {
  try {
    const context = service.context(citation);
    return context.quote === citation.quote ? context : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
