import { createHash } from 'node:crypto';
import { partitionOf } from '#messaging/partition-of';
import kafkaMurmur2 from 'kafkajs/src/producer/partitioners/default/murmur2';

describe('the partition of a key', () => {
  it('is the one that Kafka clients choose, for ten thousand keys of every length', () => {
    for (let i = 0; i < 10_000; i += 1) {
      const key =
        createHash('sha256')
          .update(String(i))
          .digest('hex')
          .slice(0, i % 64) + (i % 3 === 0 ? '干部' : '');
      expect(partitionOf(key, 12)).toBe((kafkaMurmur2(key) & 0x7fffffff) % 12);
    }
  });
});
