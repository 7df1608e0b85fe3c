import type { z } from 'zod';
import { signalOfType } from '#contracts/signals/catalogue';
import type { SignalType } from '#contracts/signals/define-signal';
import { FOLLOW_UPS, POST_HELD, POST_LEFT, SIGNAL_STATUS_CHANGED } from '#contracts/signals/follow-ups';
import type { Channel } from '#contracts/topics';
import { Problem } from '#platform/http/problem';
import type { Agency } from '../admit-agency/agency';

/** What kind of event a type is: a signal of the catalogue or something that is said later about one, or about a post. */
export interface KindOfEvent {
  readonly signal: SignalType | undefined;
  readonly schema: z.ZodType;
  readonly channel: Channel;
}

const followUps = new Map(Object.entries(FOLLOW_UPS));

/** @throws Problem 422 for a type that nobody defined, 403 for one that the agency may not send */
export function kindOfEvent(type: string, agency: Agency): KindOfEvent {
  const signal = signalOfType(type);
  if (signal) {
    if (agency.channels.includes(signal.channel)) return { signal, schema: signal.data, channel: signal.channel };
    throw foreignChannel(`「${signal.label}」不属于贵单位可以报送的渠道。`);
  }
  const schema = followUps.get(type);
  if (!schema)
    throw new Problem(422, 'type-not-known', '没有这种事件类型，请核对 type。', [typePlace('type-not-known', '没有这种事件类型。')]);
  const [channel] = agency.channels;
  const needsOrganization = type === POST_HELD || type === POST_LEFT;
  if (!channel || (needsOrganization && !agency.channels.includes('organization')))
    throw foreignChannel('任职、免职信息只由组织渠道的单位报送。');
  return { signal: undefined, schema, channel };
}

/** @throws Problem 403 for a status that the agency may not give */
export function checkStatus(type: string, data: Readonly<Record<string, unknown>>, agency: Agency): void {
  const { status, pointer } = statusGiven(type, data);
  if (typeof status !== 'string' || agency.statuses.includes(status)) return;
  const code = 'status-not-allowed';
  const detail = `贵单位不能认定「${status}」状态。`;
  throw new Problem(403, code, detail, [{ pointer, code, detail }]);
}

/** The status that an event gives a signal, and the place that says so: for some signals, their type itself. */
function statusGiven(type: string, data: Readonly<Record<string, unknown>>): { readonly status: unknown; readonly pointer: string } {
  const signal = signalOfType(type);
  if (signal?.effect === 'status-setting') return { status: signal.sets, pointer: '/type' };
  const field = type === SIGNAL_STATUS_CHANGED ? 'status' : 'verification';
  return { status: data[field], pointer: `/data/${field}` };
}

/**
 * The policy grades a source and an officer's decision may change a grade; no agency does (design: risk-model 2).
 * @throws Problem 403 for a change of grade
 */
export function checkGrade(type: string, data: Readonly<Record<string, unknown>>): void {
  if (type !== SIGNAL_STATUS_CHANGED || data['grade'] === undefined) return;
  const code = 'grade-not-the-senders';
  const detail = '来源等级由规则和承办人认定，报送单位不能更改。';
  throw new Problem(403, code, detail, [{ pointer: '/data/grade', code, detail }]);
}

/** @throws Problem 403 for a source that is not a system of the agency */
export function checkSource(source: string, agency: Agency): void {
  if (agency.systems.some((system) => source === `/agency/${agency.code}/${system}`)) return;
  const code = 'source-mismatch';
  const detail = '来源(source)与所用密钥登记的单位或系统不一致。';
  throw new Problem(403, code, detail, [{ pointer: '/source', code, detail }]);
}

function foreignChannel(detail: string): Problem {
  return new Problem(403, 'channel-not-allowed', detail, [typePlace('channel-not-allowed', detail)]);
}

const typePlace = (code: string, detail: string) => ({ pointer: '/type', code, detail });
