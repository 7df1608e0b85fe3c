import type { Day } from '#domain/calendar/day';
import { APART, type Joining } from '#domain/risk/joining';
import { compareText } from '#domain/risk/integers';
import type { Channel } from '#domain/risk/policy';

/** Stored sums of one channel, independence group and matter, in the order of HALF_LIVES; at least one is not zero. */
export interface Cell {
  readonly group: string;
  readonly channel: Channel;
  readonly sums: readonly [bigint, bigint, bigint];
}

export interface MatterState {
  readonly matter: string;
  /** Scored items that are plausible or better. */
  readonly solid: number;
  /** Those of them whose score s reaches the severity of the gate. */
  readonly grave: number;
  /** Ordered by group, then channel. */
  readonly cells: readonly Cell[];
}

export interface PostHeld {
  readonly id: string;
  readonly post: string;
  readonly factors: readonly string[];
  readonly from: Day;
}

export interface PostLeft {
  readonly id: string;
  readonly post: string;
  readonly on: Day;
}

/**
 * A measure or sanction in force: from its first to its last day, both included, the level shown is not below its own.
 * It is no part of E, makes no edge, opens no gate and proposes nothing.
 * @see design risk-model 7 Floors; domain inquiry 2 and safeguards 9 for how long effects last
 */
export interface Floor {
  /** The signal that told of it. */
  readonly id: string;
  readonly code: string;
  /** Place in LEVEL_NAMES. */
  readonly level: number;
  readonly from: Day;
  readonly until: Day;
}

/** All that the reading of a subject needs without its ledger: the ledger is the truth, this is its sum. */
export interface SubjectState {
  /** Which matters are read as one, by the links that stand. */
  readonly joining: Joining;
  /** Ordered by matter. */
  readonly matters: readonly MatterState[];
  /** Ordered by id. */
  readonly held: readonly PostHeld[];
  /** Ordered by id. */
  readonly left: readonly PostLeft[];
  /** Measures and sanctions with an effect, past ones and coming ones too. Ordered by id. */
  readonly floors: readonly Floor[];
  /** Place in LEVEL_NAMES after the last entry; by E alone. */
  readonly level: number;
  /** Day of the last upward step. */
  readonly enteredOn: Day;
  /** Day of the last entry; never falls. */
  readonly asOf: Day;
  /** The gate to propose a 函询 after the last entry; includes that the level is 函询 or higher. */
  readonly gateOpen: boolean;
  /** True while no entry names one that has not come: a new signal is then worth what it says, and needs no ledger. */
  readonly plain: boolean;
}

export const EMPTY_STATE: SubjectState = {
  joining: APART,
  matters: [],
  held: [],
  left: [],
  floors: [],
  level: 0,
  enteredOn: 0,
  asOf: 0,
  gateOpen: false,
  plain: true,
};

type PackedCell = [group: string, channel: Channel, short: string, middle: string, long: string];
type PackedMatter = [matter: string, solid: number, grave: number, cells: PackedCell[]];

interface PackedState {
  /** Absent where no matters are joined. */
  joining?: [matter: string, into: string][];
  asOf: Day;
  enteredOn: Day;
  /** Absent where no measure has an effect. */
  floors?: [id: string, code: string, level: number, from: Day, until: Day][];
  gateOpen: boolean;
  held: [id: string, post: string, from: Day, factors: readonly string[]][];
  left: [id: string, post: string, on: Day][];
  level: number;
  matters: PackedMatter[];
  plain: boolean;
}

/** Canonical text: the same state gives the same bytes, whatever way led to it. Sums are hexadecimal. */
export function packState(state: SubjectState): string {
  const packed: PackedState = {
    ...(state.joining.size > 0 && { joining: [...state.joining].toSorted(([a], [b]) => compareText(a, b)) }),
    asOf: state.asOf,
    enteredOn: state.enteredOn,
    ...(state.floors.length > 0 && { floors: state.floors.map(({ id, code, level, from, until }) => [id, code, level, from, until]) }),
    gateOpen: state.gateOpen,
    held: state.held.map(({ id, post, from, factors }) => [id, post, from, factors]),
    left: state.left.map(({ id, post, on }) => [id, post, on]),
    level: state.level,
    matters: state.matters.map(({ matter, solid, grave, cells }) => [matter, solid, grave, cells.map(packCell)]),
    plain: state.plain,
  };
  return JSON.stringify(packed);
}

/** @param text made by `packState`; its own words are not checked again */
export function unpackState(text: string): SubjectState {
  const packed: PackedState = JSON.parse(text);
  return {
    joining: packed.joining ? new Map(packed.joining) : APART,
    matters: packed.matters.map(([matter, solid, grave, cells]) => ({ matter, solid, grave, cells: cells.map(unpackCell) })),
    held: packed.held.map(([id, post, from, factors]) => ({ id, post, factors, from })),
    left: packed.left.map(([id, post, on]) => ({ id, post, on })),
    floors: (packed.floors ?? []).map(([id, code, level, from, until]) => ({ id, code, level, from, until })),
    level: packed.level,
    enteredOn: packed.enteredOn,
    asOf: packed.asOf,
    gateOpen: packed.gateOpen,
    plain: packed.plain,
  };
}

function packCell({ group, channel, sums: [short, middle, long] }: Cell): PackedCell {
  return [group, channel, short.toString(16), middle.toString(16), long.toString(16)];
}

function unpackCell([group, channel, short, middle, long]: PackedCell): Cell {
  return { group, channel, sums: [BigInt(`0x${short}`), BigInt(`0x${middle}`), BigInt(`0x${long}`)] };
}
