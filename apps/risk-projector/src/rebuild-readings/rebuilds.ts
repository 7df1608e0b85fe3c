import { Injectable, Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { dropRebuild, requireReady, startRebuild } from '#domain/rebuild/decide-rebuild';
import type { Slots } from '#domain/rebuild/slots';
import { Database } from '#persistence/database';
import { DatabaseFault } from '#persistence/database-fault';
import { oddsPolicyNamed } from '#persistence/odds-policies';
import type { Rows } from '#persistence/transaction';
import { readSlots, storeSlots } from '../reading-slots/slot-rows';
import { flipSlots } from '../switch-slots/flip-slots';
import type { SwitchAsked } from '../switch-slots/keep-switch';

/** Somebody reads the slot that is to be emptied, for longer than anybody waits. */
export class SlotInUse extends Error {
  override readonly name = 'SlotInUse';
}

const LOCK_NOT_HAD = '55P03';
const TRIES = 5;
const PAUSE_MS = 300;

/** What people decide about the other slot; whoever works on it looks what was decided. */
@Injectable()
export class Rebuilds {
  private readonly logger = new Logger(Rebuilds.name);

  constructor(private readonly database: Database) {}

  /**
   * The other slot is emptied, and filled anew under a policy.
   * @param hash by default that of the live policy
   * @throws PolicyMissing for one that was not approved; RebuildRuleBroken; SlotInUse
   */
  async start(hash: string | undefined, by: string): Promise<void> {
    await this.empty(async (rows, slots) => {
      const policy = hash ?? slots.live.policy ?? '';
      await oddsPolicyNamed(rows, policy);
      await storeSlots(rows, startRebuild(slots, policy, by));
    });
  }

  /** @throws RebuildRuleBroken; SlotInUse */
  async drop(): Promise<void> {
    await this.empty(async (rows, slots) => storeSlots(rows, dropRebuild(slots)));
  }

  /** A certificate of the other slot, made by whoever works on it. @throws RebuildRuleBroken */
  async askCertificate(by: string): Promise<void> {
    await this.database.storeRows(async (rows) => {
      const slots = await readSlots(rows, 'held');
      requireReady(slots);
      await rows.query('UPDATE projector.slot SET certificate_asked_by = $2 WHERE slot = $1', [slots.other.slot, by]);
    });
  }

  /** @throws RebuildRuleBroken; SlotBehind */
  async flip(asked: SwitchAsked): Promise<void> {
    const began = performance.now();
    await flipSlots(this.database, asked);
    this.logger.log(`${asked.kind}: readings of the other slot are live, after ${Math.round(performance.now() - began)} ms`);
  }

  private async empty(decide: (rows: Rows, slots: Slots) => Promise<void>): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.database.storeRows(async (rows) => {
          await rows.query(`SELECT set_config('lock_timeout', '1s', true)`);
          const slots = await readSlots(rows, 'held');
          await decide(rows, slots);
          await emptyOther(rows, slots);
        });
      } catch (error) {
        if (!(error instanceof DatabaseFault) || error.code !== LOCK_NOT_HAD) throw error;
        if (tries === TRIES) throw new SlotInUse('the slot is being read', { cause: error });
        await sleep(PAUSE_MS);
      }
    }
  }
}

async function emptyOther(rows: Rows, { other }: Slots): Promise<void> {
  await rows.query(`TRUNCATE projector.reading_${other.slot}`);
  await rows.query('DELETE FROM projector.slot_part WHERE slot = $1', [other.slot]);
  await rows.query(
    `UPDATE projector.slot SET started_at = CASE WHEN state = 'filling' THEN now() END, filled_at = NULL, fault = NULL, certificate_asked_by = NULL
      WHERE slot = $1`,
    [other.slot],
  );
}
