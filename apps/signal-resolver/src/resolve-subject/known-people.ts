import { isUnit } from '#contracts/signals/common';
import { dayOf } from '#domain/calendar/day';
import {
  type ByIdNumber,
  type Candidate,
  candidatesFor,
  type HeldPost,
  type Identity,
  type KnownCadre,
  type NamedSubject,
  ownerOfNumber,
  resolveIdentity,
} from '#domain/identity/resolve-identity';
import type { Transaction } from '#persistence/transaction';
import { knownUnits } from './known-units';
import { IS_MANAGED_HIGHER } from './managed-higher';
import type { PersonalMessage } from './message';
import type { People } from './ground';

interface Exact {
  readonly id: string;
  readonly name: string;
  readonly managedHigher: boolean;
}

/** What a message says of its subject. The day counts for signals only: a post fact speaks of a post that is not yet known to be held. */
function namedIn(message: PersonalMessage): NamedSubject {
  const { name, unitCode, post } = message.record.subject ?? {};
  const day = message.kind === 'signal' ? (message.sent.occurredOn ?? message.sent.periodTo) : undefined;
  return { name, unitCode, post, day: day === undefined ? undefined : dayOf(day) };
}

/** The part of the registry that the given messages name. */
export class KnownPeople implements People {
  private constructor(
    private readonly exact: ReadonlyMap<string, Exact>,
    private readonly namesakes: ReadonlyMap<string, readonly KnownCadre[]>,
    private readonly units: ReadonlySet<string>,
  ) {}

  static async namedIn(tx: Transaction, messages: readonly PersonalMessage[]): Promise<KnownPeople> {
    const subjects = messages.map(({ record }) => record.subject ?? {});
    const exact = await byToken(
      tx,
      subjects.flatMap(({ cadreToken }) => cadreToken ?? []),
    );
    const inDoubt = subjects.filter(({ cadreToken }) => cadreToken === undefined || !exact.has(cadreToken));
    return new KnownPeople(
      exact,
      await byName(
        tx,
        inDoubt.flatMap(({ name }) => name ?? []),
      ),
      await knownUnits(
        tx,
        subjects.flatMap((subject) => (isUnit(subject) ? (subject.unitCode ?? []) : [])),
      ),
    );
  }

  identify(message: PersonalMessage): Identity {
    const { subject = {} } = message.record;
    if (isUnit(subject)) return this.unitNamed(subject.unitCode);
    const named = namedIn(message);
    return resolveIdentity(named, this.byIdNumber(message), this.namesakesOf(named));
  }

  candidates(message: PersonalMessage): readonly Candidate[] {
    const exact = this.exactOf(message);
    if (exact !== undefined) return [ownerOfNumber(exact)];
    const named = namedIn(message);
    return candidatesFor(named, this.namesakesOf(named));
  }

  /** A code is whole or mistyped: nothing is near it. */
  private unitNamed(unitCode = ''): Identity {
    return this.units.has(unitCode) ? { kind: 'unit', unitCode } : { kind: 'unsure', candidates: [] };
  }

  private byIdNumber(message: PersonalMessage): ByIdNumber {
    const isGiven = message.record.subject?.cadreToken !== undefined;
    return this.exactOf(message) ?? (isGiven ? 'not-known' : 'not-given');
  }

  private exactOf(message: PersonalMessage): Exact | undefined {
    return this.exact.get(message.record.subject?.cadreToken ?? '');
  }

  private namesakesOf({ name }: NamedSubject): readonly KnownCadre[] {
    return this.namesakes.get(name ?? '') ?? [];
  }
}

async function byToken(tx: Transaction, tokens: readonly string[]): Promise<Map<string, Exact>> {
  if (tokens.length === 0) return new Map();
  const rows = await tx.query<Exact & { token: string }>(
    `SELECT token, id, name, ${IS_MANAGED_HIGHER} AS "managedHigher" FROM resolver.cadre WHERE token = ANY($1::text[])`,
    [[...new Set(tokens)]],
  );
  return new Map(rows.map(({ token, ...exact }) => [token, exact]));
}

interface HeldRow {
  readonly id: string;
  readonly name: string;
  readonly managed_higher: boolean;
  readonly title: string | null;
  readonly unit_code: string;
  readonly unit_name: string;
  readonly from_day: number;
  readonly left_day: number | null;
}

async function byName(tx: Transaction, names: readonly string[]): Promise<Map<string, KnownCadre[]>> {
  if (names.length === 0) return new Map();
  const rows = await tx.query<HeldRow>(
    `SELECT cadre.id, cadre.name, ${IS_MANAGED_HIGHER} AS managed_higher, post.title, post.unit_code, unit.name AS unit_name,
            history.from_day - DATE '2000-01-01' AS from_day, history.left_day - DATE '2000-01-01' AS left_day
       FROM resolver.cadre cadre
       LEFT JOIN resolver.post_history history ON history.cadre_id = cadre.id
       LEFT JOIN resolver.post post ON post.code = history.post_code
       LEFT JOIN resolver.unit unit ON unit.code = post.unit_code
      WHERE cadre.name = ANY($1::text[]) ORDER BY cadre.id, history.from_day, history.post_code`,
    [[...new Set(names)]],
  );
  const namesakes = new Map<string, KnownCadre[]>();
  for (const cadreRows of Map.groupBy(rows, ({ id }) => id).values()) {
    const cadre = cadreOf(cadreRows);
    if (cadre) namesakes.set(cadre.name, [...(namesakes.get(cadre.name) ?? []), cadre]);
  }
  return namesakes;
}

function cadreOf(rows: readonly HeldRow[]): KnownCadre | undefined {
  const posts = rows.flatMap(({ title, unit_code: unitCode, unit_name: unitName, from_day: from, left_day: left }): HeldPost[] =>
    title === null ? [] : [{ title, unitCode, unitName, from, left }],
  );
  const [first] = rows;
  return first && { id: first.id, name: first.name, posts, managedHigher: first.managed_higher };
}
