import { Readable } from 'node:stream';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { Scope } from '#persistence/database';
import { AlertQueries, type NumberedAlert } from '../list-alerts/alert-queries';
import { alertFrames } from './alert-frames';
import { AlertPulse } from './alert-pulse';

const FAREWELL_MS = 2_000;

/** The open streams of this process; they end by themselves, not by a cut connection, when it stops. */
@Injectable()
export class AlertStreams implements BeforeApplicationShutdown {
  private readonly ending = new AbortController();
  private readonly open = new Set<Promise<void>>();

  constructor(
    private readonly alerts: AlertQueries,
    private readonly pulse: AlertPulse,
  ) {}

  /**
   * Where a reader begins: after what it has seen, or with what comes next when it is new. A place that does not exist (yet)
   * belongs to another history, so that reader gets everything and knows by id what it has.
   */
  async beginOf(seen: number | undefined): Promise<number> {
    const latest = await this.alerts.latest();
    if (seen === undefined) return latest;
    return seen <= latest ? seen : 0;
  }

  /** @param left resolves when the reader's connection is closed */
  from(scope: Scope, seq: number, left: Promise<void>): Readable {
    const reader = new AbortController();
    const signal = AbortSignal.any([reader.signal, this.ending.signal]);
    const gone = left.finally(() => {
      reader.abort();
      this.open.delete(gone);
    });
    this.open.add(gone);
    const after = async (seen: number, limit: number): Promise<readonly NumberedAlert[]> => this.alerts.after(scope, seen, limit);
    const newsAfter = async (seen: number, patienceMs: number): Promise<number | undefined> =>
      this.pulse.newsAfter(seen, patienceMs, signal);
    return Readable.from(alertFrames(seq, { after, newsAfter, signal }), { objectMode: false });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.ending.abort();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, FAREWELL_MS);
    });
    await Promise.race([Promise.all(this.open), late]);
    clearTimeout(timer);
  }
}
