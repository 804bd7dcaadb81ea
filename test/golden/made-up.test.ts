// Questions on the made-up reports with what the direct answer must hold. All but two must be right, so that a change for the
// worse shows and a change in taste does not.
import { expect, test } from 'vitest';
import { ask } from '../support/made-up-context.ts';

/** Question, what `short` must hold (`null`: a refusal), and earlier questions. */
const GOLDEN: readonly (readonly [string, string | null, ...string[]])[] = [
  ['青石区2021年引进了多少个亿元以上项目？', '36个'],
  ['青石区2021年一般公共预算收入是多少？', '27.6亿元'],
  ['青石区2020年一般公共预算收入增长多少？', '5.1%'],
  ['云锦纺织有限公司新增了多少台智能织机？', '320台'],
  ['青石区有多少个老旧小区？', '93个'],
  ['石榴街夜市日均客流有多少人次？', '3.6万人次'],
  ['云桥县茶园面积有多大？', '12.4万亩'],
  ['云桥县2021年旅游收入增长了多少？', '16.2%'],
  ['茶农人均增收多少元？', '3200元'],
  ['望洲区高新技术企业比上年增加多少家？', '29家'],
  ['“海燕计划”给博士多少安家补贴？', '40万元'],
  ['“一张图”工作法由谁牵头？', '陆明川'],
  ['海洋装备产业园的园长是谁？', '沈砚舟'],
  ['梧桐里社区党委书记是谁？', '方知夏'],
  ['青石区政务服务中心什么时候搬入新址？', '2022年3月18日'],
  ['云桥县哪年入选国家生态文明建设示范县？', '2020年11月'],
  ['“三问三清”是什么意思？', '问需求、问堵点、问建议'],
  ['云桥县的“两改一建”指什么？', '改厕所、改圈舍、建庭院'],
  ['“五彩青石”品牌包括哪五个板块？', '金色年华'],
  ['望洲区的三大产业园是哪三个？', '冷链物流'],
  ['青石区老旧小区改造的主要做法有哪些？', '打包立项'],
  ['哪个区建了滨海绿道？', '望洲区'],
  ['各区县新登记了多少户市场主体？', '2380户'],
  ['望洲区和青石区，新登记的市场主体各有多少户？', '6120户'],
  ['那望洲区呢？', '52个', '青石区2021年引进了多少个亿元以上项目？'],
  ['2020年呢？', '25.5亿元', '青石区2021年一般公共预算收入是多少？'],
  ['涉及多少户居民？', '2.8万户', '青石区有多少个老旧小区？'],
  ['How many grid workers does Wangzhou have?', '852名'],
  ['青石区2015年引进了多少个亿元以上项目？', null],
  ['云桥县有多少名医生？', null],
  ['海淀区有多少个老旧小区？', null],
  ['望洲区的“四链四通”是哪四链、哪四通？', null],
];

const MOST_WRONG = 2;

test(`of ${GOLDEN.length} questions all but ${MOST_WRONG} are answered right`, async () => {
  const wrong: string[] = [];
  for (const [question, expected, ...history] of GOLDEN) {
    const answer = await ask(question, ...history);
    const said = answer.status === 'answered' ? answer.short : null;
    const isRight = expected === null ? said === null : said?.includes(expected) === true;
    if (!isRight) wrong.push(`${question} → ${said ?? 'refused'}`);
  }
  expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(MOST_WRONG);
});
