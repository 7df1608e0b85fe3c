import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { CertificateFindings } from '#contracts/console/rebuild';
import type { Policy } from '#domain/risk/policy';
import { packState } from '#domain/risk/subject-state';
import { type DecidedReading, digestOfSlot, pagesOfSlot, ReadingDigest } from '#persistence/readings/digest-of-slot';
import type { Rows } from '#persistence/transaction';
import { readFacts } from '../project-signals/ledger-rows';
import { foldFacts } from '../reading-slots/fold-facts';
import type { PlacedFact } from '../reading-slots/placed-fact';
import { newReading } from '../reading-slots/reading-rows';
import type { ReadingSlot } from '../reading-slots/reading-slot';

type Row = DecidedReading & { readonly blocked_by: string | null; readonly listed_level: number };
type Compared = Omit<CertificateFindings, 'offsets' | 'seconds'>;
/** In which slot a row is not what the ledger gives. */
type Fault = CertificateFindings['faults'][number];

const COLUMNS = ['blocked_by', 'listed_level'];
const MOST_FAULTS = 50;
const FOLDS_AT_ONCE = 50;

/** What is counted on the way. */
class Findings {
  rows = 0;
  differences = { policy: 0, slot: 0, live: 0 };
  raised = 0;
  lowered = 0;
  readonly faults: Fault[] = [];

  note(fault: Fault): void {
    this.differences[fault.slot === 'made' ? 'slot' : 'live'] += 1;
    if (this.faults.length < MOST_FAULTS) this.faults.push(fault);
  }

  count({ listed_level: is }: Row, other: Row | undefined): void {
    const was = other?.listed_level ?? 0;
    this.rows += 1;
    if (is > was) this.raised += 1;
    if (is < was) this.lowered += 1;
  }
}

/**
 * Every row of a slot against what the ledger gives under its policy, made by another way than the row, and against the live slot.
 * What differs from the live slot differs by the policy where the live row is what the ledger gives under the live policy; else one
 * of the two is wrong. All of one moment, in which both slots stand at the same place.
 */
export async function compareSlots(moment: Rows, made: ReadingSlot, live: ReadingSlot): Promise<Compared> {
  const [digest, recomputed] = [new ReadingDigest(), new ReadingDigest()];
  const findings = new Findings();
  for await (const page of pagesOfSlot<Row>(moment, made.slot, COLUMNS)) {
    const subjects = page.map(({ subject }) => subject);
    const facts = await readFacts(moment, subjects, made.policy);
    const others = await rowsOf(moment, live, subjects);
    const suspects: Suspect[] = [];
    for (const [place, row] of page.entries()) {
      if (place % FOLDS_AT_ONCE === 0) await yieldToOthers();
      const expected = expectedOf(row.subject, facts.get(row.subject), made.policy);
      const isWrong = !expected || !isSame(row, expected);
      digest.add(row);
      if (expected) recomputed.add(expected);
      if (isWrong) findings.note({ subject: row.subject, slot: 'made' });
      const other = others.get(row.subject);
      findings.count(row, other);
      if (!other || !isSame(row, other)) suspects.push({ subject: row.subject, isWrong, other, expected });
    }
    await judge(moment, suspects, live, { samePolicy: made.policyHash === live.policyHash, findings });
  }
  for (const fault of await missingIn(moment, made, live)) findings.note(fault);
  const { rows, differences, raised, lowered, faults } = findings;
  const digests = { digest: digest.end(), recomputed: recomputed.end(), liveDigest: await digestOfSlot(moment, live.slot) };
  return { rows, ...digests, differences, raised, lowered, faults };
}

/** A row that is not that of the live slot. */
interface Suspect {
  readonly subject: string;
  /** Not what the ledger gives under its own policy either. */
  readonly isWrong: boolean;
  readonly other: Row | undefined;
  readonly expected: Expected | undefined;
}

/** Which of the two is wrong, or whether both are right under their policies. */
async function judge(
  moment: Rows,
  suspects: readonly Suspect[],
  live: ReadingSlot,
  { samePolicy, findings }: { readonly samePolicy: boolean; readonly findings: Findings },
): Promise<void> {
  const subjects = samePolicy ? [] : suspects.map(({ subject }) => subject);
  const facts = await readFacts(moment, subjects, live.policy);
  for (const { subject, isWrong, other, expected } of suspects) {
    const ofLive = samePolicy ? expected : expectedOf(subject, facts.get(subject), live.policy);
    const isLiveRight = other !== undefined && ofLive !== undefined && isSame(other, ofLive);
    if (!isLiveRight) findings.note({ subject, slot: 'live' });
    else if (!isWrong) findings.differences.policy += 1;
  }
}

type Expected = Omit<Row, 'listed_level'>;

function expectedOf(subject: string, facts: readonly PlacedFact[] | undefined, policy: Policy): Expected | undefined {
  if (!facts) return undefined;
  const { state, reading, blockedBy } = newReading(foldFacts(subject, facts, policy), policy);
  return { subject, state: packState(state), e_milli: reading.E, p_milli: reading.P, level: state.level, blocked_by: blockedBy };
}

const isSame = (one: Expected, other: Expected): boolean =>
  one.state === other.state &&
  one.e_milli === other.e_milli &&
  one.p_milli === other.p_milli &&
  one.level === other.level &&
  one.blocked_by === other.blocked_by;

async function rowsOf(moment: Rows, { slot }: ReadingSlot, subjects: readonly string[]): Promise<ReadonlyMap<string, Row>> {
  const found = await moment.query<Row>(
    `SELECT subject, state, e_milli, p_milli, level, ${COLUMNS.join(', ')} FROM projector.reading WHERE slot = $1 AND subject = ANY($2::text[])`,
    [slot, subjects],
  );
  return new Map(found.map((row) => [row.subject, row]));
}

/** Who has a ledger and no row. */
async function missingIn(moment: Rows, made: ReadingSlot, live: ReadingSlot): Promise<readonly Fault[]> {
  const lacking = async ({ slot }: ReadingSlot, name: Fault['slot']): Promise<Fault[]> => {
    const found = await moment.query<{ subject: string }>(
      `SELECT DISTINCT subject FROM projector.ledger
        WHERE NOT EXISTS (SELECT FROM projector.reading WHERE slot = $1 AND reading.subject = ledger.subject)`,
      [slot],
    );
    return found.map(({ subject }) => ({ subject, slot: name }));
  };
  return [...(await lacking(made, 'made')), ...(await lacking(live, 'live'))];
}
