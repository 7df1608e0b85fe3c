import type { Certified, Slots } from '#domain/rebuild/slots';
import type { Rows } from '#persistence/transaction';
import { newestCertificate } from '../reading-slots/certificates';
import { lapseReviews, listForReview } from './list-for-review';

/** Who wants which slot to be live, and why. */
export interface SwitchAsked {
  readonly kind: 'switch' | 'back';
  readonly by: string;
  readonly reason: string;
}

export interface Switching {
  readonly switchId: string;
  readonly asked: SwitchAsked;
  readonly before: Slots;
  readonly after: Slots;
  /** Where the live slot stands still meanwhile, by partition. */
  readonly held: ReadonlyMap<number, number>;
}

export async function certifiedOf(rows: Rows): Promise<Certified | undefined> {
  const newest = await newestCertificate(rows);
  return newest && { valid: newest.valid, ageSeconds: newest.age_seconds };
}

/** What was switched, by whom, on what grounds; and who is to be looked at because of it. */
export async function keepSwitch(rows: Rows, { switchId, asked, before, held }: Switching): Promise<void> {
  const { live, other } = before;
  const certificate = asked.kind === 'switch' ? (await newestCertificate(rows))?.id : undefined;
  await rows.query(
    `INSERT INTO projector.slot_switch (id, kind, from_slot, to_slot, from_policy, to_policy, by, reason, certificate, offsets)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      switchId,
      asked.kind,
      live.slot,
      other.slot,
      live.policy,
      other.policy,
      asked.by,
      asked.reason,
      certificate ?? null,
      JSON.stringify(Object.fromEntries(held)),
    ],
  );
  const switched = { switchId, from: live.slot, to: other.slot };
  if (asked.kind === 'switch') return listForReview(rows, switched);
  const [undone] = await rows.query<{ id: string; day: string }>(
    `SELECT id, (at AT TIME ZONE 'Asia/Shanghai')::date::text AS day FROM projector.slot_switch WHERE kind = 'switch' ORDER BY at DESC LIMIT 1`,
  );
  if (undone) await lapseReviews(rows, undone.id);
  // Who stood there when the switch came was known then.
  return listForReview(rows, switched, undone?.day ?? null);
}
