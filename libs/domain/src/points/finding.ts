import type { Finding } from '#domain/policy/policy-life';
import { FINDING_SENTENCES, type FindingCode } from '#domain/points/finding-sentences';

/** One thing that a scheme lacks or has wrong, for its author.
 * @param about what the sentence names: a key, a code, a field with its value */
export function finding(pointer: string, code: FindingCode, about = ''): Finding {
  const [zh, en] = FINDING_SENTENCES[code];
  return { pointer, code, zh: zh.replaceAll('%', about), en: en.replaceAll('%', about) };
}
