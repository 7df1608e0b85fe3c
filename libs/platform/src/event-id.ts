import { createHash } from 'node:crypto';

/** The first 128 bits of a hash, written as a UUID. */
export function uuidOf(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Identity of an event: the first 128 bits of SHA-256(source ‖ 0x00 ‖ id) (design: architecture 5). */
export const eventIdOf = (source: string, id: string): string => uuidOf(source, id);
