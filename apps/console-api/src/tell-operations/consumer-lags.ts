import { Inject, Injectable } from '@nestjs/common';
import type { OperationsAnswer } from '#contracts/console/operations';
import { TOPICS } from '#contracts/topics';
import { lagOf } from '#messaging/consumer-lag';
import { EventLog } from '#messaging/event-log';
import { Offsets } from '#messaging/offsets';
import { Clock } from '#platform/time/clock';
import { inTime } from './in-time';

const CONSUMERS = TOPICS.flatMap(({ name: topic, readers }) => readers.map((group) => ({ group, topic })));

type ConsumerLag = OperationsAnswer['consumers'][number];

/** How far each group of the installation is behind, each over all its members. */
@Injectable()
export class ConsumerLags {
  constructor(
    @Inject(EventLog) private readonly log: EventLog,
    @Inject(Offsets) private readonly offsets: Offsets,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async all(): Promise<{ readonly at: Date; readonly consumers: ConsumerLag[] }> {
    const consumers = await Promise.all(CONSUMERS.map(async (consumer) => this.one(consumer)));
    return { at: this.clock.now(), consumers };
  }

  private async one({ group, topic }: (typeof CONSUMERS)[number]): Promise<ConsumerLag> {
    const lag = await inTime(lagOf(this.log, this.offsets, topic, group), undefined);
    if (lag === undefined) return { group, topic, behind: null, oldest: null };
    const oldest = lag.oldest === undefined ? 0 : Math.max(0, Math.floor((this.clock.now().getTime() - lag.oldest.getTime()) / 1_000));
    return { group, topic, behind: lag.records, oldest };
  }
}
