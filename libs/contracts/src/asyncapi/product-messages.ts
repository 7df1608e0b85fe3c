import { messageOf, type TopicMessage } from '#contracts/asyncapi/topic-message';
import * as inquiry from '#contracts/inquiry/inquiry-events';
import * as policy from '#contracts/policy/policy-events';
import * as facts from '#contracts/risk/risk-facts';
import { CANDIDATE, EVENT, MATTER, SIGNAL, SUBJECT } from '#contracts/asyncapi/example-ids';

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
  messageOf(facts.riskFactType('withdrawal'), '信号撤回；带归属号的，是归错对象后的移出', facts.signalTakenBack, {
    ...about,
    kind: 'withdrawal',
    eventId: EVENT,
    target: SIGNAL,
    assignment: 1,
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
  messageOf(inquiry.CANDIDATE_WITHDRAWN, '依据变化后撤销受理', inquiry.candidateWithdrawn, { ...candidate, withdrawnOn: '2026-06-08' }),
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
