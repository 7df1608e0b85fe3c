import { ALERT_CORRECTED, type AlertCorrected } from '#contracts/alerts/alert-corrected.v1';
import { ALERT_RAISED, type AlertRaised } from '#contracts/alerts/alert-raised.v1';
import type { LevelCorrected } from '#contracts/risk/risk-corrections';
import type { LevelRaised } from '#contracts/risk/risk-events';
import { uuidOf } from '#platform/event-id';
import { correctionWords } from './correction-words';
import type { HeardEdge } from './read-edges';

/** An alert or a correction of one, as others hear it. */
export type AlertMessage =
  | { readonly type: typeof ALERT_RAISED; readonly id: string; readonly data: AlertRaised }
  | { readonly type: typeof ALERT_CORRECTED; readonly id: string; readonly data: AlertCorrected };

const alertIdOf = (subject: string, cause: string): string => uuidOf('alert', subject, cause);

export function messageOf(heard: HeardEdge): AlertMessage {
  if (heard.kind === 'raised') {
    const data = alertOf(heard.event);
    return { type: ALERT_RAISED, id: data.alertId, data };
  }
  const data = correctionOf(heard.event);
  return { type: ALERT_CORRECTED, id: data.correctionId, data };
}

function alertOf({ subject, cause, from, to, day, e, p }: LevelRaised): AlertRaised {
  return { alertId: alertIdOf(subject, cause), subject, from, to, day, e, p };
}

function correctionOf({ subject, cause, correctedBy, day, ground, said, now, later, raises }: LevelCorrected): AlertCorrected {
  return {
    correctionId: uuidOf('alert-corrected', subject, cause, correctedBy),
    alertId: alertIdOf(subject, cause),
    subject,
    day,
    ground,
    reason: correctionWords({ ground, said, now, laterDay: later?.day, raises }),
    said,
    now,
    raises,
    later: later && { alertId: alertIdOf(subject, later.cause), day: later.day },
  };
}
