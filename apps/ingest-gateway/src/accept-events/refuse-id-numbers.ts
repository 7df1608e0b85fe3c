import { Problem } from '#platform/http/problem';
import { idNumberIsWhole } from '#vault/cadre-token';
import { pointerTo } from '#platform/json/pointer';

const EIGHTEEN = /(?<!\d)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/g;
const SHORTEST = 18;

/**
 * Raw ID numbers never reach a topic (design: architecture 5), so none may stand in a text beside its own field.
 * @throws Problem 400 `id-number-outside-its-field`
 */
export function refuseIdNumbers(value: unknown, path: readonly string[] = []): void {
  if (typeof value === 'string') {
    if (value.length >= SHORTEST && holdsIdNumber(value)) throw outsideItsField(path);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) refuseIdNumbers(inner, [...path, key]);
}

function holdsIdNumber(text: string): boolean {
  return (text.match(EIGHTEEN) ?? []).some((found) => idNumberIsWhole(found.toUpperCase()));
}

function outsideItsField(path: readonly string[]): Problem {
  const code = 'id-number-outside-its-field';
  const detail = '公民身份号码只能填写在反映对象的「公民身份号码」一栏，请从此处删除。';
  return new Problem(400, code, detail, [{ pointer: pointerTo(path), code, detail }]);
}
