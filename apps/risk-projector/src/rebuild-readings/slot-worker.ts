import { setTimeout as sleep } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { RISK_SIGNALS } from '#contracts/topics';
import { EventLog, LogGap, type LogScan } from '#messaging/event-log';
import { Database } from '#persistence/database';
import { askedBy, certifySlot } from '../certify-slot/certify-slot';
import { FILL_SIZES, fillSlot } from '../fill-slot/fill-slot';
import { followLog } from '../follow-log/follow-log';
import { type ReadingSlot, SlotTaken, slotsThatAre } from '../reading-slots/reading-slot';

const IDLE_MS = 1_000;
const FOLLOW_MS = 100;
const GAP_MS = 5_000;
const RECORDS_AT_ONCE = 500;
const LOCK = 'other reading slot';

type OtherSlot = Awaited<ReturnType<typeof slotsThatAre>>[number];

/**
 * Works on the slot that is not live: fills it, follows the log, makes the certificates that are asked for. Of several processes one
 * does; when it ends, another takes over where it was.
 */
@Injectable()
export class SlotWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(SlotWorker.name);
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly log: EventLog,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private get isStopping(): boolean {
    return this.stopping.signal.aborted;
  }

  private async run(): Promise<void> {
    while (!this.isStopping) {
      try {
        if (await this.other()) await this.database.alone(LOCK, async () => this.serve());
      } catch (error) {
        if (!this.isStopping) this.logger.warn(`the other slot waits: ${String(error)}`);
      }
      await this.rest(IDLE_MS);
    }
  }

  private async other(): Promise<OtherSlot | undefined> {
    const [slot] = await slotsThatAre(this.database, ['filling', 'ready', 'standby']);
    return slot;
  }

  /** As long as there is something to work on. */
  private async serve(): Promise<void> {
    const scan = await this.log.openScan(RISK_SIGNALS);
    try {
      for (let slot = await this.other(); slot && !this.isStopping; slot = await this.other()) await this.workOn(slot, scan);
    } finally {
      await scan.close();
    }
  }

  private async workOn(slot: OtherSlot, scan: LogScan): Promise<void> {
    try {
      await this.step(slot, scan);
    } catch (error) {
      // Somebody decided otherwise meanwhile: the next look tells what.
      if (error instanceof SlotTaken) return;
      if (!(error instanceof LogGap)) throw error;
      this.logger.error(error.message);
      await this.tell(slot, error.message);
      await this.rest(GAP_MS);
    }
  }

  private async step(slot: OtherSlot, scan: LogScan): Promise<void> {
    const { database } = this;
    const stopping = this.stopping.signal;
    if (slot.state === 'filling') {
      await fillSlot({ database, scan, slot, stopping, sizes: FILL_SIZES }, await this.log.bounds(RISK_SIGNALS));
      this.logger.log(`slot ${slot.slot} is filled, and follows`);
      return;
    }
    const following = { database, scan, slot, stopping, recordsAtOnce: RECORDS_AT_ONCE };
    const by = await askedBy(database, slot.slot);
    if (by !== undefined) await certifySlot(following, by);
    if ((await followLog(following)) === 0) await this.rest(FOLLOW_MS);
  }

  private async tell({ slot, filling }: ReadingSlot, fault: string): Promise<void> {
    await this.database.query('UPDATE projector.slot SET fault = $3 WHERE slot = $1 AND filling = $2', [slot, filling, fault]);
  }

  private async rest(milliseconds: number): Promise<void> {
    await sleep(milliseconds, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}
