// `/bank NAME stats`: for each item how many answered, how hard it is, how well it tells learners apart, and which options were chosen.
import { letterOf } from '../../../quiz/grade/answer-text.ts';
import type { Bank } from '../../../quiz/learning/bank.ts';
import { difficultyBy } from '../../../quiz/learning/difficulty.ts';
import { isSuspect, statisticsOf } from '../../../quiz/learning/statistics.ts';
import type { Item, ItemResponse } from '../../../quiz/types.ts';
import { csvText } from '../../csv.ts';
import type { Reply } from '../../reply.ts';
import { say, type Turn } from '../../turn.ts';

const MAX_SUSPECTS = 10;

/** Counts how often each option of an item was chosen. @param responses what was answered, as it was put in */
export function choicesOf(item: Item, responses: readonly ItemResponse[]): number[] {
  const count = 'options' in item ? item.options.length : 0;
  const counts = Array.from({ length: count }, () => 0);
  for (const response of responses) {
    for (const index of 'options' in response ? response.options : []) counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

/** Tells the statistics of a bank's items: a file with all, and the suspicious ones in words. */
export function itemStatisticsFile(_rest: string, bank: Bank, turn: Turn): Reply {
  const { wording, parts } = turn;
  const { banks, history } = parts.state.learning;
  const now = parts.now();
  const statistics = statisticsOf(history.all(now));
  const known = new Map(statistics.map((one) => [one.itemId, one]));
  const difficultyOf = difficultyBy(statistics);
  const rows = banks.items(bank.id).map(({ n, item, status }) => {
    const one = known.get(item.id);
    const chosen = choicesOf(item, history.responses(item.id, now)).map(
      (count, index) => `${letterOf(index)} ${count}`,
    );
    const numbers = [
      wording.difficulties[difficultyOf(item)],
      one?.learners ?? 0,
      one?.difficulty.toFixed(3) ?? '',
      one?.discrimination?.toFixed(3) ?? '',
    ];
    return [n, item.question, wording.bankStatus[status], ...numbers, item.kind === 'order' ? '' : chosen.join(' · ')];
  });
  const suspects = banks.items(bank.id).flatMap(({ n, item }) => {
    const one = known.get(item.id);
    if (one === undefined || !isSuspect(one)) return [];
    const { learners, difficulty: right, discrimination } = one;
    return [`${n}. ${item.question} · ${wording.statistics({ learners, right, discrimination })}`];
  });
  const answered = rows.filter(([, , , , learners]) => Number(learners) > 0).length;
  const lines: [string, ...string[]] = [
    wording.bankAnswered(answered, rows.length),
    ...suspects.slice(0, MAX_SUSPECTS),
  ];
  const text = csvText([wording.bankColumns, ...rows]);
  return { ...say(turn, ...lines), file: { name: `${bank.name}.csv`, text } };
}
