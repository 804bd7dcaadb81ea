import { expect, test } from 'vitest';
import { manyItems, single } from '../../../quiz/made-up-items.ts';
import { after, NOW, useLearning } from '../../support/learning.ts';

const { kept, restart } = useLearning();
const banks = () => kept.state.learning.banks;

test('a bank holds items once each, in their order, and outlives a restart', () => {
  const bank = banks().open('test', '党建', NOW);
  expect(banks().add(bank.id, manyItems(3), { origin: 'made', at: NOW })).toBe(3);
  expect(banks().add(bank.id, manyItems(4), { origin: 'made', at: NOW })).toBe(1);
  restart();
  expect(
    banks()
      .items(bank.id)
      .map(({ n, status }) => [n, status]),
  ).toEqual([1, 2, 3, 4].map((n) => [n, 'proposed']));
  expect(banks().find('test', '党建')).toEqual({ id: bank.id, channel: 'test', name: '党建', version: 0 });
  expect(banks().find('web', '党建')).toBeNull();
  expect(banks().list('test')).toHaveLength(1);
});

test('a version holds what was approved then, whatever changes later', () => {
  const bank = banks().open('test', '党建', NOW);
  banks().add(bank.id, manyItems(3), { origin: 'made', at: NOW });
  banks().change(bank.id, 1, { status: 'approved' });
  banks().change(bank.id, 2, { status: 'rejected', reason: '题意不清' });
  expect(banks().publish(bank.id, after(1))).toBe(1);
  banks().change(bank.id, 1, { status: 'rejected' });
  expect(
    banks()
      .published(bank.id)
      .map(({ id }) => id),
  ).toEqual(['item-0']);
  expect(banks().items(bank.id)[1]).toMatchObject({ status: 'rejected', reason: '题意不清' });
  expect(banks().publish(bank.id, after(2))).toBe(2);
  expect(banks().published(bank.id)).toEqual([]);
  expect(banks().byId(bank.id)?.version).toBe(2);
});

test('an edited item takes the place of the one before', () => {
  const bank = banks().open('test', '党建', NOW);
  banks().add(bank.id, manyItems(1), { origin: 'made', at: NOW });
  expect(banks().change(bank.id, 1, { status: 'proposed', item: single(9) })).toBe(true);
  expect(banks().items(bank.id)[0]).toMatchObject({ origin: 'edited', item: { id: 'item-9' } });
  expect(banks().change(bank.id, 7, { status: 'approved' })).toBe(false);
});
