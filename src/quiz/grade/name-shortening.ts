// Shorter forms of a name that are right because the question has said the rest: its place, its level, its class, an office before a person.
import { readWords } from '../../lexicon/words/data-files.ts';
import { fold } from '../../text/normalise.ts';

const MIN_SIGNS = 2;
const COMPANY = /(?:(?:股份|控股)?有限(?:责任)?)?公司$/u;
const CONJUNCTION = /(?<=[\u4e00-\u9fff])[和与及、](?=[\u4e00-\u9fff])/gu;
const LEVEL = /^(?:全国|国家级?|全省|省级|全市|市级)/u;
const AREA_BEFORE = /^[区县市镇](?=[\u4e00-\u9fff]{3,}[局委办部会]$)/u;
/** What the question asks which one of: 哪个镇, 哪所大学. */
const ASKED_CLASS = /哪(?:一)?[个所家座条项支位][\u4e00-\u9fff]{0,4}?(乡镇|街道|大学|学院|镇|乡|村|社区|区|县|市)/u;
/** Its last sign alone tells a university: 江南理工大. */
const UNIVERSITY = /大学$/u;
const IN_BRACKETS = /[([（][^()[\]（）]*[)\]）]/gu;
const LATIN_BESIDE_HAN = /[a-z]{2,}(?=[\u4e00-\u9fff"])|(?<=[\u4e00-\u9fff"])[a-z]{2,}/gu;

const POSTS = readWords('posts.txt').sort((left, right) => right.length - left.length);

/** Returns a name without the place at its head, where the question names that place and enough is left. */
function withoutPlace(name: string, asked: string): string {
  for (let length = name.length - 3; length >= MIN_SIGNS; length -= 1) {
    if (asked.includes(name.slice(0, length))) return name.slice(length);
  }
  return name;
}

/** Returns a name without the class at its end, where the question asks which one of that class. */
function withoutClass(name: string, asked: string): string {
  const kind = ASKED_CLASS.exec(asked)?.[1] ?? '';
  return kind !== '' && name.endsWith(kind) ? name.slice(0, -kind.length) : name;
}

function withoutPost(name: string): string {
  const post = POSTS.find((one) => name.startsWith(one));
  return post === undefined ? name : name.slice(post.length);
}

/** Returns the forms in which an accepted name answers a question, itself first; each of two signs or more. */
export function shorterForms(accepted: string, question: string): string[] {
  const [name, asked] = [fold(accepted).replace(/["']/gu, ''), fold(question)];
  const isOfLevel = /国家级|全国|省级|市级/u.test(asked);
  const steps: readonly ((text: string) => string)[] = [
    (text) => text.replace(CONJUNCTION, ''),
    (text) => text.replace(COMPANY, ''),
    (text) => text.replace(COMPANY, '公司'),
    (text) => text.replace(AREA_BEFORE, ''),
    (text) => text.replace(UNIVERSITY, '大'),
    (text) => (isOfLevel ? text.replace(LEVEL, '') : text),
    (text) => withoutClass(text, asked),
    (text) => withoutPlace(text, asked),
    withoutPost,
  ];
  const forms = [name, ...steps.map((step) => step(name))];
  return [...new Set(forms.flatMap((form) => [form, form.replace(CONJUNCTION, '')]))].filter(
    (form) => form.length >= MIN_SIGNS,
  );
}

/** Returns a typed name without what stands in brackets behind it, and without Latin letters beside its Chinese ones. */
export function plainForms(typed: string): string[] {
  const plain = fold(typed);
  const bare = plain.replace(IN_BRACKETS, '');
  return [...new Set([plain, bare, bare.replace(LATIN_BESIDE_HAN, ''), bare.replace(CONJUNCTION, '')])].filter(
    (form) => form.trim() !== '',
  );
}
