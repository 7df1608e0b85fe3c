import { messageOf, type TopicMessage } from '#contracts/asyncapi/topic-message';
import { ALERT_CORRECTED, alertCorrected } from '#contracts/alerts/alert-corrected.v1';
import { ALERT_RAISED, alertRaised } from '#contracts/alerts/alert-raised.v1';
import * as inquiry from '#contracts/inquiry/inquiry-events';
import { GATE_PASSED, gatePassed, LEVEL_RAISED, levelRaised } from '#contracts/risk/risk-events';
import * as policy from '#contracts/policy/policy-events';
import { GATE_CORRECTED, gateCorrected, LEVEL_CORRECTED, levelCorrected } from '#contracts/risk/risk-corrections';
import * as facts from '#contracts/risk/risk-facts';

const SUBJECT = 'cadre:7d1f0c9b8a6e5d4c3b2a190807';
const EVENT = '3f2b8c1e-5a4d-4e6f-9a7b-1c2d3e4f5a6b';
const SIGNAL = '9c1d2e3f-4a5b-4c6d-8e7f-0a1b2c3d4e5f';
const CANDIDATE = '5b6c7d8e-9f0a-4b1c-8d2e-3f4a5b6c7d8e';
const MATTER = 'A-AUD/number/2026-17';
const about = { subject: SUBJECT, releasedOn: '2026-04-28' } as const;
const candidate = { candidateId: CANDIDATE, subject: SUBJECT } as const;

/** `risk.signals.v1` */
export const RISK_FACT_MESSAGES: readonly TopicMessage[] = [
  messageOf(facts.riskFactType('signal'), '一条信号归到一名干部或一个单位', facts.signalAssigned, {
    ...about,
    kind: 'signal',
    eventId: EVENT,
    assignment: 1,
    code: 'org-audit-exit-finding',
    channel: 'organization',
    group: 'A-AUD',
    matter: MATTER,
    severity: 4,
    reporterKind: 'agency-finding',
    status: 'verified',
    day: '2026-04-27',
    receivedOn: '2026-04-28',
  }),
  messageOf(facts.riskFactType('mitigation'), '一条减轻情形归到一名干部', facts.mitigationAssigned, {
    ...about,
    kind: 'mitigation',
    eventId: EVENT,
    assignment: 1,
    code: 'self-gift-handover',
    targets: [SIGNAL],
    factor: 50,
  }),
  messageOf(facts.riskFactType('change'), '核查状态或来源等级变更', facts.statusChanged, {
    ...about,
    kind: 'change',
    eventId: EVENT,
    target: SIGNAL,
    status: 'verified',
    decidedOn: '2026-05-12',
    authority: 'county',
  }),
  messageOf(facts.riskFactType('withdrawal'), '信号撤回', facts.signalTakenBack, {
    ...about,
    kind: 'withdrawal',
    eventId: EVENT,
    target: SIGNAL,
  }),
  messageOf(facts.riskFactType('link'), '事项关联', facts.mattersLinked, {
    ...about,
    kind: 'link',
    eventId: EVENT,
    matters: [MATTER, 'A-PET/number/XF-2026-0101'],
  }),
  messageOf(facts.riskFactType('campaign'), '同源来件', facts.campaignFound, {
    ...about,
    kind: 'campaign',
    eventId: EVENT,
    members: [SIGNAL, EVENT],
    texts: 1,
    accounts: 1,
  }),
  messageOf(facts.riskFactType('post-held'), '任职', facts.postTaken, {
    ...about,
    kind: 'post-held',
    eventId: EVENT,
    post: 'P-001-1',
    factors: ['principal', 'money'],
    from: '2025-09-01',
  }),
  messageOf(facts.riskFactType('post-left'), '离任', facts.postGivenUp, {
    ...about,
    kind: 'post-left',
    eventId: EVENT,
    post: 'P-001-1',
    on: '2026-03-01',
  }),
];

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
export const INQUIRY_EVENT_MESSAGES: readonly TopicMessage[] = [
  messageOf(inquiry.CANDIDATE_PROPOSED, '提出函询建议', inquiry.candidateProposed, {
    ...candidate,
    proposedOn: '2026-04-28',
    dueOn: '2026-05-28',
  }),
  messageOf(inquiry.CANDIDATE_DISMISSED, '函询建议经两人同意不再继续', inquiry.candidateDismissed, {
    ...candidate,
    dismissedOn: '2026-05-06',
  }),
  messageOf(inquiry.CANDIDATE_TAKEN, '案管部门接收并编号', inquiry.candidateTaken, {
    ...candidate,
    takenOn: '2026-05-08',
    clueNumber: 'XS-2026-18',
  }),
  messageOf(inquiry.CANDIDATE_OVERDUE, '函询建议逾期未处理', inquiry.candidateOverdue, { ...candidate, dueOn: '2026-05-28' }),
];

const ruled = {
  policyId: '2c3d4e5f-6a7b-4c8d-9e0f-1a2b3c4d5e6f',
  kind: 'odds',
  name: '示例县规则 2026-2',
  hash: '0123456789abcdef'.repeat(4),
  on: '2026-05-08',
} as const;

/** `policy.events.v1` */
export const POLICY_EVENT_MESSAGES: readonly TopicMessage[] = [
  messageOf(policy.POLICY_SHIPPED, '随系统安装的规则', policy.policyShipped, { ...ruled, document: '{}' }),
  messageOf(policy.APPROVAL_ASKED, '规则提请审批', policy.approvalAsked, ruled),
  messageOf(policy.APPROVAL_REFUSED, '规则审批退回', policy.approvalRefused, ruled),
  messageOf(policy.POLICY_APPROVED, '规则经两人批准', policy.policyApproved, { ...ruled, document: '{}' }),
  messageOf(policy.POLICY_WENT_LIVE, '规则启用', policy.policyWentLive, ruled),
  messageOf(policy.POLICY_RETIRED, '规则停用', policy.policyRetired, ruled),
];

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
