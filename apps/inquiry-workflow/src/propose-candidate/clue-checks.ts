import type { LevelCorrected, ToldEdge } from '#contracts/risk/risk-corrections';
import type { LevelName } from '#contracts/risk/risk-events';
import type { Transaction } from '#persistence/transaction';
import type { RiskEvent } from './read-risk-events';

/** A cadre in the queue, by the event that brought them there. */
interface ClueCheck extends Pick<ToldEdge, 'to' | 'e' | 'day'> {
  readonly subject: string;
  readonly cause: string;
}

const REACHED: readonly LevelName[] = ['inquiry', 'priority'];

const reaches = (edge: Pick<ToldEdge, 'to'> | null): boolean => edge !== null && REACHED.includes(edge.to);

/**
 * The queue of cadres who reached 函询 or 重点 by an event on which nothing can be proposed: a person looks for the clue.
 * A passed gate ends the looking, be it by the event that raised the level (the projector says "level raised" first) or by a
 * later one: what was missing is there.
 */
export async function keepClueChecks(tx: Transaction, heard: readonly RiskEvent[]): Promise<void> {
  await correctClueChecks(
    tx,
    heard.flatMap((each) => (each.kind === 'level-corrected' ? [each.event] : [])),
  );
  const open = new Map<string, ClueCheck[]>();
  const passed = new Set<string>();
  for (const each of heard) {
    const { subject } = each.event;
    if (each.kind === 'level-corrected') open.set(subject, correctedIn(open.get(subject) ?? [], each.event));
    const check = checkIn(each);
    if (check) open.set(subject, [...(open.get(subject) ?? []), check]);
    if (each.kind !== 'passed') continue;
    passed.add(subject);
    open.delete(subject);
  }
  if (passed.size > 0) await tx.query('DELETE FROM workflow.clue_check WHERE cadre_id = ANY($1::text[])', [[...passed]]);
  await putIn(tx, [...open.values()].flat());
}

/** What is to be put in by an edge of the same batch that is another one now. */
const correctedIn = (open: readonly ClueCheck[], event: LevelCorrected): ClueCheck[] =>
  open.flatMap((check) => (check.cause === event.cause ? (checkNow(event) ?? []) : [check]));

/** An event that brings the cadre to the level, or back to it. */
function checkIn({ kind, event }: RiskEvent): ClueCheck | undefined {
  if (kind === 'raised') return reaches(event) ? event : undefined;
  return kind === 'level-corrected' && event.raises ? checkNow(event) : undefined;
}

function checkNow({ subject, cause, now }: LevelCorrected): ClueCheck | undefined {
  return now && reaches(now) ? { subject, cause, ...now } : undefined;
}

/** What was queued by an edge that is another one now: the edge that reached the level in its place takes over what waits. */
async function correctClueChecks(tx: Transaction, corrected: readonly LevelCorrected[]): Promise<void> {
  const standing = corrected.flatMap((event) => checkNow(event) ?? []);
  await putIn(tx, standing, 'WHERE EXISTS (SELECT FROM workflow.clue_check waiting WHERE waiting.cadre_id = reached.cadre_id)');
  const fallen = corrected.filter(({ now }) => !reaches(now));
  if (fallen.length === 0) return;
  await tx.query(
    `DELETE FROM workflow.clue_check queued USING unnest($1::text[], $2::uuid[]) AS fallen (cadre_id, cause)
      WHERE queued.cadre_id = fallen.cadre_id AND queued.cause = fallen.cause`,
    [fallen.map(({ subject }) => subject), fallen.map(({ cause }) => cause)],
  );
}

/** An event may stand in a batch twice: what was sent without an answer is sent again. What it says last counts. */
async function putIn(tx: Transaction, told: readonly ClueCheck[], only = ''): Promise<void> {
  if (told.length === 0) return;
  const reached = [...new Map(told.map((check) => [`${check.subject} ${check.cause}`, check])).values()];
  await tx.query(
    `INSERT INTO workflow.clue_check AS queued (cadre_id, cause, level, e_milli, day)
     SELECT * FROM unnest($1::text[], $2::uuid[], $3::text[], $4::int[], $5::date[]) AS reached (cadre_id, cause, level, e_milli, day) ${only}
     ON CONFLICT (cadre_id, cause) DO UPDATE SET level = excluded.level, e_milli = excluded.e_milli, day = excluded.day`,
    [
      reached.map(({ subject }) => subject),
      reached.map(({ cause }) => cause),
      reached.map(({ to }) => to),
      reached.map(({ e }) => e),
      reached.map(({ day }) => day),
    ],
  );
}
