import { describe, expect, it } from 'vitest';
import type { CertificateAnswer } from '../contracts';
import { differenceWords, lasting, shareOf, verdictOf, verdictWord } from './rebuild-words';

const OLD = { hash: 'a'.repeat(64), name: 'shipped' };
const NEW = { hash: 'b'.repeat(64), name: '示例县规则' };

const certificate = (given: Partial<CertificateAnswer> = {}, found: Partial<CertificateAnswer['findings']> = {}): CertificateAnswer => ({
  id: '00000000-0000-4000-8000-000000000000',
  at: '2026-11-29T08:00:00.000Z',
  askedBy: 'demo-handling-office-head',
  policy: NEW,
  livePolicy: OLD,
  valid: true,
  holds: true,
  findings: {
    offsets: { '0': 40 },
    rows: 1_234,
    digest: 'd',
    recomputed: 'd',
    liveDigest: 'e',
    differences: { policy: 0, slot: 0, live: 0 },
    raised: 0,
    lowered: 0,
    faults: [],
    seconds: 2,
    ...found,
  },
  ...given,
});

describe('what is said of a rebuild', () => {
  it.each([
    [0, '1 秒'],
    [59.2, '60 秒'],
    [61, '2 分钟'],
    [3_600, '1 小时 0 分'],
    [7_320, '2 小时 2 分'],
  ])('%d seconds last %s', (seconds, words) => {
    expect(lasting(seconds)).toBe(words);
  });

  it('is done to the last record before it says so', () => {
    const progress = { perSecond: 10, secondsLeft: 1 };
    const shares = [1_000, 1_999, 2_000].map((read) => shareOf({ read, toRead: 2_000, ...progress }));
    expect([...shares, shareOf({ read: 0, toRead: 0, ...progress })]).toEqual([50, 99, 99, 0]);
  });

  it.each([
    [{}, 'holds', '合格：1,234 条读数逐条核对'],
    [{ holds: false }, 'too-old', '已超过一天'],
    [{ valid: false, holds: false }, 'not-valid', '不能切换'],
  ] as const)('of a certificate with %j is %s', (given, verdict, words) => {
    expect(verdictOf(certificate(given))).toBe(verdict);
    expect(verdictWord(certificate(given))).toContain(words);
  });

  it('names what differs by the policy, whose level it changes, and what is wrong where', () => {
    const lines = differenceWords(certificate({}, { differences: { policy: 1_070, slot: 2, live: 3 }, raised: 5, lowered: 8 }));
    expect(lines).toHaveLength(4);
    expect(lines.join('\n')).toMatch(/1,070.*\n.*5.*8.*\n.*2 条.*\n.*3 条/);
  });

  it('says that the policies are one where a rebuild only verifies', () => {
    expect(differenceWords(certificate({ policy: OLD }))).toEqual(['与在用读数按同一份规则计算。', '今天没有对象的级别因切换而改变。']);
  });
});
