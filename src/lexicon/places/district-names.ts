// The names under which people speak of a district, made from its full name: 江苏省徐州市泉山区 → 徐州泉山区, 泉山区, 泉山.
// It needs no list of divisions: only how such names are built. Finding them in a text is district-mentions.ts's work.
import { shortNameOf } from './divisions.ts';

/** A full name taken apart. */
export interface DistrictParts {
  /** Province, autonomous region or municipality (`江苏省`, `北京市`), empty if the name starts lower. */
  readonly province: string;
  /** Prefecture-level city (`徐州市`), empty if there is none. */
  readonly city: string;
  /** The district itself (`泉山区`, `三门峡经济开发区`); the city or province where the name ends there. */
  readonly name: string;
}

/** Names of a district. */
export interface DistrictNames {
  /** As one would say it in an answer: 泉山区. */
  readonly display: string;
  /** All names, longest first, from the full name down to the shortest that still names it (泉山). */
  readonly names: readonly string[];
}

const FULL_NAME =
  /^(?<province>.{2,6}?(?:省|自治区|特别行政区)|(?:北京|天津|上海|重庆)市)?(?<city>.{2,9}?(?:市(?!场)|自治州|地区|盟(?=.)))?(?<name>.*)$/u;

/** The kinds of development zone: the official end of the name and what people make of it. */
const ZONE_KINDS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/经济技术开发区$/, ['经济技术开发区', '经济开发区', '经开区', '开发区']],
  [/经济开发区$/, ['经济开发区', '经开区', '开发区']],
  [
    /(?:高新技术产业|高新技术|高技术产业)(?:开发区|园区)$/,
    ['高新技术产业开发区', '高新技术开发区', '高新技术产业园区', '高新区', '高新开发区'],
  ],
  [/高新区$/, ['高新技术产业开发区', '高新技术开发区', '高新区']],
  [/经开区$/, ['经济技术开发区', '经济开发区', '经开区', '开发区']],
];

/**
 * Takes a full name apart by its suffixes.
 * @example partsOf('江苏省徐州市泉山区') // => { province: '江苏省', city: '徐州市', name: '泉山区' }
 */
export function partsOf(fullName: string): DistrictParts {
  const { province = '', city = '', name = '' } = FULL_NAME.exec(fullName)?.groups ?? {};
  if (name !== '') return { province, city, name };
  return city === '' ? { province, city: '', name: province } : { province, city: '', name: city };
}

/** 三门峡经济开发区 → 三门峡 + each way to say the kind; null for what is no zone. */
function zoneNames(name: string, above: string): readonly string[] | null {
  for (const [kind, ways] of ZONE_KINDS) {
    if (!kind.test(name)) continue;
    const head = name.replace(kind, '').replace(/市$/, '');
    const place = head === '' ? shortNameOf(above) : head;
    const ownPlace = place !== '' && (head === '' || head === shortNameOf(above)) ? [place] : [];
    return [...ways.map((way) => place + way), name, ...ownPlace, ...ways.filter((way) => way !== '开发区')];
  }
  return null;
}

/**
 * Returns the names of a district.
 * @param fullName as exact as known: `江苏省徐州市泉山区`, `徐州市泉山区`, `泉山区`
 * @example districtNames('江苏省徐州市泉山区').names // => ['江苏省徐州市泉山区', '江苏徐州泉山区', '徐州市泉山区', …, '泉山']
 */
export function districtNames(fullName: string): DistrictNames {
  const { province, city, name } = partsOf(fullName);
  const own = zoneNames(name, city || province) ?? [name, shortNameOf(name)];
  const heads = [province + city, shortOr(province) + shortOr(city), city, shortOr(city), province, shortOr(province)];
  const whole = own.flatMap((ending) =>
    heads.filter((head) => head !== '' && head !== ending).map((head) => head + ending),
  );
  const names = [...new Set([fullName, ...whole, ...own])].filter((each) => each.length >= 2);
  return { display: name, names: names.sort((left, right) => right.length - left.length) };
}

function shortOr(name: string): string {
  return name === '' ? '' : shortNameOf(name);
}
