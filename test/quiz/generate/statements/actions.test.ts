import { describe, expect, test } from 'vitest';
import { actionClauseIn } from '../../../../src/quiz/generate/statements/actions.ts';

describe('an action', () => {
  const action = (plain: string, name: string): string | null =>
    actionClauseIn(plain, { start: plain.indexOf(name), end: plain.indexOf(name) + name.length });

  test('is the clause that names an initiative and opens with its verb', () => {
    expect(action('柳岸区重视服务，推行“项目管家”制度，企业满意。', '项目管家')).toBe('推行“项目管家”制度');
    expect(action('建成公园，也推行“项目管家”制度。', '项目管家')).toBe('推行“项目管家”制度');
  });

  test('is none where the clause has a subject, points back, is dated, or is too long', () => {
    for (const plain of [
      '柳岸区推行“项目管家”制度',
      '推行此“项目管家”制度',
      '推行2029年“项目管家”制度',
      `推行${'又好又快的'.repeat(8)}“项目管家”制度`,
    ]) {
      expect(action(plain, '项目管家'), plain).toBeNull();
    }
  });
});
