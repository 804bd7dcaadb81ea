// Pages of scans are fetched once, however many ask.
import { expect, test, vi } from 'vitest';
import { keepPages } from '../../src/app/page-files.ts';

const order = (page: number | null) => ({ corpus: [], path: 'a.pdf', fileHash: 'f', page, pageCount: 40 });

test('two who ask for one page at once share it, and later ones have it at once', async () => {
  const fetch = vi.fn(async () => new Uint8Array([1]));
  const pages = keepPages(fetch);
  await Promise.all([pages(order(3)), pages(order(3))]);
  expect(await pages(order(3))).toEqual(new Uint8Array([1]));
  expect(fetch).toHaveBeenCalledTimes(1);
});

test('neither files nor failures are kept, nor pages that were asked for long ago', async () => {
  const fetch = vi.fn(async ({ page }: { page: number | null }) => {
    if (page === 7) throw new Error('gone');
    return page === 8 ? null : new Uint8Array([1]);
  });
  const pages = keepPages(fetch);
  for (const page of [null, 7, 8, 1])
    for (let again = 0; again < 2; again += 1) await pages(order(page)).catch(() => null);
  expect(fetch).toHaveBeenCalledTimes(7);
  for (let page = 10; page < 30; page += 1) await pages(order(page));
  await pages(order(1));
  expect(fetch).toHaveBeenCalledTimes(28);
});
