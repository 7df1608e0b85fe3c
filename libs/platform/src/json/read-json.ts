import { isUtf8 } from 'node:buffer';
import { Problem } from '#platform/http/problem';
import { pointerTo } from '#platform/json/pointer';
import { repeatedKeyIn, type Scanned, scanValue } from '#platform/json/scan-json';

const DEEPEST = 32;
const KEYS_REFUSED = new Set(['__proto__', 'constructor', 'prototype']);
const BYTE_ORDER_MARK = '\uFEFF';

/** @throws Problem 400 for bytes that are not UTF-8 */
export function textOf(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw new Problem(400, 'not-utf-8', '内容不是 UTF-8 编码，请改用 UTF-8 后重新发送。');
  const text = bytes.toString('utf8');
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}

/**
 * Reads one JSON value that means the same to every reader: no repeated key, no key that changes an object's nature,
 * no number that another reader would round, no text that cannot be stored.
 * @throws Problem 400, never anything else (security: B18)
 */
export function readJson(text: string, scanned: Scanned = scanValue(text, 0)): unknown {
  if (scanned.depth > DEEPEST) throw refusal('nested-too-deeply', '', `内容嵌套超过 ${DEEPEST} 层。`);
  const value = parse(text);
  const inspection = new Inspection();
  inspection.look(value);
  if (inspection.members !== scanned.members) throw keyRepeated(text);
  return value;
}

/** Looks at what did not come as JSON text, by the same rules. @throws Problem 400 */
export function inspectValue(value: unknown): void {
  new Inspection().look(value);
}

export const jsonMalformed = (place?: number): Problem =>
  refusal('json-malformed', '', `内容不是完整的 JSON${place === undefined ? '' : `,第 ${place + 1} 个字符附近有误`}。`);

/** The engine's own message quotes the text and is never passed on. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const place = /at position (\d+)/.exec(String(error))?.[1];
    throw jsonMalformed(place === undefined ? undefined : Number(place));
  }
}

function keyRepeated(text: string): Problem {
  const key = repeatedKeyIn(text) ?? '';
  return refusal('key-repeated', '', `字段「${key.slice(0, 40)}」在同一处出现了两次，请只保留一个。`);
}

function refusal(code: string, pointer: string, detail: string): Problem {
  return new Problem(400, code, detail, [{ pointer, code, detail }]);
}

class Inspection {
  members = 0;
  private readonly path: string[] = [];

  look(value: unknown): void {
    if (typeof value === 'string') this.lookAtText(value);
    else if (typeof value === 'number') this.lookAtNumber(value);
    else if (Array.isArray(value)) this.lookAtList(value);
    else if (typeof value === 'object' && value !== null) this.lookAtObject(value as Record<string, unknown>);
  }

  private lookAtObject(object: Readonly<Record<string, unknown>>): void {
    for (const key of Object.keys(object)) {
      this.members += 1;
      this.path.push(key);
      if (KEYS_REFUSED.has(key)) this.refuse('key-not-allowed', '不允许使用这个字段名，请删除。');
      this.lookAtText(key);
      this.look(object[key]);
      this.path.pop();
    }
  }

  private lookAtList(list: readonly unknown[]): void {
    list.forEach((item, at) => {
      this.path.push(String(at));
      this.look(item);
      this.path.pop();
    });
  }

  private lookAtText(text: string): void {
    if (text.includes('\0')) this.refuse('text-with-nul', '文字中含有空字符(NUL)，请删除。');
    if (!text.isWellFormed()) this.refuse('text-not-whole', '文字中含有残缺的字符编码，请重新录入。');
  }

  private lookAtNumber(number: number): void {
    const exact = Number.isInteger(number) ? Number.isSafeInteger(number) : Number.isFinite(number);
    if (!exact) this.refuse('number-not-exact', '数字过大，无法准确表示；编号请用文字形式填写。');
  }

  private refuse(code: string, detail: string): never {
    throw refusal(code, pointerTo(this.path), detail);
  }
}
