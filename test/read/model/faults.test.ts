import { expect, test } from 'vitest';
import { TooLargeError } from '../../../src/http-client.ts';
import { explainDelay, explainFault } from '../../../src/read/model/faults.ts';

test.each([
  [{ status: 401 }, 'model/refused', 'LLM_API_KEY'],
  [{ statusCode: 403 }, 'model/refused', 'LLM_API_KEY'],
  [{ status: 404 }, 'model/refused', '/v1'],
  [{ status: 307 }, 'model/refused', 'LLM_BASE_URL'],
  [new TooLargeError(9), 'model/refused', 'LLM_BASE_URL'],
  [new SyntaxError('x'), 'model/refused', 'no JSON'],
  [{ status: 422 }, 'model/refused', 'LLM_MODEL'],
  [{ status: 408 }, 'model/unreachable', 'Try again'],
  [{ status: 429 }, 'model/unreachable', 'Try again'],
  [{ status: 503 }, 'model/unreachable', 'Try again'],
  [new Error('x'), 'model/unreachable', 'connection failed'],
  [undefined, 'model/unreachable', 'LLM_BASE_URL'],
])('explains %o', (cause, code, remedy) => {
  const fault = explainFault(cause);
  expect(fault.code).toBe(code);
  expect(fault.message).toContain(remedy);
  expect(fault.cause).toBe(cause);
});

test('finds the reason of a failed connection down the chain of causes, and repeats no other words', () => {
  const cause = new Error('Bearer secret-key', { cause: Object.assign(new Error('inner'), { code: 'ECONNREFUSED' }) });
  expect(explainFault(cause).message).toContain('ECONNREFUSED');
  expect(explainFault(cause).message).not.toContain('secret-key');
});

test('a delay names its limit', () => {
  expect(explainDelay(750)).toMatchObject({ code: 'model/unreachable', message: expect.stringContaining('750 ms') });
});
