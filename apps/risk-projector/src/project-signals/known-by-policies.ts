import type { KnownEdges } from '#domain/risk/corrections';
import { type KnownEdge, type KnownHistory, knownHistory, type LedgerFact } from '#domain/risk/known-history';
import type { Policy } from '#domain/risk/policy';
import { readableUnder } from '#domain/risk/under-policy';
import type { Told } from './told-rows';

/** What is known of a subject, before an event and with it. */
export interface KnownByPolicies {
  readonly edges: KnownEdges;
  /** The events after which the gate was open, by what is known with the event. */
  readonly gates: ReadonlySet<string>;
}

/** The policy that is live, and by name those under which something was announced. */
export interface Policies {
  readonly live: Policy;
  readonly earlier: ReadonlyMap<string, Policy>;
}

/**
 * What each event did by what is known with the last of these facts: what was announced is measured by the policy under which it was,
 * everything else by the live one. A change of policy corrects nothing.
 */
export function knownByPolicies(facts: readonly LedgerFact[], told: Told, { live, earlier }: Policies): KnownByPolicies {
  const before = knownHistory(facts.slice(0, -1), live).edges;
  const now = knownHistory(facts, live);
  const others = [...earlier].filter(([name]) => name !== live.name).map(([name, policy]) => ofAnnounced(facts, told, { name, policy }));
  const elsewhere = new Set(
    [...told.alerts.values(), ...told.gates.values()].flatMap((row) => (row.policy === live.name ? [] : row.cause)),
  );
  const mine = ({ cause }: KnownEdge): boolean => !elsewhere.has(cause);
  return {
    edges: { before, now: [...others.flatMap(({ edges }) => edges), ...now.edges.filter(mine)] },
    gates: new Set([...others.flatMap(({ gates }) => gates), ...now.gates.filter((cause) => !elsewhere.has(cause))]),
  };
}

interface Named {
  readonly name: string;
  readonly policy: Policy;
}

/** Of what a policy makes of the facts, what was announced under it; nothing that was rests on a type that it does not know. */
function ofAnnounced(facts: readonly LedgerFact[], told: Told, { name, policy }: Named): KnownHistory {
  const history = knownHistory(
    facts.map((fact) => fact.flatMap((entry) => readableUnder(entry, policy) ?? [])).filter((fact) => fact.length > 0),
    policy,
  );
  return {
    edges: history.edges.filter(({ cause }) => told.alerts.get(cause)?.policy === name),
    gates: history.gates.filter((cause) => told.gates.get(cause)?.policy === name),
  };
}
