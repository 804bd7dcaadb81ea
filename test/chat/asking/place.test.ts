import { expect, test } from 'vitest';
import { clip, shortDistrict, sourceLabel, subjectOf } from '../../../src/chat/asking/place.ts';
import { report } from '../fixtures.ts';

test.each([
  ['江苏省徐州市泉山区', '泉山区'],
  ['四川省乐山市市中区', '市中区'],
  ['湖南省津市市', '津市市'],
  ['湖南省常德市津市市', '津市市'],
  ['浙江省杭州市', '杭州市'],
  ['内蒙古自治区呼和浩特市新城区', '新城区'],
  ['湖北省恩施土家族苗族自治州来凤县', '来凤县'],
  ['河南省三门峡市三门峡经济开发区', '三门峡经济开发区'],
  ['塔山县', '塔山县'],
])('%s is called %s', (fullName, shortName) => {
  expect(shortDistrict(fullName)).toBe(shortName);
});

test('a clipped text keeps its length limit and whole characters', () => {
  expect(clip('公园十二处', 5)).toBe('公园十二处');
  expect(clip('公园十二处', 4)).toBe('公园十…');
  for (let length = 1; length < 9; length += 1) {
    const clipped = clip('🏞️🏞️🏞️🏞️', length);
    expect(clipped.length).toBeLessThanOrEqual(length);
    expect(clipped).not.toMatch(/\p{Cs}/u);
  }
});

test('a source is named by title, district and date, as far as they are known', () => {
  expect(sourceLabel(report())).toBe('柳溪区建设公园的做法 · 云岭省清河市柳溪区 · 2032');
  expect(sourceLabel(report({ district: null, publishedOn: null, title: '一\n二' }))).toBe('一 二');
  expect(sourceLabel(report({ title: ' ', district: null, publishedOn: null }))).toBe('liuxi.md');
});

test('of a scan it says so, with how sure the recognition was, and that doubtful words want a check', () => {
  const scan = report({ isScanned: true, district: null, publishedOn: null });
  expect(sourceLabel(scan)).toBe('柳溪区建设公园的做法 · 扫描件识别（OCR）');
  expect(sourceLabel(scan, 0.974)).toBe('柳溪区建设公园的做法 · 扫描件识别（OCR 97%）');
  expect(sourceLabel(scan, 0.71)).toContain('OCR 71%，请核对原页');
  expect(sourceLabel(report({ district: null, publishedOn: null }), 0.71)).toBe('柳溪区建设公园的做法');
});

test('the subject of a question is its districts and period, or the question where there are none', () => {
  expect(
    subjectOf({ question: '问', districts: ['云岭省清河市柳溪区', '云岭省塔山县'], period: '2031', language: 'zh' }),
  ).toBe('柳溪区、塔山县 · 2031');
  expect(subjectOf({ question: '公园有几处', districts: [], period: null, language: 'zh' })).toBe('公园有几处');
});
