import type { Problem } from '#domain/risk/json-shape';
import type { Finding } from '#domain/policy/policy-life';
import { placeOf, type SignalLabels } from '#domain/policy/policy-places';
import type { Words } from '#domain/policy/policy-words';

type Names = readonly (string | number)[];
type Says = (names: Names) => Words;

const words = (zh: string, en: string): Words => ({ zh, en });
const fixed =
  (zh: string, en: string): Says =>
  () =>
    words(zh, en);

/** Why a type never enters E (design: risk-model 1). */
const BY_RULE: Readonly<Record<string, Words>> = {
  measure: words(
    '这是措施或办理程序，已由底线与积分体现；计入证据分会使程序自证其罪',
    'it is a measure or a step of the procedure: floors and points count it; scored, the procedure would convict itself',
  ),
  'office-task': words(
    '这是组织应尽的职责，属机关待办，不能算在干部头上',
    'it is a duty of the organisation and an office task, not a fault of the cadre',
  ),
  frankness: words('如实报告和批评与自我批评应当鼓励，计分会使人不敢讲真话', 'frankness is wanted, and scoring it would end it'),
  'no-fault': words('这是意见建议，没有反映过错', 'it is a suggestion and reports no fault'),
  historical: words('所依据的规定已经不再执行，仅供历史查阅', 'the rule behind it no longer holds; it is kept for its history'),
  mitigating: words('它只用于减轻所指信号', 'it only mitigates the signals that it names'),
  'status-setting': words('它只用于改变所指信号的核实状态', 'it only sets the status of the signal that it names'),
};

const SENTENCES: Readonly<Record<string, Says>> = {
  'forbidden-feature': ([name]) =>
    words(
      `“${name}”涉及年龄、健康、出身籍贯、态度、爱好或家庭生活，任何规则都不得据此计分，请删除。`,
      `“${name}” looks at age, health, origin, attitude, hobbies or home life: no policy may score by these; take it out.`,
    ),
  'not-scored-by-rule': ([, because]) => {
    const reason = BY_RULE[String(because)] ?? words('按规定不计分', 'it is not scored by rule');
    return words(`不得赋分：${reason.zh}。请移到“不计分”并写明理由。`, `No weight: ${reason.en}. Move it to “not scored” with the reason.`);
  },
  'code-missing': fixed(
    '信号目录中有这一类，规则却没有说：请赋分，或列入“不计分”并写明理由。',
    'The catalogue has this type and the policy is silent: weigh it, or list it as not scored with the reason.',
  ),
  'class-missing': ([, severity]) => words(`缺少严重程度 ${severity} 级的赋分，请补填。`, `The weight of class ${severity} is missing.`),
  'code-not-in-catalogue': fixed(
    '信号目录中没有这一类，请核对代码或删除。',
    'The catalogue has no such type; check the code or take it out.',
  ),
  'weighted-and-not-scored': fixed('既赋了分又列入“不计分”，只能留一处。', 'It is weighted and not scored; keep one of the two.'),
  'no-weight': fixed('没有填写任何一级的赋分，请补填或列入“不计分”。', 'No class has a weight; fill one in or list it as not scored.'),
  'floor-of-no-measure': fixed(
    '只有措施和处分在影响期内才有底线级别，反映、舆情和查核发现都没有，请删除。',
    'Only measures and sanctions have a floor while they are in force; reports, media and findings have none. Take it out.',
  ),
  'floor-without-end': fixed(
    '这类措施的报送中没有届满日期，这里也没有写明月数，底线级别永远不会生效：请写明月数或删除。',
    'Nobody says when this measure ends, neither its sender nor the months here: the floor would never hold. Give the months, or take it out.',
  ),
  'kind-not-known': (names) =>
    names.length === 0
      ? words('这类措施不分种类，请删除。', 'There are no kinds of this measure; take it out.')
      : words(`没有这一种，只有：${names.join('、')}。`, `There is no such kind, only: ${names.join(', ')}.`),
  missing: fixed('缺少这一项，请补填。', 'It is missing; fill it in.'),
  'unknown-field': fixed('规则中没有这一项，请删除或核对拼写。', 'There is no such field; take it out or check the spelling.'),
  'not-an-integer': ([least, most]) =>
    words(`应为 ${least} 至 ${most} 的整数，不要引号和小数。`, `A whole number from ${least} to ${most}, without quotes.`),
  'out-of-range': ([least, most]) => words(`应在 ${least} 至 ${most} 之间。`, `It has to be between ${least} and ${most}.`),
  'not-a-text': fixed('应填写文字，不能为空。', 'Some text is needed.'),
  'not-one-of-the-values': (names) => words(`只能填写：${names.join('、')}。`, `Only one of: ${names.join(', ')}.`),
  'not-an-object': fixed('应为对象 {…}。', 'An object {…} is needed.'),
  'not-a-list': fixed('应为列表 […]。', 'A list […] is needed.'),
  'not-the-four-levels': fixed(
    '应依次为关注、提醒、函询、重点四级，不多不少。',
    'There are four levels in this order: watch, remind, inquiry, priority.',
  ),
  'thresholds-not-ordered': fixed(
    '门槛须高于本级退出线，并且门槛和退出线都要高于前一级。',
    'A threshold is above its own exit, and both are above those of the level before.',
  ),
  'table-incomplete': ([days]) =>
    words(`应有 ${days} 个数。可以整项删除，由系统补齐。`, `It needs ${days} numbers. Leave the field out and it is filled in.`),
  'not-the-nearest-integer': fixed(
    '与公式算出的数不符。可以整项删除，由系统补齐。',
    'It is not the number that the formula gives. Leave the field out and it is filled in.',
  ),
  'named-twice': fixed('出现了两次，请只保留一个。', 'It is named twice; keep one.'),
  'reporter-kind-missing': fixed('没有规定这类反映人的来源等级，请补填。', 'This kind of reporter has no grade; give it one.'),
  'reporter-kind-not-known': fixed(
    '没有这类反映人，请删除或核对拼写。',
    'There is no such kind of reporter; take it out or check the spelling.',
  ),
  'authority-missing': ([name]) => words(`缺少“${name}”，其决定将没有位次。`, `“${name}” is missing: its decisions would have no rank.`),
  'authority-not-known': ([name]) =>
    words(`没有“${name}”这一级机关，请删除或核对拼写。`, `There is no authority “${name}”; take it out or check the spelling.`),
  'must-be-zero': fixed('按规定不计分，只能填 0。', 'By rule it counts nothing: only 0.'),
  'counts-less-than-the-weaker': fixed('不能低于比它更弱的一级。', 'It cannot count less than the weaker one before it.'),
  'flood-reaches-inquiry': fixed(
    '这样设置，单凭来件数量就能达到函询门槛；须使其单独所得低于函询门槛。',
    'Volume alone would reach the inquiry threshold; what this can give alone has to stay below it.',
  ),
  'json-malformed': fixed('内容不是完整的 JSON。', 'It is not whole JSON.'),
  'key-repeated': fixed('同一处有字段重复，请只保留一个。', 'A field is named twice in one place; keep one.'),
  'nested-too-deeply': fixed('嵌套层数过多。', 'It is nested too deeply.'),
  'key-not-allowed': fixed('不允许使用这个字段名，请删除。', 'This field name is not allowed; take it out.'),
  'text-with-nul': fixed('文字中含有空字符，请删除。', 'The text has a NUL in it; take it out.'),
  'text-not-whole': fixed('文字中含有残缺的字符编码，请重新录入。', 'The text has a broken character in it; type it again.'),
  'number-not-exact': fixed('数字过大，无法准确表示。', 'The number is too large to be exact.'),
};

const otherwise = fixed('不符合填写规则。', 'It does not follow the rules.');

/** One finding in the words of who wrote the document: where, what is wrong, and what to do. */
export function tellFinding({ pointer, code, names = [] }: Problem, labels: SignalLabels): Finding {
  const place = placeOf(pointer, labels).words;
  const sentence = ((Object.hasOwn(SENTENCES, code) ? SENTENCES[code] : undefined) ?? otherwise)(names);
  return { pointer, code, zh: `${place.zh}：${sentence.zh}`, en: `${place.en}: ${sentence.en}` };
}
