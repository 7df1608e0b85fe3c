import { CHANNELS } from '#contracts/topics';
import { Problem } from '#platform/http/problem';
import { anEvent, type Sent } from '#testing/door';
import { CadreTokens } from '#vault/cadre-token';
import { EventCheck } from './check-event';
import type { CheckedEvent } from './checked-event';

const agency = { code: 'A-AUD', systems: ['main'], channels: CHANNELS, statuses: ['verified'], authority: 'county' as const };
const check = new EventCheck(new CadreTokens(Buffer.alloc(32, 1)));
const checked = (event: Sent): CheckedEvent => check.check(event, agency, '2026-11-25');

function refusalOf(event: Sent): unknown {
  try {
    checked(event);
  } catch (error) {
    if (error instanceof Problem) return [error.status, error.errors[0]?.pointer, error.errors[0]?.code, error.errors[0]?.detail];
    throw error;
  }
  return 'let through';
}

describe('from whom a sender has its item', () => {
  it.each(['public', 'media'])('may be the %s, whose word it then is', (group) => {
    const derivedFrom = { id: 'x-1', group };
    expect(checked(anEvent('1', {}, { derivedFrom })).record.data['derivedFrom']).toEqual(derivedFrom);
  });

  it('may be an event alone, of which it stays the own word of the sender', () => {
    expect(checked(anEvent('1', {}, { derivedFrom: { id: 'x-1' } })).record.data['derivedFrom']).toEqual({ id: 'x-1' });
  });

  it.each(['A-DIS', 'agency:A-DIS', 'Public', 'anything', ''])('is never another agency or a text: "%s"', (group) => {
    expect(refusalOf(anEvent('1', {}, { derivedFrom: { id: 'x-1', group } }))).toEqual([
      400,
      '/data/derivedFrom/group',
      'group-not-allowed',
      '「来源组」只能填写 public(群众)或 media(媒体)；其他来源请不要填写此项。',
    ]);
  });
});

describe('the kind of reporter', () => {
  it.each([
    ['public-accusation-anonymous', 'agency-finding', 'anonymous(匿名反映)'],
    ['public-hotline-complaint', 'agency-finding', 'unknown(来源不明)、real-name(实名反映)'],
    ['media-unverified-post', 'media', 'unknown(来源不明)'],
    ['org-audit-exit-finding', 'anonymous', 'agency-finding(机关查明)、agency-report(机关报告)、unknown(来源不明)'],
    ['org-audit-exit-finding', 'neighbour', 'agency-finding(机关查明)、agency-report(机关报告)、unknown(来源不明)'],
  ])('of %s is never %s: the sender does not choose the grade', (code, reporterKind, allowed) => {
    expect(refusalOf(anEvent('1', { code }, { reporterKind }))).toEqual([
      400,
      '/data/reporterKind',
      'reporter-kind-not-allowed',
      `这类事件的「反映人类别」只能填写：${allowed}。`,
    ]);
  });
});
