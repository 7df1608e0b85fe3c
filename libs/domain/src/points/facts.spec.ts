import { enteredUpTo, factsOfLedger } from '#domain/points/facts';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import { REFERENCE_POLICY as policy } from '#domain/risk/policies';
import { aChange, aFinding, aSignal, aWithdrawal } from '#testing/ledger';
import { factOf } from '#testing/points-facts';

const sanction = aFinding({ id: 'sanction', code: 'org-party-sanction', day: 10, matter: 'M-2', fields: { sanction: '警告' } });
const ids = (...entries: LedgerEntry[]): string[] => factsOfLedger(entries, policy).map(({ id }) => id);

describe('the facts that may carry points', () => {
  it('are signals that an organ has decided, with what their closed fields say', () => {
    expect(factsOfLedger([sanction], policy)).toEqual([
      {
        kind: 'fact',
        id: 'sanction',
        code: 'org-party-sanction',
        day: 10,
        matter: 'M-2',
        severity: 4,
        fields: { sanction: '警告' },
        decidedBy: 'organization',
      },
    ]);
  });

  it('are none that is not verified, was refuted or was taken back, whatever came first', () => {
    const refuted = aChange({ target: 'sanction', status: 'refuted', releasedOn: 20 });
    expect(ids({ ...sanction, status: 'plausible' })).toEqual([]);
    expect(ids({ ...sanction, status: 'unverified' }, aChange({ target: 'sanction', status: 'verified', releasedOn: 20 }))).toEqual([
      'sanction',
    ]);
    expect(ids(sanction, refuted)).toEqual([]);
    expect(ids(refuted, sanction)).toEqual([]);
    expect(ids(sanction, refuted, aWithdrawal(refuted.id, 30))).toEqual(['sanction']);
    expect(ids(aWithdrawal('sanction', 30), sanction)).toEqual([]);
  });

  it('are never petitions, media or the word of the person, verified or not', () => {
    const codes = ['public-accusation-real-name', 'media-case-exposed', 'self-event-report', 'org-clue-registered', 'constructor'];
    expect(ids(...codes.map((code) => aSignal({ id: code, code, status: 'verified' })))).toEqual([]);
  });

  it('share a matter where a person linked theirs, until the link is taken back', () => {
    const circular = aFinding({ id: 'circular', code: 'superior-criticism-circular', matter: 'M-1' });
    const link = { kind: 'link', id: 'link', matters: ['M-1', 'M-2'], releasedOn: 20 } as const;
    const matters = (...more: LedgerEntry[]): string[] => factsOfLedger([sanction, circular, ...more], policy).map(({ matter }) => matter);
    expect(matters(link)).toEqual(['M-1', 'M-1']);
    expect(matters(link, aWithdrawal('link', 30))).toEqual(['M-2', 'M-1']);
  });
});

describe('what was known on a day', () => {
  it('is what people had entered by then, whatever day they gave it', () => {
    const notice = { ...factOf({ id: 'notice', step: 'notice', target: 'x', on: '2026-05-01' }), enteredOn: 9_700 } as Parameters<
      typeof enteredUpTo
    >[0][number];
    expect([9_699, 9_700].map((day) => enteredUpTo([notice], day).length)).toEqual([0, 1]);
  });
});
