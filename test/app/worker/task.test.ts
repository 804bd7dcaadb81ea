// Faults that are packed, copied as between threads, and unpacked.
import { expect, test } from 'vitest';
import { packError, unpackError } from '../../../src/app/worker/task.ts';
import { AppError } from '../../../src/errors.ts';

const sent = (error: unknown): Error => unpackError(structuredClone(packError(error)));

test('a fault that an operator can mend keeps its class, code, message and place', () => {
  const fault = new AppError('embedder/refused', 'The key is wrong. Set another.', { cause: () => 'cannot be copied' });
  const arrived = sent(fault);
  expect(arrived).toBeInstanceOf(AppError);
  expect(arrived).toMatchObject({ code: 'embedder/refused', message: fault.message, stack: fault.stack });
});

test('a bug stays a bug, with the place where it arose', () => {
  const bug = new RangeError('there is no passage 7');
  const arrived = sent(bug);
  expect(arrived).not.toBeInstanceOf(AppError);
  expect(arrived).toMatchObject({ message: bug.message, stack: bug.stack });
});

test('what is thrown without being an error is message by its words', () => {
  expect(sent('no more').message).toBe('no more');
});
