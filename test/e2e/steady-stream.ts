import { setTimeout as sleep } from 'node:timers/promises';
import { eventAt, sendUntilTaken } from './many-events';
import type { Agency } from './office';
import type { RunningStack } from './running-stack';

const TICK_MS = 250;

/** Events of several agencies that keep coming at the door until it is stopped, each sent until it is receipted. */
export class SteadyStream {
  /** How many have been receipted. */
  taken = 0;
  private isStopping = false;
  private readonly running: Promise<void>;

  constructor(
    private readonly stack: RunningStack,
    private readonly agencies: ReadonlyMap<string, Agency>,
    private readonly perSecond: number,
  ) {
    this.running = this.run();
    // Told to whoever stops it.
    this.running.catch(() => undefined);
  }

  /** @returns how many events were sent in all. @throws when one was never taken */
  async stop(): Promise<number> {
    this.isStopping = true;
    await this.running;
    return this.taken;
  }

  private async run(): Promise<void> {
    const perTick = Math.round((this.perSecond * TICK_MS) / 1_000);
    for (let due = Date.now(); !this.isStopping; due += TICK_MS) {
      await sleep(Math.max(0, due - Date.now()));
      const coming = Array.from({ length: perTick }, (_, place) => eventAt(this.taken + place, this.agencies));
      const byAgency = Map.groupBy(coming, ({ agency }) => agency);
      await Promise.all(
        [...byAgency].map(async ([agency, its]) =>
          sendUntilTaken(
            this.stack,
            agency,
            its.map(({ event }) => event),
          ),
        ),
      );
      this.taken += perTick;
    }
  }
}
