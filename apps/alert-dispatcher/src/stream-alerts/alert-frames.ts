import { ALERT_RAISED } from '#contracts/alerts/alert-raised.v1';
import type { AlertQueries, NumberedAlert } from '../list-alerts/alert-queries';
import { WRITER } from '../deliver-alert/raise-alerts';

const PAGE = 200;
const COME_BACK_AFTER_MS = 3_000;

/** One reader of the stream. */
export interface Listening {
  readonly alerts: Pick<AlertQueries, 'after'>;
  /** Resolves true when there may be alerts after `seq`, false when nothing came for a while or the reader is gone. */
  readonly newsAfter: (seq: number) => Promise<boolean>;
  readonly signal: AbortSignal;
}

function frameOf({ seq, alert, at }: NumberedAlert): string {
  const event = {
    specversion: '1.0',
    id: alert.alertId,
    source: `/liuqu/${WRITER}`,
    type: ALERT_RAISED,
    time: at.toISOString(),
    datacontenttype: 'application/json',
    data: alert,
  };
  return `id: ${seq}\nevent: ${ALERT_RAISED}\ndata: ${JSON.stringify(event)}\n\n`;
}

/** Server-sent events from a place on: every alert once, in order, and a comment as heart-beat while nothing comes. Ends with the signal. */
export async function* alertFrames(from: number, { alerts, newsAfter, signal }: Listening): AsyncGenerator<string> {
  let seen = from;
  yield `retry: ${COME_BACK_AFTER_MS}\n\n`;
  while (!signal.aborted) {
    const page = await alerts.after(seen, PAGE);
    for (const numbered of page) {
      yield frameOf(numbered);
      seen = numbered.seq;
    }
    if (page.length === PAGE || signal.aborted) continue;
    if (!(await newsAfter(seen)) && !signal.aborted) yield ': heart-beat\n\n';
  }
}
