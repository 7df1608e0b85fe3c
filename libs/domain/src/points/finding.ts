import { FINDING_SENTENCES, type FindingCode } from '#domain/points/finding-sentences';

/** One thing that a scheme lacks or has wrong, for its author. */
export interface Finding {
  /** JSON Pointer (RFC 6901) to the place. */
  readonly pointer: string;
  readonly code: FindingCode;
  readonly zh: string;
  readonly en: string;
}

/** @param about what the sentence names: a key, a code, a field with its value */
export function finding(pointer: string, code: FindingCode, about = ''): Finding {
  const [zh, en] = FINDING_SENTENCES[code];
  return { pointer, code, zh: zh.replaceAll('%', about), en: en.replaceAll('%', about) };
}
