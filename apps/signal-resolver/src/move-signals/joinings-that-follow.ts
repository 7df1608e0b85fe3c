import { randomUUID } from 'node:crypto';
import type { RiskFact } from '#contracts/risk/risk-facts';
import type { Transaction } from '#persistence/transaction';

interface JoiningRow {
  readonly subject: string;
  readonly kind: 'link' | 'campaign';
  readonly signals: string[];
  readonly texts: number | null;
  readonly accounts: number | null;
  readonly reason: string;
  readonly made_by: string;
}

/** What is joined, and as what. */
type Joined = Pick<JoiningRow, 'kind' | 'signals' | 'texts' | 'accounts'>;

interface Followed extends JoiningRow {
  readonly matters: readonly string[];
}

/** Where signals are moved to, and on which day. */
interface Moving {
  readonly to: string;
  readonly signals: readonly string[];
  readonly today: string;
}

/**
 * Links and campaigns that name two or more signals which are then at the right subject are said there too; what they say of the
 * others stays where it is. What one that stands there says already is not said again, or undoing that one would not part them: signals
 * that come back find what was left there, and what has followed before is at several subjects. Before anything is taken from there, for
 * the matters go with the signals.
 * @returns what the reading is told, before the signals come
 */
export async function joiningsThatFollow(tx: Transaction, { to, signals, today }: Moving): Promise<readonly RiskFact[]> {
  const rows = await tx.query<JoiningRow>(
    `SELECT subject, kind, signals, texts, accounts, reason, made_by FROM resolver.joining
      WHERE undone_at IS NULL AND (subject = $1 OR signals && $2::uuid[]) ORDER BY made_at, id`,
    [to, signals],
  );
  const standing: Joined[] = rows.filter(({ subject }) => subject === to);
  const elsewhere = rows.filter(({ subject }) => subject !== to);
  if (elsewhere.length === 0) return [];
  const matterOf = await mattersThere(tx, { to, signals, today });
  const facts: RiskFact[] = [];
  for (const row of elsewhere) {
    const named = row.signals.filter((id) => matterOf.has(id));
    const joined = row.kind === 'link' ? withTheirCampaigns(named, rows) : named;
    const matters = [...new Set(joined.flatMap((id) => matterOf.get(id) ?? []))].toSorted();
    if (named.length < 2 || (row.kind === 'link' && matters.length < 2)) continue;
    const followed = { ...row, signals: named, matters, texts: atMost(row.texts, named), accounts: atMost(row.accounts, named) };
    if (standing.some((there) => saysToo(there, followed))) continue;
    facts.push(await keep(tx, followed, { to, today }));
    standing.push(followed);
  }
  return facts;
}

/** As where a person links them: a letter of a campaign stands for all of them, as far as they are there. */
function withTheirCampaigns(named: readonly string[], joinings: readonly Joined[]): readonly string[] {
  const theirs = joinings.filter(({ kind, signals }) => kind === 'campaign' && signals.some((id) => named.includes(id)));
  return [...named, ...theirs.flatMap(({ signals }) => signals)];
}

/** Of the signals that move and of those that are there, their matters. */
async function mattersThere(tx: Transaction, { to, signals }: Moving): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ event_id: string; matter: string }>(
    'SELECT event_id, matter FROM resolver.signal_as_sent WHERE matter IS NOT NULL AND (subject = $1 OR event_id = ANY($2::uuid[]))',
    [to, signals],
  );
  return new Map(rows.map(({ event_id: id, matter }) => [id, matter]));
}

const atMost = (count: number | null, { length }: readonly string[]): number | null => (count === null ? null : Math.min(count, length));

/** Whether it joins these signals, with others or without, and counts them the same. */
const saysToo = (standing: Joined, { kind, signals, texts, accounts }: Joined): boolean =>
  standing.kind === kind &&
  signals.every((id) => standing.signals.includes(id)) &&
  atMost(standing.texts, signals) === texts &&
  atMost(standing.accounts, signals) === accounts;

async function keep(tx: Transaction, joining: Followed, { to, today }: Pick<Moving, 'to' | 'today'>): Promise<RiskFact> {
  const { kind, signals, texts, accounts, reason, made_by: by, matters } = joining;
  const id = randomUUID();
  await tx.query(
    `INSERT INTO resolver.joining (id, subject, kind, signals, texts, accounts, reason, made_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, to, kind, signals, texts, accounts, reason, by],
  );
  const about = { subject: to, releasedOn: today, eventId: id } as const;
  if (kind === 'link') return { kind, ...about, matters: [...matters] };
  return { kind, ...about, members: signals, texts: texts ?? 1, accounts: accounts ?? 0 };
}
