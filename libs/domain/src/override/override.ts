import type { Day } from '#domain/calendar/day';
import type { LevelName } from '#domain/risk/policy';

export interface Said {
  readonly by: string;
  readonly on: Day;
  readonly reason: string;
}

/**
 * A level that two persons set beside the computed one, with a reason, until a day. It never takes the place of the number, makes
 * no edge, and proposes nothing.
 * @see design risk-model 7 Override
 */
export interface Override {
  readonly level: LevelName;
  /** The last day on which it holds. */
  readonly until: Day;
  readonly asked: Said;
  readonly decided?: Omit<Said, 'reason'> & { readonly confirmed: boolean; readonly reason?: string };
  readonly lifted?: Said;
}

export type OverrideRule =
  | 'override-until-past'
  | 'override-waits-already'
  | 'override-holds-already'
  | 'override-decided-already'
  | 'override-needs-another-person'
  | 'override-does-not-hold';

export class OverrideRuleBroken extends Error {
  override readonly name = 'OverrideRuleBroken';

  constructor(readonly code: OverrideRule) {
    super(code);
  }
}

/** From the day of the second person on, up to its last day, unless it is lifted; on the day of lifting it holds no more. */
export function holdsOn({ until, decided, lifted }: Override, day: Day): boolean {
  if (decided?.confirmed !== true) return false;
  return decided.on <= day && day <= until && (lifted === undefined || day < lifted.on);
}

/** Whether it still waits for the second person; one whose last day is over waits no more. */
export function waitsOn({ until, decided }: Override, day: Day): boolean {
  return decided === undefined && day <= until;
}

/**
 * A person asks for an override.
 * @param others all others of the subject
 * @throws OverrideRuleBroken
 */
export function ask(asked: Pick<Override, 'level' | 'until' | 'asked'>, others: readonly Override[]): Override {
  const { on } = asked.asked;
  if (asked.until <= on) throw new OverrideRuleBroken('override-until-past');
  if (others.some((other) => waitsOn(other, on))) throw new OverrideRuleBroken('override-waits-already');
  if (others.some((other) => holdsOn(other, on))) throw new OverrideRuleBroken('override-holds-already');
  return asked;
}

/** A second person confirms or refuses it. @throws OverrideRuleBroken */
export function decide(override: Override, decided: NonNullable<Override['decided']>): Override {
  if (!waitsOn(override, decided.on)) throw new OverrideRuleBroken('override-decided-already');
  if (override.asked.by === decided.by) throw new OverrideRuleBroken('override-needs-another-person');
  return { ...override, decided };
}

/** Anybody of the office ends it before its day, with a reason. @throws OverrideRuleBroken */
export function lift(override: Override, lifted: Said): Override {
  if (!holdsOn(override, lifted.on)) throw new OverrideRuleBroken('override-does-not-hold');
  return { ...override, lifted };
}
