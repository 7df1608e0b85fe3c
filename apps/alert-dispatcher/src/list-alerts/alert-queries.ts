import { alertRaised, type AlertRaised } from '#contracts/alerts/alert-raised.v1';
import { Database, type Scope } from '#persistence/database';

export interface NumberedAlert {
  /** Its place in the order in which alerts were committed; later ones are greater, gaps do not occur. */
  readonly seq: number;
  readonly alert: AlertRaised;
  readonly at: Date;
}

/** What readers ask about alerts. */
export abstract class AlertQueries {
  /** The alerts in a scope after a place, in order. */
  abstract after(scope: Scope, seq: number, limit: number): Promise<readonly NumberedAlert[]>;

  /** The place of the newest alert of all; 0 before the first. */
  abstract latest(): Promise<number>;
}

export class PostgresAlertQueries extends AlertQueries {
  constructor(private readonly database: Database) {
    super();
  }

  override async after(scope: Scope, seq: number, limit: number): Promise<readonly NumberedAlert[]> {
    const rows = await this.database.readAs(scope, async (reading) =>
      reading.query<{ seq: string; body: string; at: Date }>(
        'SELECT seq, body, at FROM dispatcher.alert WHERE seq > $1 ORDER BY seq LIMIT $2',
        [seq, limit],
      ),
    );
    return rows.map((row) => ({ seq: Number(row.seq), alert: alertRaised.parse(JSON.parse(row.body)), at: row.at }));
  }

  override async latest(): Promise<number> {
    const [row] = await this.database.query<{ seq: string }>('SELECT coalesce(max(seq), 0) AS seq FROM dispatcher.alert');
    return Number(row?.seq ?? 0);
  }
}
