import { createHash } from 'node:crypto';
import { canonicalJson } from '#platform/canonical-json';

/** A JSON value in its one form (RFC 8785), and the SHA-256 of that in hex: the name that the content itself gives. */
export interface NamedJson {
  readonly document: string;
  readonly hash: string;
}

export const hashOf = (document: string): string => createHash('sha256').update(document).digest('hex');

/** @param value a value that came out of JSON */
export function namedJson(value: unknown): NamedJson {
  const document = canonicalJson(value);
  return { document, hash: hashOf(document) };
}
