import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { packFile, uploadFile } from '../../../src/channels/dingtalk/files.ts';

test('a file of a form that DingTalk takes stays as it is', async () => {
  expect(await packFile('a.DOC', '正文')).toMatchObject({ name: 'a.DOC', ending: 'doc', bytes: Buffer.from('正文') });
});

test('any other file comes in an archive, whole', async () => {
  const { name, ending, bytes } = await packFile('数据.json', '{"a":1}');
  expect([name, ending]).toEqual(['数据.json.zip', 'zip']);
  expect(await (await JSZip.loadAsync(bytes)).file('数据.json')?.async('string')).toBe('{"a":1}');
});

test('an upload that is declined sends no message', async () => {
  const declined = { code: 40_035, message: 'no', body: {} };
  expect(await uploadFile({ name: 'a.csv', text: 'a' }, { upload: async () => declined })).toEqual({
    failed: declined,
  });
});
