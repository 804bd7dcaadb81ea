// Yes or no, over the made-up reports: only as far as the cited words prove it.
import { describe, expect, test } from 'vitest';
import { answered, ask, refused } from '../support/made-up-context.ts';

describe('a figure that is put forward', () => {
  test.each([
    ['青石区2021年引进亿元以上项目是不是36个？', /^是，36个/],
    ['青石区2021年引进亿元以上项目是40个吗？', /^不是，原文为36个/],
    ['望洲区高新技术企业超过100家了吗？', /^是，117家/],
    ['望洲区高新技术企业有没有超过200家？', /^不是，原文为117家/],
    ['石榴街夜市营业额有没有超过900万元？', /^是，突破900万元/],
    ['石榴街夜市营业额达到1000万元了吗？', /900万元/],
  ])('%s', async (question, expected) => {
    expect(answered(await ask(question)).short).toMatch(expected);
  });

  test('of another thing proves no "no"', async () => {
    const answer = await ask('青石区的幼儿园是5所吗？');
    expect(answer.status === 'answered' && /^(?:不)?是，/.test(answer.short)).toBe(false);
  });
});

describe('something that is so', () => {
  test('is answered by a yes where one sentence says all of it', async () => {
    expect(answered(await ask('青石区是否推行“一张图”工作法？')).short).toMatch(/^是，.*“一张图”工作法/);
    expect(answered(await ask('云桥县有没有推出“茶园管家”服务？')).short).toMatch(/^有，.*“茶园管家”/);
  });

  test('is not affirmed by a plan', async () => {
    expect(answered(await ask('海上风电基地投产了吗？')).short).not.toMatch(/^是，/);
  });

  test('that no report names is said not to be mentioned, never to be false', async () => {
    const { message, rule } = refused(await ask('青石区有没有机场？'));
    expect([rule, message.includes('没有提到“机场”')]).toEqual(['notMentioned', true]);
  });
});
