import { mattersJoinedBy, type NamedSignal } from '#domain/joining/decide-joining';

const letter = (n: number, given: Partial<NamedSignal> = {}): NamedSignal => ({
  id: `letter ${n}`,
  matter: `A-PET/number/${n}`,
  channel: 'public',
  code: 'public-accusation-anonymous',
  ...given,
});
const finding = letter(9, { channel: 'organization', code: 'org-audit-exit-finding', matter: 'A-AUD/number/7' });
const campaign = { kind: 'campaign', texts: 1, accounts: 2 } as const;

describe('a link', () => {
  it('joins the matters of all signals that it names', () => {
    expect(mattersJoinedBy({ kind: 'link' }, [letter(1), finding, letter(1)])).toEqual(['A-AUD/number/7', 'A-PET/number/1']);
  });

  it.each([
    ['joining-of-one', [letter(1)]],
    ['matters-are-one', [letter(1), letter(2, { matter: 'A-PET/number/1' })]],
  ])('is refused: %s', (code, signals) => {
    expect(() => mattersJoinedBy({ kind: 'link' }, signals)).toThrow(expect.objectContaining({ code }));
  });
});

describe('a campaign', () => {
  it('is of letters of one type from outside', () => {
    expect(mattersJoinedBy(campaign, [letter(2), letter(1)])).toEqual(['A-PET/number/1', 'A-PET/number/2']);
  });

  it.each([
    ['joining-of-one', campaign, [letter(1)]],
    ['campaign-not-from-outside', campaign, [letter(1), finding]],
    ['campaign-of-several-types', campaign, [letter(1), letter(2, { code: 'public-hotline-complaint' })]],
    ['more-texts-than-letters', { ...campaign, texts: 3 }, [letter(1), letter(2)]],
    ['more-accounts-than-letters', { ...campaign, accounts: 3 }, [letter(1), letter(2)]],
  ] as const)('is refused: %s', (code, asked, signals) => {
    expect(() => mattersJoinedBy(asked, signals)).toThrow(expect.objectContaining({ code }));
  });
});
