import { ALERT_CORRECTED } from '#contracts/alerts/alert-corrected.v1';
import { ALERT_RAISED } from '#contracts/alerts/alert-raised.v1';
import type { NumberedAlert } from '../list-alerts/alert-queries';
import { WRITER } from '../deliver-alert/tell-alerts';

const PAGE = 200;
const COME_BACK_AFTER_MS = 3_000;
const HEART_BEAT_MS = 15_000;
/** Who asks is looked at when a stream begins, so a stream is short: who was signed out or moved hears no longer than this. */
const LIFE_MS = 30_000;

/** One reader of the stream. */
export interface Listening {
  /** Those of the reader's scope after a place, in order. */
  readonly after: (seq: number, limit: number) => Promise<readonly NumberedAlert[]>;
  /** Resolves with the place of the newest of all when that is beyond `seq`, with nothing when none came in time or the reader is gone. */
  readonly newsAfter: (seq: number, patienceMs: number) => Promise<number | undefined>;
  readonly signal: AbortSignal;
}

/** An alert as it was told, whatever has become of it: its correction has a place and a frame of its own. */
function frameOf({ seq, alert, correction, at }: NumberedAlert): string {
  const type = alert ? ALERT_RAISED : ALERT_CORRECTED;
  const event = {
    specversion: '1.0',
    id: alert?.alertId ?? correction?.correctionId,
    source: `/liuqu/${WRITER}`,
    type,
    time: at.toISOString(),
    datacontenttype: 'application/json',
    data: alert ?? correction,
  };
  return `id: ${seq}\nevent: ${type}\ndata: ${JSON.stringify(event)}\n\n`;
}

/**
 * Server-sent events from a place on: every alert and correction of the reader's scope once, in order, and a comment as heart-beat while none comes,
 * whatever comes for others. Ends with the signal, and after half a minute in any case: the reader asks again for what comes after the
 * place that it was told last. That is told at once, for otherwise one that heard no alert yet would miss those of the time between.
 */
export async function* alertFrames(from: number, { after, newsAfter, signal }: Listening): AsyncGenerator<string> {
  let seen = from;
  const endsAt = performance.now() + LIFE_MS;
  let beatAt = performance.now() + HEART_BEAT_MS;
  // All of the reader's alerts up to here are on the pages read since.
  let newest = from;
  yield `retry: ${COME_BACK_AFTER_MS}\nid: ${from}\n\n`;
  const isOver = (): boolean => signal.aborted || performance.now() >= endsAt;
  while (!isOver()) {
    const page = await after(seen, PAGE);
    for (const numbered of page) {
      yield frameOf(numbered);
      seen = numbered.seq;
      beatAt = performance.now() + HEART_BEAT_MS;
    }
    if (page.length === PAGE || isOver()) continue;
    seen = Math.max(seen, newest);
    const told = await newsAfter(seen, Math.max(0, Math.min(beatAt, endsAt) - performance.now()));
    if (told !== undefined) newest = told;
    else if (!isOver()) {
      yield ': heart-beat\n\n';
      beatAt = performance.now() + HEART_BEAT_MS;
    }
  }
}
