import { foldSubject } from '#domain/risk/fold';
import { independenceGroup, matterOf } from '#domain/risk/independence-group';
import { REFERENCE_POLICY as policy } from '#domain/risk/policies';
import { readOn } from '#domain/risk/reading';
import { aFinding, aSignal } from '#testing/ledger';

describe('the independence group', () => {
  it('is the emitting agency inside, and the channel for public and media', () => {
    expect(independenceGroup('organization', 'audit')).toBe('audit');
    expect(independenceGroup('team', 'audit')).toBe('audit');
    expect(independenceGroup('public', 'hotline')).toBe('public');
    expect(independenceGroup('media', 'press office')).toBe('media');
  });

  it('is public or media for what is derived from them, and these two never leave their groups', () => {
    expect(independenceGroup('organization', 'audit', 'public')).toBe('public');
    expect(independenceGroup('superior', 'bureau', 'media')).toBe('media');
    expect(independenceGroup('media', 'press office', 'public')).toBe('public');
    expect(independenceGroup('public', 'hotline', 'audit')).toBe('public');
  });

  it('is never one that an agency makes up: it is one witness, whatever it names', () => {
    const named = ['bureau', 'A-DIS', 'PUBLIC', ' public', ''];
    expect(new Set(named.map((group) => independenceGroup('organization', 'audit', group)))).toEqual(new Set(['audit']));
  });
});

describe('the matter', () => {
  it('is the agency with its own number, and without a number the event alone', () => {
    expect(matterOf('audit', '7', 'e1')).toBe(matterOf('audit', '7', 'e2'));
    expect(matterOf('audit', '7', 'e1')).not.toBe(matterOf('bureau', '7', 'e1'));
    expect(matterOf('audit', undefined, 'e1')).not.toBe(matterOf('audit', undefined, 'e2'));
  });
});

describe('corroboration', () => {
  const corroboration = (...entries: Parameters<typeof foldSubject>[0]): number =>
    readOn(foldSubject(entries, policy), 100, policy).corroboration;
  const finding = aFinding({ id: 'f', day: 100 });
  const letter = aSignal({ id: 'l', day: 100 });
  const post = aSignal({ id: 'm', day: 100, channel: 'media' });

  it('is half of what the groups beyond the greatest say in one matter', () => {
    expect(corroboration(finding, letter)).toBe(32_142);
    expect(corroboration(finding, letter, post)).toBe(64_285);
    expect(corroboration(finding, { ...letter, matter: 'B' })).toBe(0);
  });

  it('does not come from two channels of one agency, nor from a derived signal and its parent', () => {
    expect(corroboration(finding, { ...finding, id: 'g', channel: 'superior' })).toBe(0);
    expect(corroboration(letter, { ...finding, status: 'unverified', group: 'public' })).toBe(0);
  });

  it('does not come from one agency that says it has its items from another', () => {
    const group = independenceGroup('organization', 'audit', 'bureau');
    expect(corroboration({ ...finding, group: 'audit' }, { ...finding, id: 'h', group })).toBe(0);
  });

  it('does not come from public and media while none of their items is checked', () => {
    expect(corroboration(letter, post)).toBe(0);
    expect(corroboration(letter, { ...post, status: 'plausible' })).toBe(32_142);
    expect(corroboration(letter, post, { ...finding, grade: 'E', group: 'public', s: 0 })).toBe(0);
  });

  it('is at most half of one', () => {
    const many = ['a', 'b', 'c'].map((group) => aFinding({ id: group, group, s: 80, day: 100 }));
    expect(corroboration(...many)).toBe(500_000);
  });
});
