import type { Alteration, Verdict } from '#domain/receipt/verify-receipt';
import type { Words } from '#domain/policy/policy-words';
import { stepsOf } from '#domain/risk/json-shape';

const words = (zh: string, en: string): Words => ({ zh, en });

/** What the numbers of a receipt are called; those of `MILLI` are thousandths of a point. */
const FIELDS: Readonly<Record<string, Words>> = {
  part: words('分值', 'points'),
  s: words('赋分', 'score'),
  grade: words('来源等级', 'grade'),
  status: words('核实情况', 'status'),
  matter: words('事项', 'matter'),
  countedIn: words('合并计入的信号', 'letter that counts for the campaign'),
  fresh: words('发生日折算值', 'odds on its day'),
  decayed: words('当日折算值', 'odds on the day of the reading'),
  result: words('整条结果', 'result'),
  e: words('证据分 E', 'E'),
  p: words('优先度 P', 'P'),
  odds: words('几率', 'odds'),
  level: words('级别', 'level'),
  gateOpen: words('函询条件', 'gate'),
  leadingMatter: words('主要事项', 'leading matter'),
  y: words('事项折算值', 'odds of the matter'),
};
const MILLI = ['part', 'e', 'p'];

/** Where and what, in both languages, for one who never saw a receipt. */
export function alterationWords(alteration: Alteration): Words {
  const { line } = alteration;
  const said = saidOf(alteration);
  if (line === undefined) return said;
  const id = line.id === '' ? words('', '') : words(`（条目 ${line.id}）`, ` (entry ${line.id})`);
  return words(`第 ${line.place} 行${id.zh}：${said.zh}`, `Line ${line.place}${id.en}: ${said.en}`);
}

function saidOf({ part, pointer, is, should, code, line }: Alteration): Words {
  switch (part) {
    case 'form':
      return formWords(pointer, code ?? '');
    case 'head':
      return words(
        '抬头被改动：对象、读数日、所知日、规则编号、行数等与出具时的不一致。',
        'the head was altered: subject, day of the reading, day of knowledge, hash of the policy or number of lines is not as issued.',
      );
    case 'policy':
      return words(
        `规则被改动：所附规则的编号应为 ${shown(should)}，实为 ${shown(is)}。`,
        `the policy was altered: its hash should be ${shown(should)}, and is ${shown(is)}.`,
      );
    case 'input':
      return words(
        '依据被改动：该条所列内容或其日志位置与出具时的哈希不符。',
        'an input was altered: the entry or its place in the log does not have the hash with which it was issued.',
      );
    case 'log':
      return line === undefined ? leftOutWords(is) : NOT_IN_LOG;
    case 'order':
      return line === undefined ? countWords(is, should) : ORDER;
    case 'result':
    case 'reading':
      return resultWords(pointer, is, should);
    case 'digest':
      return words(
        `凭据摘要被改动：按全文应为 ${shown(should)}，所写为 ${shown(is)}。`,
        `the digest was altered: of all the rest it should be ${shown(should)}, and it says ${shown(is)}.`,
      );
  }
}

const ORDER = words(
  '与上一行接不上：这一行或上一行被改动，或者其间有行被抽去、插入或调换。',
  'it does not join the line before: one of the two was altered, or a line between them was taken out, put in or moved.',
);

const NOT_IN_LOG = words(
  '与事件日志不符：日志在所列位置没有这一条，或内容不同。',
  'the event log does not have this entry at that place, or has it otherwise.',
);

const leftOutWords = (offset: unknown): Words =>
  words(
    `凭据漏列：日志第 ${shown(offset)} 位有关于该对象的一条，凭据没有。`,
    `the receipt leaves something out: the log has an entry about the subject at ${shown(offset)}.`,
  );

const countWords = (is: unknown, should: unknown): Words =>
  words(
    `凭据应有 ${shown(should)} 行，现有 ${shown(is)} 行：末尾有行被抽去或增加。`,
    `the receipt was issued with ${shown(should)} lines and has ${shown(is)}: lines were taken from its end or added to it.`,
  );

function formWords(pointer: string, code: string): Words {
  const place = pointer === '' ? '/' : pointer;
  if (code === 'missing') return words(`被改动：缺少 ${place}。`, `it was altered: ${place} is missing.`);
  if (code === 'unknown-field') return words(`被改动：${place} 不属于凭据。`, `it was altered: ${place} belongs to no receipt.`);
  return words(`被改动：${place} 的内容不是凭据应有的形式。`, `it was altered: ${place} holds what no receipt has there.`);
}

function resultWords(pointer: string, is: unknown, should: unknown): Words {
  const name = stepsOf(pointer).at(-1) ?? '';
  const field = FIELDS[name] ?? words(pointer, pointer);
  if (is === undefined && should === undefined) {
    return words('读数被改动：所列条目无法计算。', 'the reading was altered: nobody can compute it from these entries.');
  }
  const [stands, follows] = [valueOf(name, is), valueOf(name, should)];
  return words(
    `结果被改动：${field.zh} ${follows} → ${stands}；按所列依据和规则应为 ${follows}。`,
    `a result was altered: ${field.en} ${follows} → ${stands}; ${stands} does not follow from the entries and the policy, ${follows} does.`,
  );
}

function valueOf(name: string, value: unknown): string {
  if (typeof value === 'number' && MILLI.includes(name)) {
    const digits = String(Math.abs(value)).padStart(4, '0');
    return `${value < 0 ? '-' : ''}${digits.slice(0, -3)}.${digits.slice(-3)}`;
  }
  return shown(value);
}

function shown(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'object' && value !== null ? '{…}' : '—';
}

/** Why nothing can be said of a file. */
export function unreadableWords({ because, found = '' }: Extract<Verdict, { kind: 'unreadable' }>): Words {
  switch (because) {
    case 'not-a-receipt':
      return words('这个文件不是六渠评分凭据。', 'This file is no score receipt of Liuqu.');
    case 'other-version':
      return words(
        `凭据的版本是 ${found}，本程序只认得 liuqu.score-receipt.v1；请用与之相配的版本核对。`,
        `The receipt is of the version ${found}; this program reads liuqu.score-receipt.v1 alone. Use one that goes with it.`,
      );
    case 'no-policy':
      return words(
        '凭据没有附规则全文，请用 --policy 另附规则文件。',
        'The receipt comes without its policy: name the file of the policy by --policy.',
      );
  }
}
