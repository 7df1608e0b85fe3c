/** The two places where all readings stand (decision 0020). */
export const SLOT_NAMES = ['a', 'b'] as const;
export type SlotName = (typeof SLOT_NAMES)[number];

/**
 * Live is what people read and events go into. The other is empty; being filled from the log; ready, filled and following, never yet
 * read; or on standby, following what it was live for until the switch.
 */
export const SLOT_STATES = ['empty', 'filling', 'ready', 'live', 'standby'] as const;
export type SlotState = (typeof SLOT_STATES)[number];

export interface Slot {
  readonly slot: SlotName;
  readonly state: SlotState;
  /** The hash of the policy by which it is read; null while it is empty. */
  readonly policy: string | null;
  /** How often it was filled anew. */
  readonly filling: number;
  /** Who had it filled; null for what was never filled by a rebuild. */
  readonly startedBy: string | null;
}

export interface Slots {
  readonly live: Slot;
  readonly other: Slot;
}

/** What is known of the newest certificate of the other slot; of earlier fillings there is none. */
export interface Certified {
  /** Every row is what the ledger gives under its policy, and what differs from the live slot differs by the policy alone. */
  readonly valid: boolean;
  readonly ageSeconds: number;
}

export type RebuildRule =
  | 'rebuild-under-way'
  | 'nothing-to-drop'
  | 'slot-not-ready'
  | 'certificate-missing'
  | 'certificate-not-valid'
  | 'certificate-too-old'
  | 'switch-needs-another-person'
  | 'nothing-to-go-back-to';

export class RebuildRuleBroken extends Error {
  override readonly name = 'RebuildRuleBroken';

  constructor(readonly code: RebuildRule) {
    super(code);
  }
}
