import { type Certified, type RebuildRule, RebuildRuleBroken, type Slot, type Slots } from '#domain/rebuild/slots';

/** A day: what has come since was folded by the same rule, event by event, and nobody has looked. */
export const CERTIFICATE_HOLDS_SECONDS = 86_400;

/**
 * The other slot begins anew under a policy, whatever stood there: a way back ends with it.
 * @throws RebuildRuleBroken while it is being filled already
 */
export function startRebuild({ live, other }: Slots, policy: string, by: string): Slots {
  if (other.state === 'filling') throw new RebuildRuleBroken('rebuild-under-way');
  return { live, other: { slot: other.slot, state: 'filling', policy, filling: other.filling + 1, startedBy: by } };
}

/** The other slot is emptied, and follows no more. @throws RebuildRuleBroken when nothing stands there */
export function dropRebuild({ live, other }: Slots): Slots {
  if (other.state === 'empty') throw new RebuildRuleBroken('nothing-to-drop');
  return { live, other: { ...other, state: 'empty', policy: null, startedBy: null } };
}

/** @throws RebuildRuleBroken unless the other slot has been filled and was not live before */
export function requireReady({ other }: Slots): void {
  if (other.state !== 'ready') throw new RebuildRuleBroken('slot-not-ready');
}

/**
 * What was made anew goes live, and what was live stands by for one step back. Never by the person who had it made, and only on a
 * certificate.
 * @throws RebuildRuleBroken
 * @see design risk-model 9; security B33: no two-person rule is met by one person twice
 */
export function switchSlots(slots: Slots, certified: Certified | undefined, by: string): Slots {
  requireReady(slots);
  if (slots.other.startedBy === by) throw new RebuildRuleBroken('switch-needs-another-person');
  const fault = faultOf(certified);
  if (fault !== undefined) throw new RebuildRuleBroken(fault);
  return flipped(slots, 'standby');
}

/**
 * One step back to what was live before, by one person: it was certified when it went live. Where it came from is ready again, and
 * needs a new certificate.
 * @throws RebuildRuleBroken when the other slot was not live before
 */
export function stepBack(slots: Slots): Slots {
  if (slots.other.state !== 'standby') throw new RebuildRuleBroken('nothing-to-go-back-to');
  return flipped(slots, 'ready');
}

function faultOf(certified: Certified | undefined): RebuildRule | undefined {
  if (certified === undefined) return 'certificate-missing';
  if (!certified.valid) return 'certificate-not-valid';
  return certified.ageSeconds > CERTIFICATE_HOLDS_SECONDS ? 'certificate-too-old' : undefined;
}

function flipped({ live, other }: Slots, state: Slot['state']): Slots {
  return { live: { ...other, state: 'live' }, other: { ...live, state } };
}
