import type { Rows } from '#persistence/transaction';

export interface CertificateRow {
  readonly id: string;
  readonly at: Date;
  readonly asked_by: string;
  readonly policy: string;
  readonly live_policy: string;
  readonly valid: boolean;
  readonly findings: unknown;
  readonly age_seconds: number;
}

/** The newest certificate of what stands in the slot that is not live; those of earlier fillings count no more. */
export async function newestCertificate(rows: Rows): Promise<CertificateRow | undefined> {
  const [newest] = await rows.query<CertificateRow>(
    `SELECT made.id, made.made_at AS at, made.asked_by, made.policy, made.live_policy, made.valid, made.findings,
            extract(epoch FROM now() - made.made_at)::float8 AS age_seconds
       FROM projector.certificate made
       JOIN projector.slot ON slot.slot = made.slot AND slot.filling = made.filling AND slot.state <> 'live'
      WHERE NOT made.void ORDER BY made.made_at DESC LIMIT 1`,
  );
  return newest;
}
