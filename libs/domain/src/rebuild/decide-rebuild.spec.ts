import { CERTIFICATE_HOLDS_SECONDS, dropRebuild, requireReady, startRebuild, stepBack, switchSlots } from '#domain/rebuild/decide-rebuild';
import type { Certified, RebuildRule, Slots, SlotState } from '#domain/rebuild/slots';

const FRESH: Certified = { valid: true, ageSeconds: 60 };
const other = (state: SlotState): Slots => ({
  live: { slot: 'a', state: 'live', policy: 'old', filling: 0, startedBy: null },
  other: { slot: 'b', state, policy: state === 'empty' ? null : 'new', filling: 3, startedBy: state === 'empty' ? null : 'operator' },
});
const broken = (work: () => unknown): RebuildRule | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    return (error as { code: RebuildRule }).code;
  }
};

describe('a rebuild', () => {
  it.each<SlotState>(['empty', 'ready', 'standby'])('begins anew where the other slot is %s, and the live one stays', (state) => {
    const { live, other: filled } = startRebuild(other(state), 'new', 'operator');
    expect(live).toEqual(other(state).live);
    expect(filled).toEqual({ slot: 'b', state: 'filling', policy: 'new', filling: 4, startedBy: 'operator' });
  });

  it('does not begin a second time while one is under way', () => {
    expect(broken(() => startRebuild(other('filling'), 'newer', 'operator'))).toBe('rebuild-under-way');
  });

  it.each<SlotState>(['filling', 'ready', 'standby'])('is dropped while it is %s, and nothing of it is left', (state) => {
    expect(dropRebuild(other(state)).other).toEqual({ slot: 'b', state: 'empty', policy: null, filling: 3, startedBy: null });
    expect(broken(() => dropRebuild(other('empty')))).toBe('nothing-to-drop');
  });
});

describe('a switch', () => {
  it('makes live what another person had made and a certificate vouches for, and keeps the way back', () => {
    const { live, other: before } = switchSlots(other('ready'), FRESH, 'head');
    expect([live.slot, live.state, live.policy]).toEqual(['b', 'live', 'new']);
    expect([before.slot, before.state, before.policy]).toEqual(['a', 'standby', 'old']);
  });

  it.each<[RebuildRule, SlotState, Certified | undefined, string]>([
    ['slot-not-ready', 'filling', FRESH, 'head'],
    ['slot-not-ready', 'standby', FRESH, 'head'],
    ['slot-not-ready', 'empty', undefined, 'head'],
    ['switch-needs-another-person', 'ready', FRESH, 'operator'],
    ['certificate-missing', 'ready', undefined, 'head'],
    ['certificate-not-valid', 'ready', { ...FRESH, valid: false }, 'head'],
    ['certificate-too-old', 'ready', { ...FRESH, ageSeconds: CERTIFICATE_HOLDS_SECONDS + 1 }, 'head'],
  ])('is refused as %s', (rule, state, certified, by) => {
    expect(broken(() => switchSlots(other(state), certified, by))).toBe(rule);
  });

  it('takes a certificate to its last second', () => {
    expect(switchSlots(other('ready'), { ...FRESH, ageSeconds: CERTIFICATE_HOLDS_SECONDS }, 'head').live.slot).toBe('b');
  });

  it.each<[SlotState, RebuildRule | undefined]>([
    ['ready', undefined],
    ['filling', 'slot-not-ready'],
    ['standby', 'slot-not-ready'],
  ])('can be certified for when the other slot is %s: %s', (state, rule) => {
    expect(broken(() => requireReady(other(state)))).toBe(rule);
  });
});

describe('a step back', () => {
  it('is to what was live before, and is one: then there is nothing more to go back to', () => {
    const switched = switchSlots(other('ready'), FRESH, 'head');
    const back = stepBack(switched);
    expect([back.live.slot, back.live.policy, back.other.state]).toEqual(['a', 'old', 'ready']);
    expect(broken(() => stepBack(back))).toBe('nothing-to-go-back-to');
    expect(broken(() => switchSlots(back, undefined, 'head'))).toBe('certificate-missing');
  });

  it.each<SlotState>(['empty', 'filling', 'ready'])('is refused where the other slot is %s', (state) => {
    expect(broken(() => stepBack(other(state)))).toBe('nothing-to-go-back-to');
  });
});
