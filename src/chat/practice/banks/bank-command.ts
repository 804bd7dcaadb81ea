// `/bank`: a trainer's banks. Items are generated, reviewed one by one beside their source, edited, written, and published.
import { findSource } from '../../../quiz/exchange/find-source.ts';
import { toGift } from '../../../quiz/exchange/gift.ts';
import { type ItemText, itemOfText, textOfItem } from '../../../quiz/exchange/item-text.ts';
import type { Bank } from '../../../quiz/learning/bank.ts';
import { firstOfSpans, withoutIds } from '../../../quiz/learning/session.ts';
import { parseQuizFilter } from '../../../quiz/quiz-filter.ts';
import { DIFFICULTY_WORDS } from '../../../quiz/quiz-words.ts';
import { shuffled } from '../../../quiz/random-choice.ts';
import type { Reply } from '../../reply.ts';
import { say, type Turn } from '../../turn.ts';
import { difficultyFor } from '../learner.ts';
import { readEditedItem, readOwnItem } from './item-lines.ts';
import { itemStatisticsFile } from './item-statistics.ts';
import { nextToReview, publishBank, reviewPage } from './review.ts';

const NAME = /^[^\s:：]{1,30}$/u;
const DEFAULT_COUNT = 20;
const MAX_COUNT = 200;
const MAX_REASON_CHARACTERS = 200;

type Act = (rest: string, bank: Bank, turn: Turn) => Reply;

/** What may be done with a bank, by the word behind its name. */
const ACTS: Readonly<Record<string, Act>> = {
  make,
  生成: make,
  review: (_rest, bank, turn) => nextToReview(bank, turn),
  审题: (_rest, bank, turn) => nextToReview(bank, turn),
  edit,
  修改: edit,
  add,
  出题: add,
  reject,
  退回: reject,
  publish: (_rest, bank, turn) => publishBank(bank, turn),
  发布: (_rest, bank, turn) => publishBank(bank, turn),
  stats: itemStatisticsFile,
  统计: itemStatisticsFile,
  export: exportGift,
  导出: exportGift,
};

/** `/bank`, `/bank NAME`, `/bank NAME WORD …`: lists banks, shows one, or does something with it. */
export function bankCommand(argument: string, turn: Turn): Reply {
  const { wording, parts, account } = turn;
  const { banks } = parts.state.learning;
  const [name = '', word = ''] = argument.trim().split(/\s+/u);
  if (name === '') return listOf(turn);
  const act = Object.hasOwn(ACTS, word.toLowerCase()) ? ACTS[word.toLowerCase()] : undefined;
  if (!NAME.test(name) || (word !== '' && act === undefined)) return say(turn, wording.bankUsage.join('\n'));
  const isNew = act === make || act === add;
  const bank = isNew ? banks.open(account.channel, name, parts.now()) : banks.find(account.channel, name);
  if (bank === null) return say(turn, wording.noBank(name), wording.bankUsage.join('\n'));
  const rest = argument.trim().slice(name.length).trimStart().slice(word.length).trim();
  return act === undefined ? overview(bank, turn) : act(rest, bank, turn);
}

function listOf(turn: Turn): Reply {
  const { wording, parts, account } = turn;
  const lines = parts.state.learning.banks.list(account.channel).map((bank) => wording.bankLine(countsOf(bank, turn)));
  const [first = '', ...rest] = [...lines, wording.bankUsage.join('\n')];
  return say(turn, first, ...rest);
}

/** Returns the numbers of a bank for its line. */
function countsOf({ id, name, version }: Bank, { parts }: Turn) {
  const items = parts.state.learning.banks.items(id);
  const count = (status: string): number => items.filter((one) => one.status === status).length;
  return { name, version, proposed: count('proposed'), approved: count('approved'), rejected: count('rejected') };
}

function overview(bank: Bank, turn: Turn): Reply {
  const { wording } = turn;
  const counts = countsOf(bank, turn);
  const buttons = counts.proposed > 0 ? [{ label: wording.bankReview, token: `bank:${bank.id}:next` }] : [];
  const publishing = counts.approved > 0 ? [{ label: wording.bankPublish, token: `bank:${bank.id}:publish` }] : [];
  return { ...say(turn, wording.bankLine(counts)), buttons: [...buttons, ...publishing] };
}

/** Proposes items that the reports give, by district, topic, kind, difficulty and number. */
function make(rest: string, bank: Bank, turn: Turn): Reply {
  const { learning } = turn.parts.state;
  const items = withoutIds(turn.parts.service.items(), learning.cards.retired());
  const words = rest.split(/\s+/u);
  const difficulty = words.map((word) => DIFFICULTY_WORDS.get(word.toLowerCase())).find((one) => one !== undefined);
  const difficultyOf = difficultyFor(turn);
  const asHard = difficulty === undefined ? items : items.filter((item) => difficultyOf(item) === difficulty);
  const filter = parseQuizFilter(words.filter((word) => !DIFFICULTY_WORDS.has(word.toLowerCase())).join(' '), asHard);
  const [count = DEFAULT_COUNT] = filter.numbers;
  if (filter.items.length === 0) return say(turn, turn.wording.nothingFits(filter.unknown));
  const inBank = new Set(learning.banks.items(bank.id).map(({ item }) => item.id));
  const fresh = filter.items.filter(({ id }) => !inBank.has(id));
  const drawn = firstOfSpans(shuffled(fresh, `${bank.id} ${inBank.size}`), Math.min(MAX_COUNT, Math.max(1, count)));
  const added = learning.banks.add(bank.id, drawn, { origin: 'made', at: turn.parts.now() });
  const told = say(turn, turn.wording.bankMade(added, bank.name));
  return { ...told, buttons: overview(bank, turn).buttons };
}

/** `N lines`: the item of a number with other words; the checker tells what is wrong with it, and it waits for approval. */
function edit(rest: string, bank: Bank, turn: Turn): Reply {
  const { wording, parts } = turn;
  const number = Number(/^\d{1,5}/u.exec(rest)?.[0] ?? 0);
  const one = parts.state.learning.banks.items(bank.id).find(({ n }) => n === number);
  const text = one === undefined ? null : readEditedItem(rest, textOfItem(one.item));
  if (one === undefined || text === null) return say(turn, wording.bankEditUsage.join('\n'));
  const item = itemOfText(text, one.item.citation);
  if (typeof item === 'string') return say(turn, wording.bankFaults[item]);
  parts.state.learning.banks.change(bank.id, number, { status: 'proposed', item, origin: 'edited' });
  return reviewPage(bank, number, turn);
}

/** Adds an item in the trainer's own words, on the sentence of a report that states its key. */
function add(rest: string, bank: Bank, turn: Turn): Reply {
  const { wording } = turn;
  const text = readOwnItem(rest);
  return text === null ? say(turn, wording.bankEditUsage.join('\n')) : addText(text, bank, turn);
}

/** Adds an item that came as texts; says so where no report states it. */
function addText(text: ItemText, bank: Bank, turn: Turn): Reply {
  const { wording, parts } = turn;
  const library = parts.service.library();
  const source = findSource(text, library);
  const item = source === null ? 'source' : itemOfText(text, source);
  if (typeof item === 'string') return say(turn, wording.bankFaults[item]);
  const { banks } = parts.state.learning;
  banks.add(bank.id, [item], { origin: 'own', at: parts.now() });
  const last = banks.items(bank.id).find((one) => one.item.id === item.id);
  return reviewPage(bank, last?.n ?? 0, turn);
}

function reject(rest: string, bank: Bank, turn: Turn): Reply {
  const [, number = '', reason = ''] = /^(\d{1,5})\s*([\s\S]*)$/u.exec(rest) ?? [];
  const told = reason.trim().slice(0, MAX_REASON_CHARACTERS);
  const change = { status: 'rejected', reason: told === '' ? null : told } as const;
  const isDone = turn.parts.state.learning.banks.change(bank.id, Number(number), change);
  return isDone ? nextToReview(bank, turn) : say(turn, turn.wording.bankEditUsage.join('\n'));
}

/** Gives the published items as a file that other programs import (GIFT). */
function exportGift(_rest: string, bank: Bank, turn: Turn): Reply {
  const items = turn.parts.state.learning.banks.published(bank.id);
  const told = say(turn, turn.wording.bankPublished({ name: bank.name, version: bank.version, items: items.length }));
  return { ...told, file: { name: `${bank.name}.gift.txt`, text: toGift(items.map(textOfItem)) } };
}
