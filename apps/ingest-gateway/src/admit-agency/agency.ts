import type { Authority } from '#contracts/signals/common';
import type { Channel } from '#contracts/topics';

/** The form of an agency's code. */
export const AGENCY_CODE = /^[A-Za-z0-9-]{1,32}$/;

/** The form of a unit's code in the registry: with a slash it would be no step of a path. */
export const UNIT_CODE = /^[^/\p{Cc}]{1,32}$/u;

/** What the door knows of an agency that may send: where it may say what. */
export interface Agency {
  readonly code: string;
  /** Systems that may stand in `source`, after the agency's code. */
  readonly systems: readonly string[];
  /** Channels that its signals may belong to; what is no signal goes onto the first. Never empty. */
  readonly channels: readonly Channel[];
  /** Statuses that it may give a signal, at first or by a change. */
  readonly statuses: readonly string[];
  /** Ranks its decisions. */
  readonly authority: Authority;
  /** Units of which, and of what is under them, it may speak; absent: of all. The door knows no tree: the resolver holds it to them. */
  readonly units?: readonly string[];
}
