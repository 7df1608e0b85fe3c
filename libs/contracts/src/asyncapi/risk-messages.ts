import { messageOf, type TopicMessage } from '#contracts/asyncapi/topic-message';
import { CANDIDATE, EVENT, MATTER, SIGNAL, SUBJECT } from '#contracts/asyncapi/example-ids';
import { ALERT_CORRECTED, alertCorrected } from '#contracts/alerts/alert-corrected.v1';
import { ALERT_RAISED, alertRaised } from '#contracts/alerts/alert-raised.v1';
import { GATE_CORRECTED, gateCorrected, LEVEL_CORRECTED, levelCorrected } from '#contracts/risk/risk-corrections';
import { GATE_PASSED, gatePassed, LEVEL_RAISED, levelRaised } from '#contracts/risk/risk-events';

const score = { day: '2026-04-28', e: 60_000, p: 66_101, policy: 'shipped' } as const;

/** `risk.events.v1` */
export const RISK_EVENT_MESSAGES: readonly TopicMessage[] = [
  messageOf(LEVEL_RAISED, '等级上升', levelRaised, { subject: SUBJECT, cause: EVENT, from: 'remind', to: 'inquiry', ...score }),
  messageOf(GATE_PASSED, '达到函询条件', gatePassed, {
    subject: SUBJECT,
    cause: EVENT,
    causeMatter: MATTER,
    causeRaisesStatus: false,
    heldBefore: false,
    level: 'inquiry',
    ...score,
    leadingMatter: MATTER,
    reasons: [
      {
        eventId: EVENT,
        code: 'org-audit-exit-finding',
        channel: 'organization',
        matter: MATTER,
        day: '2026-04-27',
        status: 'verified',
        grade: 'A',
        part: 60_000,
      },
    ],
    rest: { count: 0, part: 0 },
    matters: [MATTER],
    recommended: { disposition: 'talk-or-inquiry', reasons: ['no-other-rule-fits'] },
  }),
  messageOf(LEVEL_CORRECTED, '等级上升的更正', levelCorrected, {
    subject: SUBJECT,
    corrects: CANDIDATE,
    cause: SIGNAL,
    correctedBy: EVENT,
    ground: 'refuted',
    day: '2026-05-12',
    said: { from: 'remind', to: 'inquiry', day: '2026-04-28', e: 60_000, p: 66_101 },
    now: null,
    later: null,
    raises: false,
    policy: 'shipped',
  }),
  messageOf(GATE_CORRECTED, '函询条件的更正', gateCorrected, {
    subject: SUBJECT,
    correctedBy: EVENT,
    ground: 'refuted',
    day: '2026-05-12',
    policy: 'shipped',
    level: 'remind',
    e: 41_000,
    p: 46_486,
    holds: false,
    fallen: [SIGNAL],
    lowered: [
      {
        eventId: SIGNAL,
        code: 'org-audit-exit-finding',
        channel: 'organization',
        matter: MATTER,
        statusWas: 'verified',
        statusIs: 'refuted',
        gradeWas: 'A',
        gradeIs: 'A',
        leftPercent: 0,
      },
    ],
  }),
];

/** `inquiry.events.v1` */

/** `risk.alerts.v1` */
export const ALERT_MESSAGES: readonly TopicMessage[] = [
  messageOf(ALERT_RAISED, '预警', alertRaised, {
    alertId: EVENT,
    subject: SUBJECT,
    from: 'remind',
    to: 'inquiry',
    day: '2026-04-28',
    e: 60_000,
    p: 66_101,
  }),
  messageOf(ALERT_CORRECTED, '预警更正', alertCorrected, {
    correctionId: CANDIDATE,
    alertId: EVENT,
    subject: SUBJECT,
    day: '2026-05-12',
    ground: 'refuted',
    reason: '有关信号经核查不属实，级别当时仅升至“提醒”。',
    said: { from: 'watch', to: 'inquiry', day: '2026-04-28', e: 60_000, p: 66_101 },
    now: { from: 'watch', to: 'remind', day: '2026-04-28', e: 41_000, p: 46_486 },
    later: null,
    raises: false,
  }),
];
