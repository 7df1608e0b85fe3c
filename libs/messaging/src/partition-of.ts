const SEED = 0x9747b28c;
const M = 0x5bd1e995;

function mix(hash: number, word: number): number {
  let k = Math.imul(word, M);
  k ^= k >>> 24;
  return Math.imul(hash, M) ^ Math.imul(k, M);
}

function murmur2(key: Buffer): number {
  const whole = key.length & ~3;
  let hash = SEED ^ key.length;
  for (let at = 0; at < whole; at += 4) hash = mix(hash, key.readInt32LE(at));
  const rest = key.length - whole;
  if (rest > 0) {
    for (let byte = rest - 1; byte >= 0; byte -= 1) hash ^= (key[whole + byte] ?? 0) << (8 * byte);
    hash = Math.imul(hash, M);
  }
  hash ^= hash >>> 13;
  hash = Math.imul(hash, M);
  return hash ^ (hash >>> 15);
}

/** The partition of a key: Kafka's own rule (murmur2, sign bit dropped, modulo), so a stream can move from one log to the other. */
export function partitionOf(key: string, partitions: number): number {
  return (murmur2(Buffer.from(key)) & 0x7fffffff) % partitions;
}
