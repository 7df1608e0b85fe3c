import { alertCorrected } from '#contracts/alerts/alert-corrected.v1';
import { alertRaised } from '#contracts/alerts/alert-raised.v1';
import { LEVELS } from '#contracts/risk/risk-events';
import { dateOf } from '#domain/calendar/day';
import { type KnownEdge, knownHistory } from '#domain/risk/known-history';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import { SHIPPED_POLICY } from '#domain/risk/policies';
import { underPolicy } from '#domain/risk/under-policy';
import type { Database } from '#persistence/database';
import { uuidOf } from '#platform/event-id';

interface EntryRow {
  readonly subject: string;
  readonly log_offset: string;
  readonly entry: string;
}

/** Ids of alerts that, after their corrections, do not say what the history of their subject says by what is known now. */
export async function wrongAlerts(database: Database): Promise<readonly string[]> {
  const said = await saidByAlerts(database);
  const known = await knownByAlerts(database);
  return [...new Set([...said.keys(), ...known.keys()])].filter((id) => said.get(id) !== known.get(id)).toSorted();
}

/** As somebody hears it who takes alerts and corrections in their order. */
async function saidByAlerts(database: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await database.query<{ alert: string | null; correction: string | null }>(
    `SELECT body AS alert, NULL AS correction, seq FROM dispatcher.alert
     UNION ALL SELECT NULL, body, seq FROM dispatcher.correction ORDER BY seq`,
  );
  const said = new Map<string, string>();
  for (const { alert, correction } of rows) {
    if (alert !== null) {
      const { alertId, subject, ...edge } = alertRaised.parse(JSON.parse(alert));
      said.set(alertId, textOf(subject, edge));
      continue;
    }
    const { alertId, subject, now } = alertCorrected.parse(JSON.parse(correction ?? ''));
    if (now) said.set(alertId, textOf(subject, now));
    else said.delete(alertId);
  }
  return said;
}

async function knownByAlerts(database: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await database.query<EntryRow>(
    `SELECT subject, log_offset, entry FROM projector.ledger WHERE state = 'folded' ORDER BY subject, log_offset, place`,
  );
  const known = new Map<string, string>();
  for (const [subject, ofSubject] of Map.groupBy(rows, (row) => row.subject)) {
    const facts = Map.groupBy(ofSubject, (row) => row.log_offset).values();
    const entries = [...facts].map((fact) => fact.map(({ entry }) => underPolicy(JSON.parse(entry) as LedgerEntry, SHIPPED_POLICY)));
    for (const edge of knownHistory(entries, SHIPPED_POLICY).edges) known.set(uuidOf('alert', subject, edge.cause), ofEdge(subject, edge));
  }
  return known;
}

interface Told {
  readonly from: string;
  readonly to: string;
  readonly day: string;
  readonly e: number;
  readonly p: number;
}

const textOf = (subject: string, { from, to, day, e, p }: Told): string => [subject, from, to, day, e, p].join(' ');

const ofEdge = (subject: string, { from, to, day, E: e, P: p }: KnownEdge): string =>
  textOf(subject, { from: LEVELS[from] ?? '', to: LEVELS[to] ?? '', day: dateOf(day), e, p });
