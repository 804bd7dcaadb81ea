import { expect, test } from 'vitest';
import { fromMoodleXml } from '../../../src/quiz/exchange/moodle-xml.ts';

test('what Moodle exports is read: HTML in CDATA, categories and unknown types passed over', () => {
  const xml = `<?xml version="1.0"?><quiz>
<question type="category"><category><text>top</text></category></question>
<question type="multichoice"><name><text>公园</text></name>
<questiontext format="html"><text><![CDATA[<p>柳溪区有几处公园？</p>]]></text></questiontext>
<single>true</single><answer fraction="100"><text>12处</text></answer><answer fraction="0"><text>10处</text></answer></question>
<question type="truefalse"><name><text>x</text></name><questiontext><text>柳溪区有公园。</text></questiontext>
<answer fraction="0"><text>true</text></answer><answer fraction="100"><text>false</text></answer></question>
<question type="ddmarker"><name><text>y</text></name></question></quiz>`;
  expect(fromMoodleXml(xml)).toMatchObject([
    { kind: 'single', topic: '公园', question: '柳溪区有几处公园？', right: ['12处'] },
    { kind: 'true-false', right: ['错误'] },
  ]);
});
