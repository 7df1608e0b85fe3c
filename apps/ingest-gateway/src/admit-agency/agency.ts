import type { Channel } from '#contracts/topics';

/** What the door knows of an agency that may send: where it may say what. */
export interface Agency {
  readonly code: string;
  /** Systems that may stand in `source`, after the agency's code. */
  readonly systems: readonly string[];
  /** Channels that its signals may belong to; what is no signal goes onto the first. Never empty. */
  readonly channels: readonly Channel[];
  /** Statuses that it may give a signal, at first or by a change. */
  readonly statuses: readonly string[];
  /** Ranks its decisions (the policy's list of authorities). */
  readonly authority: string;
}
