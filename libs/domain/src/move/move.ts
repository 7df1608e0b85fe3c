/** A signal as far as it matters for taking it from its subject. */
export interface PlacedSignal {
  readonly id: string;
  /** Whom it is told of; null for what lies in triage or took no effect. */
  readonly subject: string | null;
  /** Whether what it said is still kept, so that it can be told of somebody else: it stands, and it is a signal. */
  readonly kept: boolean;
}

/** One person says that signals were told of the wrong subject; another decides. */
export interface Move {
  readonly subject: string;
  /** The right one; null: nobody knows, they go back to triage. */
  readonly to: string | null;
  readonly signals: readonly string[];
  readonly askedBy: string;
  readonly decided: boolean;
}

export type MoveRule =
  | 'move-of-nothing-there'
  | 'move-of-several-subjects'
  | 'move-to-the-same-subject'
  | 'move-waits-already'
  | 'move-decided-already'
  | 'move-needs-another-person';

export class MoveRuleBroken extends Error {
  override readonly name = 'MoveRuleBroken';

  constructor(readonly code: MoveRule) {
    super(code);
  }
}

/** A move as it is asked for. */
export type MoveAsked = Pick<Move, 'to' | 'signals' | 'askedBy'>;

/**
 * A person asks that signals be taken from their subject.
 * @param placed those of them that are known
 * @param waiting the signals of moves that wait for their second person
 * @throws MoveRuleBroken
 * @see design risk-model 14, decision 0024
 */
export function askMove(asked: MoveAsked, placed: readonly PlacedSignal[], waiting: ReadonlySet<string>): Move {
  const subject = subjectOfMove(asked, placed);
  if (asked.signals.some((id) => waiting.has(id))) throw new MoveRuleBroken('move-waits-already');
  return { ...asked, subject, decided: false };
}

/**
 * A second person confirms it; what was asked for must still be so.
 * @throws MoveRuleBroken
 */
export function confirmMove(move: Move, by: string, placed: readonly PlacedSignal[]): void {
  checkDecides(move, by);
  if (subjectOfMove(move, placed) !== move.subject) throw new MoveRuleBroken('move-of-nothing-there');
}

/** A second person refuses it. @throws MoveRuleBroken */
export function refuseMove(move: Move, by: string): void {
  checkDecides(move, by);
}

function checkDecides({ decided, askedBy }: Move, by: string): void {
  if (decided) throw new MoveRuleBroken('move-decided-already');
  if (askedBy === by) throw new MoveRuleBroken('move-needs-another-person');
}

function subjectOfMove({ signals, to }: Pick<Move, 'signals' | 'to'>, placed: readonly PlacedSignal[]): string {
  const standing = placed.filter(({ id, subject, kept }) => kept && subject !== null && signals.includes(id));
  const [subject, ...others] = new Set(standing.map((signal) => signal.subject));
  if (subject === undefined || subject === null || standing.length < signals.length) throw new MoveRuleBroken('move-of-nothing-there');
  if (others.length > 0) throw new MoveRuleBroken('move-of-several-subjects');
  if (subject === to) throw new MoveRuleBroken('move-to-the-same-subject');
  return subject;
}
