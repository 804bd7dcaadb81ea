// Districts by name: the one entrance for other folders. The work is done in the files named here.
export { type DistrictClues, type InferredDistrict, inferDistrict } from './district-inference.ts';
export {
  type DistrictFinder,
  type DistrictMention,
  districtFinder,
  findDistrictMentions,
  foreignDistrictIn,
} from './district-mentions.ts';
export { type DistrictNames, type DistrictParts, districtNames, partsOf } from './district-names.ts';
