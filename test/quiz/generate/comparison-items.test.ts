import { describe, expect, test } from 'vitest';
import { makeItems } from '../../../src/quiz/items.ts';
import { ITEMS, libraryOf } from '../made-up-cases.ts';

describe('a pair of district and practice', () => {
  const pairs = ITEMS.flatMap((item) => (item.subject === 'matching' && item.kind === 'single' ? [item] : []));

  test('is the only right one: no wrong district has the practice that stands beside it', () => {
    expect(pairs.length).toBeGreaterThan(0);
    for (const { options, correct, citation } of pairs) {
      const [, name = ''] = /“([^”]+)/u.exec(options[correct] ?? '') ?? [];
      expect(citation.quote).toContain(name);
      expect(new Set(options.map((option) => option.split('——')[0])).size).toBe(options.length);
    }
  });
});

test('two districts are compared on a topic of which both tell twice', () => {
  const library = libraryOf([
    [
      'a',
      '云岭省清河市柳岸区',
      '甲',
      '柳岸区推行“一窗快办”政务服务审批模式。\n柳岸区推出“项目管家”服务企业帮办代办制度。',
    ],
    [
      'b',
      '云岭省清河市砚山县',
      '乙',
      '砚山县开设“山门代办”政务服务审批窗口。\n砚山县建立“果园管家”服务企业帮办代办机制。',
    ],
  ]);
  const [item] = makeItems(library).filter(({ subject }) => subject === 'comparison');
  expect(item?.question).toMatch(
    /^据2030年的报告，比较(?:柳岸区与砚山县|砚山县与柳岸区)在营商环境方面的做法，各举两点。$/u,
  );
  const cited = item?.kind === 'short-answer' ? item.keyPoints.map(({ citation }) => citation.report.id) : [];
  expect(cited.sort()).toEqual(['a', 'a', 'b', 'b']);
});
