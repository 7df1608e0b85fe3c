/** Where each group's next read begins; moved only inside the transaction that stores what was read. */
export abstract class Offsets {
  /** The next offset wanted, or null when the group never read the partition. */
  abstract next(group: string, topic: string, partition: number): Promise<number | null>;

  /** The same for all partitions that the group has read, by partition. */
  abstract positions(group: string, topic: string): Promise<ReadonlyMap<number, number>>;
}
