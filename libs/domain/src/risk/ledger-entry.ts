import type { Day } from '#domain/calendar/day';
import type { Channel, Grade, HalfLife, Status } from '#domain/risk/policy';

/** What the router asks of a clue; what is absent is unknown. */
export interface ClueQuality {
  /** How many of the seven elements (when, where, who, what, …) are given: 0–7. */
  readonly sevenElements?: number;
  readonly keyElementsPresent?: boolean;
  readonly collusionRisk?: boolean;
  readonly priorConclusion?: boolean;
}

/** An event may be given to a subject, taken from it as not its own, and given to it again. */
export interface Placed {
  /** Which time the event was given to a subject: 1 where nothing is said, more once it was taken from a wrong one. */
  readonly assignment?: number;
  /** The id under which what it does is told, where it had been given to this subject before; its own where nothing is said. */
  readonly cause?: string;
}

/** One signal about the subject, as it was released to the reading. */
export interface SignalEntry extends Placed {
  readonly kind: 'signal';
  readonly id: string;
  /** The day from which it decays: of occurrence, else the end of the period, else the reported day. */
  readonly day: Day;
  readonly releasedOn: Day;
  readonly channel: Channel;
  /** Independence group, by `independenceGroup`. */
  readonly group: string;
  readonly matter: string;
  /** Score of the policy, 0–95; 0 is not scored. */
  readonly s: number;
  /** Severity class of the catalogue, 0–5. */
  readonly severity: number;
  readonly grade: Grade;
  readonly status: Status;
  readonly halfLife: HalfLife;
  readonly code?: string;
  /** Of what kind of reporter: with the code it decides s and grade under a policy. Absent where an entry brings its own. */
  readonly reporterKind?: string;
  /** Percent that the item came with; events of mitigation are entries of their own. */
  readonly mitigation?: number;
  readonly clue?: ClueQuality;
  readonly anonymous?: boolean;
  /** Closed fields of a type that may carry points: given words, whole numbers, yes or no, dates; never free text. */
  readonly fields?: Readonly<Record<string, string | number | boolean>>;
}

/** A decided status or grade of a signal; of several the greatest (decidedOn, authorityRank, id) holds. Its assignment is that of the signal. */
export interface ChangeEntry extends Placed {
  readonly kind: 'change';
  readonly id: string;
  readonly target: string;
  readonly status?: Status;
  readonly grade?: Grade;
  readonly decidedOn: Day;
  readonly authorityRank: number;
  /** Who decided, by the policy's list: it decides the rank. Absent where an entry brings its own. */
  readonly authority?: string;
  readonly releasedOn: Day;
}

/**
 * The source takes its own entry back: final, and afterwards it is as if the target had never come. With an assignment it was told of
 * the wrong subject: final for that assignment alone, with what was decided about it under it.
 */
export interface WithdrawalEntry {
  readonly kind: 'withdrawal';
  readonly id: string;
  readonly target: string;
  readonly assignment?: number;
  readonly releasedOn: Day;
}

/** Something in the subject's favour that lowers the signals it names to `factor` percent. */
export interface MitigationEntry extends Placed {
  readonly kind: 'mitigation';
  readonly id: string;
  readonly code?: string;
  readonly targets: readonly string[];
  readonly factor: number;
  readonly releasedOn: Day;
}

/** The subject holds a post from this day on; `factors` are names of the policy's exposure factors. */
export interface PostHeldEntry {
  readonly kind: 'post-held';
  readonly id: string;
  readonly post: string;
  readonly factors: readonly string[];
  readonly from: Day;
  readonly releasedOn: Day;
}

/** The subject no longer holds the post on this day. */
export interface PostLeftEntry {
  readonly kind: 'post-left';
  readonly id: string;
  readonly post: string;
  readonly on: Day;
  readonly releasedOn: Day;
}

/** A person says that these matters are one: from then on they are read together. Taken back by a withdrawal. */
export interface LinkEntry {
  readonly kind: 'link';
  readonly id: string;
  readonly matters: readonly string[];
  readonly releasedOn: Day;
}

/** Letters of one text or of one burst: they count as one of them, in each channel, group and half-life. */
export interface CampaignEntry {
  readonly kind: 'campaign';
  readonly id: string;
  /** Ids of signals; campaigns that share a member are one. */
  readonly members: readonly string[];
  /** How many different texts, and how many accounts independent of one another, its finder counted. */
  readonly texts?: number;
  readonly accounts?: number;
  readonly releasedOn: Day;
}

export type LedgerEntry =
  SignalEntry | ChangeEntry | WithdrawalEntry | MitigationEntry | LinkEntry | CampaignEntry | PostHeldEntry | PostLeftEntry;

/** The id under which what an entry did is told. */
export const causeOf = (entry: LedgerEntry): string => ('cause' in entry && entry.cause !== undefined ? entry.cause : entry.id);
