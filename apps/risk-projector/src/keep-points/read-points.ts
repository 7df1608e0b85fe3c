import { isCadre } from '#domain/identity/subject';
import { type DecidedFact, factsOfLedger } from '#domain/points/facts';
import { pointsOn } from '#domain/points/points-on';
import type { Policy } from '#domain/risk/policy';
import { keepPoints, lockPoints, readEntries, todayOf } from '#persistence/points-rows';
import type { NamedScheme } from '#persistence/points-schemes';
import type { Rows } from '#persistence/transaction';
import { readFacts } from '../project-signals/ledger-rows';

/** By what points are read: the schemes that are live, and the odds policy that ranks who decided on a signal. */
export interface PointsBasis {
  readonly schemes: readonly NamedScheme[];
  readonly policy: Policy;
}

/**
 * Reads the points of subjects anew, from the whole ledger and all that people entered, as of today by the clock of the database, and
 * keeps them: the same however often it is done.
 */
export async function rereadPoints(rows: Rows, subjects: readonly string[], { schemes, policy }: PointsBasis): Promise<void> {
  if (subjects.length === 0 || schemes.length === 0) return;
  await lockPoints(rows, subjects);
  const today = await todayOf(rows);
  const facts = await decidedFacts(rows, subjects, policy);
  const entered = await readEntries(rows, subjects);
  await keepPoints(
    rows,
    subjects.flatMap((subject) =>
      schemesFor(subject, schemes).map((named) => {
        const known = [...(facts.get(subject) ?? []), ...entered(subject, named.scheme.name)];
        return { subject, named, reading: pointsOn(named.scheme, known, today) };
      }),
    ),
  );
}

/** The facts of subjects that may carry points under some scheme. */
export async function decidedFacts(rows: Rows, subjects: readonly string[], policy: Policy): Promise<Map<string, readonly DecidedFact[]>> {
  const facts = await readFacts(rows, subjects, policy, { folded: true });
  return new Map(
    [...facts].map(([subject, ofSubject]) => [
      subject,
      factsOfLedger(
        ofSubject.flatMap(({ entries }) => entries ?? []),
        policy,
      ),
    ]),
  );
}

/** The schemes whose object the subject is. */
export function schemesFor(subject: string, schemes: readonly NamedScheme[]): readonly NamedScheme[] {
  return schemes.filter(({ scheme }) => scheme.objects.includes(isCadre(subject) ? 'cadre' : 'unit'));
}
