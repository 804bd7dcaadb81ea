// Items on a made-up text about one district, beside reports on its neighbours from which wrong answers can be drawn.
import { poolsOf } from '../../src/quiz/generate/pools.ts';
import { sourcesOf } from '../../src/quiz/generate/statements/sources.ts';
import { makeItems } from '../../src/quiz/items.ts';
import type { Item } from '../../src/quiz/types.ts';
import { libraryOf } from './made-up-cases.ts';

/** Neighbours with dates, counts and shares. */
export const COUNTING = [
  [
    'b',
    '云岭省清河市砚山县',
    '乙',
    '2027年3月，砚山县果园冷链中心建成投用。\n砚山县建成果园31个、冷库24个，占全县的36.5%。',
  ],
  [
    'c',
    '云岭省泽川市荷园区',
    '丙',
    '2028年5月，荷园区滨河步道建成通车。\n荷园区建成步道38个、码头47个，占全区的41.2%。',
  ],
  [
    'd',
    '云岭省泽川市双塔新区',
    '丁',
    '2029年7月，双塔新区会客厅建成投用。\n双塔新区占全市的33.8%。双塔新区绿化面积占全市的46.7%。',
  ],
] as const;

/** Neighbours with lists like those of the first district. */
export const LISTING = [
  ['b', '云岭省清河市砚山县', '乙', '砚山县建立“一站收、一网管、一家评”工作机制。\n砚山县建成果园31个、冷库24个。'],
  ['c', '云岭省泽川市荷园区', '丙', '荷园区建立“一键报、一线查、一案结”工作机制。\n荷园区建成步道38个、码头17个。'],
] as const;

type Reports = readonly (readonly [string, string, string, string])[];

/** Items on a text about the first district, beside reports on others. */
export const itemsOn = (text: string, others: Reports): Item[] =>
  makeItems(libraryOf([['a', '云岭省清河市柳岸区', '柳岸区近况', text], ...others])).filter(
    ({ district }) => district === '云岭省清河市柳岸区',
  );

/** The items of one kind. */
export const ofKind = <Kind extends Item['kind']>(items: readonly Item[], kind: Kind): (Item & { kind: Kind })[] =>
  items.flatMap((item) => (item.kind === kind ? [item as Item & { kind: Kind }] : []));

/** The questions about a subject that a text gives beside the counting neighbours. */
export const asked = (text: string, subject: Item['subject']): string[] =>
  itemsOn(text, COUNTING).flatMap((item) => (item.subject === subject ? [item.question] : []));

const LIUAN = '云岭省清河市柳岸区';
const OWN = '柳岸区推行“项目管家”制度。\n柳岸区建立“一门进、一窗办、一次结”工作机制。';
/** Neighbours with initiatives like those of the first district. */
export const PRACTISING = [
  ['b', '云岭省清河市砚山县', '乙', '砚山县推行“果园管家”制度。\n砚山县建立“一站收、一网管、一家评”工作机制。'],
  ['c', '云岭省泽川市荷园区', '丙', '荷园区推行“楼栋管家”制度。\n荷园区建立“一键报、一线查、一案结”工作机制。'],
  ['d', '云岭省泽川市双塔新区', '丁', '双塔新区推行“商户管家”制度。'],
] as const;

/** Pools of the made-up reports, with more that is said of the first district. */
export function poolsWith(more: string) {
  const library = libraryOf([['a', LIUAN, '甲', OWN], ['a2', LIUAN, '甲二', `柳岸区近况不错。${more}`], ...PRACTISING]);
  const pools = poolsOf(sourcesOf(library, null));
  const [source] = pools.on(LIUAN);
  const initiative = pools.initiatives.find(({ name }) => name === '项目管家');
  if (!source || !initiative) throw new Error('the made-up report lacks its initiative');
  return { pools, source, initiative };
}
