import { at, isObject, type Problem } from '#domain/risk/json-shape';

/**
 * What no policy may look at, as names of fields are spelt: age, health, origin, attitude, hobby, home life.
 * @see design risk-model 9; architecture: lines never crossed
 */
const ENGLISH: ReadonlySet<string> = new Set(
  [
    'age ages birth birthday birthdate birthyear born old elderly young seniority',
    'health healthy ill illness sick sickness disease disability disabled medical pregnant pregnancy',
    'origin origins birthplace hometown native nationality ethnic ethnicity race religion religious gender sex sexual male female',
    'attitude attitudes mood demeanor demeanour personality temper remorse denial',
    'hobby hobbies interest interests leisure pastime lifestyle',
    'home household family families marriage marital married divorced spouse child children private',
  ].flatMap((line) => line.split(' ')),
);

const CHINESE: readonly string[] = [
  '年龄 岁数 出生 生日 年纪 工龄 健康 疾病 病史 病情 残疾 身体 怀孕',
  '籍贯 出身 祖籍 户籍 民族 种族 宗教 信仰 国籍 性别',
  '态度 情绪 性格 悔过 认错 爱好 兴趣 嗜好 生活方式',
  '家庭 婚姻 婚恋 配偶 子女 家属 私生活 隐私',
].flatMap((line) => line.split(' '));

/** `ageWeight`, `age_weight` and `age-weight` name an age; `percentage` and `average` do not. */
function wordsOf(name: string): readonly string[] {
  return name
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u);
}

/** Whether a field of this name would look at what no policy may look at. */
export function isForbidden(name: string): boolean {
  return wordsOf(name).some((word) => ENGLISH.has(word)) || CHINESE.some((word) => name.includes(word));
}

/**
 * Each field anywhere in a document that is named like a forbidden feature.
 * @param known names that the installation itself gives, such as the codes of the catalogue
 */
export function forbiddenFields(json: unknown, known: ReadonlySet<string>, pointer = ''): readonly Problem[] {
  if (Array.isArray(json)) return json.flatMap((member, place) => forbiddenFields(member, known, at(pointer, place)));
  if (!isObject(json)) return [];
  return Object.entries(json).flatMap(([name, member]) => {
    const place = at(pointer, name);
    if (!known.has(name) && isForbidden(name)) return [{ pointer: place, code: 'forbidden-feature', names: [name] }];
    return forbiddenFields(member, known, place);
  });
}
