import { describe, expect, test } from 'vitest';
import { extractMail } from '../../../src/ingest/formats/mail.ts';
import { isMime, readMime } from '../../../src/ingest/formats/mime.ts';
import { madeMail } from './made-office.ts';

const TEXT = '云溪区一年新建口袋公园12个，居民满意度位居全市第二。';

describe('a mail', () => {
  test('has its subject, its day and its text; its files are parts of their own', () => {
    const mail = madeMail(TEXT, [{ name: '公园.txt', content: Buffer.from('甲') }]);
    expect(isMime(mail)).toBe(true);
    expect(extractMail(mail)).toMatchObject({
      text: TEXT,
      fields: { title: '公园简报', publishedOn: 'Wed, 03 Aug 2022 12:24:18 +0800' },
    });
    expect(readMime(mail).parts.map(({ fileName, content }) => [fileName, content.toString()])).toEqual([
      [null, `${TEXT}\r\n`],
      ['公园.txt', '甲'],
    ]);
  });

  test('that is a saved page is read as the page', () => {
    const page = Buffer.from(`<h1>公园</h1><p>${TEXT}`).toString('base64');
    const saved = `MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${page}\n--b--\n`;
    expect(extractMail(Buffer.from(saved)).text).toBe(`# 公园\n${TEXT}`);
  });

  test('is not what a plain text with a colon is', () => {
    expect(isMime(Buffer.from('标题：公园\n来源：区政府\n'))).toBe(false);
  });
});
