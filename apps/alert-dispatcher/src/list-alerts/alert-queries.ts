import { alertCorrected, type AlertCorrected } from '#contracts/alerts/alert-corrected.v1';
import { alertRaised, type AlertRaised } from '#contracts/alerts/alert-raised.v1';
import { Database, type Scope } from '#persistence/database';

/** An alert, or a correction of one at its own place. */
export interface NumberedAlert {
  /** Its place in the order in which they were committed; later ones are greater, gaps do not occur. */
  readonly seq: number;
  readonly alert: AlertRaised | null;
  /** Beside an alert the latest of it. */
  readonly correction: AlertCorrected | null;
  readonly at: Date;
}

/** What readers ask about alerts. */
export abstract class AlertQueries {
  /** The alerts and corrections in a scope after a place, in order. */
  abstract after(scope: Scope, seq: number, limit: number): Promise<readonly NumberedAlert[]>;

  /** The place of the newest of all; 0 before the first. */
  abstract latest(): Promise<number>;
}

interface AlertRow {
  readonly seq: string;
  readonly alert: string | null;
  readonly correction: string | null;
  readonly at: Date;
}

export class PostgresAlertQueries extends AlertQueries {
  constructor(private readonly database: Database) {
    super();
  }

  override async after(scope: Scope, seq: number, limit: number): Promise<readonly NumberedAlert[]> {
    const rows = await this.database.readAs(scope, async (reading) =>
      reading.query<AlertRow>(
        `SELECT seq, alert.body AS alert, at,
                (SELECT body FROM dispatcher.correction latest WHERE latest.alert_id = alert.alert_id ORDER BY seq DESC LIMIT 1) AS correction
           FROM dispatcher.alert WHERE seq > $1
         UNION ALL
         SELECT seq, NULL, at, body FROM dispatcher.correction WHERE seq > $1
         ORDER BY seq LIMIT $2`,
        [seq, limit],
      ),
    );
    return rows.map((row) => ({
      seq: Number(row.seq),
      alert: row.alert === null ? null : alertRaised.parse(JSON.parse(row.alert)),
      correction: row.correction === null ? null : alertCorrected.parse(JSON.parse(row.correction)),
      at: row.at,
    }));
  }

  override async latest(): Promise<number> {
    const [row] = await this.database.query<{ seq: string }>(
      'SELECT greatest((SELECT max(seq) FROM dispatcher.alert), (SELECT max(seq) FROM dispatcher.correction), 0) AS seq',
    );
    return Number(row?.seq ?? 0);
  }
}
