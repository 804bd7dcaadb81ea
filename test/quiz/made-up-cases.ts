// Reports on four districts that do not exist, rich in what quizzes are made of. Nothing here is true.
import { documentLibrary } from '../../src/ingest/documents.ts';
import { type ItemSource, sourcesOf } from '../../src/quiz/generate/statements/sources.ts';
import { makeItems } from '../../src/quiz/items.ts';
import type { Item } from '../../src/quiz/types.ts';
import type { Library, ReportId } from '../../src/types.ts';

const LIUAN = `柳岸区：老厂区里长出新街区

一、把企业请进来
2029年，柳岸区新引进亿元以上项目34个，总投资168.5亿元，引进科技型企业126家。
柳岸区在全市率先推行“项目管家”制度，为每个重点项目配备一名干部全程代办。
全区共有高新技术企业215家，占全市的31.4%。
去年，柳岸区一般公共预算收入完成23.6亿元，同比增长7.2%。
柳岸区委书记陈望舒说，企业的事就是全区的事。

二、把小区改出来
去年9月，柳岸区启动“邻里客厅”改造行动，对58个老旧小区进行整体更新。
柳岸区坚持“先问民意、后定方案”的原则，改造前逐户征求居民意见。
改造实行议、选、建、评“四步工作法”流程，每一步都张榜公布。
该区大力实施道路畅通、管网更新、绿化提质、停车扩容“四大工程”，惠及居民2.4万户。
他说，改造以后，来散步的人多了。

三、把服务送到家
柳岸区优化营商环境，开设“一窗快办”审批专区。
柳岸区建立“一门进、一窗办、一次结”工作机制，政务服务事项网上可办率达到96%。
社区食堂怎么办？柳岸区的做法有三条。
一是政府建场地，把闲置房屋改成食堂。
二是企业管运营，引进专业餐饮公司。
三是邻里当评委，每月评一次饭菜。
`;

const YANSHAN = `砚山县：石头缝里种出金果子

砚山县地处山区。
2029年，砚山县新建标准果园41个，总投资152.3亿元，引进科技型企业98家。
砚山县推行“果园管家”服务模式，组织技术员到户指导。
砚山县创新开展“春苗行动”，为果农培训1860人次。
砚山县建立“县统筹、乡主战、村落实”推进机制，把任务分到每个山头。
砚山县优化营商环境，推行“山门代办”服务模式。
砚山县着力发展鲜果、果酒、果醋、果脯四大主导产业。
截至2030年3月底，砚山县共有果业合作社312家，同比增长12.5%。
2029年10月，砚山县果业博览园建成开园。
砚山县坚持“绿水变红利”理念，发展生态旅游。
`;

const HEYUAN = `荷园区：从一座桥开始的更新

2028年，荷园区完成固定资产投资138.7亿元，同比下降3.1%。
荷园区推行“楼长负责”制度，把党员干部派到每栋楼。
荷园区新建便民驿站22个。
荷园区成立“青年夜校”平台，开设课程27门。
荷园区开展“暖巢行动”，为62个老旧小区加装扶手。
荷园区建立“街道吹哨、部门应答”协调机制，解决居民问题1245个。
荷园区优化营商环境，推出“解忧早茶”惠企活动。
荷园区建立“一键报、一线查、一案结”办理机制。
荷园区着力打造观光码头、水上集市、滨河步道“三大场景”，夜间客流明显增加。
荷园区共有规模以上工业企业187家，占全市的28.6%。
2028年6月，荷园区滨河步道建成通车。
荷园区科技局局长林一帆介绍，全区研发机构达到143家。
`;

const SHUANGTA = `双塔新区：园区里的服务账

2029年，双塔新区引进亿元以上项目29个，注册资金95.2亿元。
双塔新区实施“星火计划”，培育创业团队240个。
双塔新区推行“承诺即开工”模式，审批时间压缩六成。
双塔新区构建“管委会+平台公司+产业基金”运行模式，盘活闲置厂房16.8万平方米。
双塔新区建成“企业会客厅”服务平台，接待企业来访1520家。
双塔新区优化营商环境，推行“专员到家”帮办制度。
双塔新区建立“一站收、一网管、一家评”反馈机制。
双塔新区园区污水处理率达到98%。
双塔新区党工委书记宋清川到企业调研。

2030年重点工作
新引进亿元以上项目50个，培育创业团队400个。
双塔新区改造提升老旧厂房和仓库38栋。
`;

const CASES = [
  ['liuan', '云岭省清河市柳岸区', '柳岸区：老厂区里长出新街区', LIUAN],
  ['yanshan', '云岭省清河市砚山县', '砚山县：石头缝里种出金果子', YANSHAN],
  ['heyuan', '云岭省泽川市荷园区', '荷园区：从一座桥开始的更新', HEYUAN],
  ['shuangta', '云岭省泽川市双塔新区', '双塔新区：园区里的服务账', SHUANGTA],
] as const;

/** A library of reports: id, full name of the district, title and text of each; published in May 2030. */
export function libraryOf(reports: readonly (readonly [string, string, string, string])[]): Library {
  return documentLibrary(
    reports.map(([id, district, title, text]) => ({
      id: id as ReportId,
      path: `${id}.txt`,
      text,
      given: { title, district, publishedOn: '2030-05' },
    })),
  );
}

/** The library of the four made-up reports. */
export const LIBRARY: Library = libraryOf(CASES);

/** Its items. */
export const ITEMS: readonly Item[] = makeItems(LIBRARY);

/** A report of the given text on a district, as the makers read it. */
export function sourceOf(text: string, district = '云岭省清河市柳岸区'): ItemSource {
  const [source] = sourcesOf(libraryOf([['alone', district, '近况', text]]), null);
  if (!source) throw new Error('no source');
  return source;
}
