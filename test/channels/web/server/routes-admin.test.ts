import { afterAll, beforeAll, expect, test } from 'vitest';
import { manyItems } from '../../../quiz/made-up-items.ts';
import { createWebBench, localOwner, type Person, type WebBench } from '../fixtures.ts';

let bench: WebBench;
let person: Person;
beforeAll(() => {
  bench = createWebBench({ local: true });
  person = localOwner(bench);
});
afterAll(() => bench.remove());

test('a bank is taken away as a file of any format; another name or format is refused', async () => {
  const { banks } = bench.state.learning;
  const bank = banks.open('web', '党建', new Date('2031-03-01T08:00:00Z'));
  banks.add(bank.id, manyItems(2), { origin: 'made', at: new Date('2031-03-01T08:00:00Z') });
  banks.change(bank.id, 1, { status: 'approved' });
  const get = (query: string): Promise<Response> => person.send(`/api/banks/file?${query}`, { method: 'GET' });
  const gift = await get(`name=${encodeURIComponent('党建')}&format=gift`);
  expect(gift.headers.get('content-disposition')).toContain(encodeURIComponent('党建.gift.txt'));
  expect((await gift.text()).match(/=12处/gu)).toHaveLength(1);
  for (const format of ['docx', 'apkg', 'xlsx']) {
    const file = await get(`name=${encodeURIComponent('党建')}&format=${format}`);
    const bytes = new Uint8Array(await file.arrayBuffer());
    expect([file.status, bytes[0], bytes[1]]).toEqual([200, 0x50, 0x4b]);
  }
  expect((await get('name=none&format=gift')).status).toBe(404);
  expect((await get(`name=${encodeURIComponent('党建')}&format=pdf`)).status).toBe(400);
});
