// Made-up tables for property tests.

const WORDS = [
  '云溪区',
  '南湖区',
  '产值（亿元）',
  '增速',
  '公园',
  '一般公共预算收入',
  '备注：见下',
  '8.1%',
  '12.5',
  '1,200',
  '2020',
  '2020年',
  '-',
  '单位',
  '亿元',
  '序号',
  '3',
  '完成。',
  '年份',
];

/** A table of random cells, some empty; every row has the same length and no row is empty throughout. */
export function madeGrid(random: () => number): string[][] {
  const width = 1 + Math.floor(random() * 6);
  const height = 1 + Math.floor(random() * 7);
  const pick = (): string => (random() < 0.15 ? '' : (WORDS[Math.floor(random() * WORDS.length)] ?? ''));
  return Array.from({ length: height }, () => {
    const row = Array.from({ length: width }, pick);
    return row.every((cell) => cell === '') ? row.map(() => '公园') : row;
  });
}
