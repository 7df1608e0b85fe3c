import { type Correction, tellReopened } from '#domain/risk/corrections';
import { applied, type Applied } from '#domain/risk/advance';
import { applyEntry } from '#domain/risk/fold';
import { type KnownEdge, knownHistory, type LedgerFact } from '#domain/risk/known-history';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import { SHIPPED_POLICY as policy } from '#domain/risk/policies';
import { readOn } from '#domain/risk/reading';
import { EMPTY_STATE, type SubjectState } from '#domain/risk/subject-state';
import { anUnplacedSignal, placed } from '#testing/arbitrary-ledger';
import { aPostHeld, aWithdrawal } from '#testing/ledger';
import { aMistaken } from '#testing/moves';
import { anyLedger } from '#testing/tight-ledger';
import fc from 'fast-check';

/** What somebody knows who hears every alert and every correction. */
class Listener {
  readonly alerts = new Map<string, KnownEdge>();
  /** Corrections of what was not said. */
  readonly surprises: Correction[] = [];
  /** Events that raised the level without an alarm, or alarmed without raising it. */
  readonly unheard: string[] = [];
  private readonly facts: LedgerFact[] = [];
  private state: SubjectState = EMPTY_STATE;

  /** As the projector does it: the history is looked at only when an event reopens it. */
  hear(fact: LedgerFact): void {
    const cause = fact.at(-1)?.id ?? '';
    const step = this.step(fact);
    const before = step.reopens ? this.known() : [];
    this.state = step.state;
    this.facts.push(fact);
    if (step.reopens) this.reopen(cause, step, before);
    else this.raise(cause, step);
  }

  private raise(cause: string, step: Applied): void {
    const { E, P } = readOn(step.state, step.state.asOf, policy);
    if (step.edge) this.alerts.set(cause, { cause, ...step.edge, E, P });
  }

  private reopen(cause: string, step: Applied, before: readonly KnownEdge[]): void {
    const { raised, corrections } = tellReopened(cause, step, [...this.alerts.values()], { before, now: this.known() });
    const alarms = corrections.filter(({ raises }) => raises).length + (raised ? 1 : 0);
    if (alarms !== (step.edge ? 1 : 0)) this.unheard.push(cause);
    if (raised) this.alerts.set(cause, raised);
    for (const correction of corrections) this.take(correction);
  }

  private take(correction: Correction): void {
    const { cause, said, now } = correction;
    if (JSON.stringify(this.alerts.get(cause)) !== JSON.stringify(said)) this.surprises.push(correction);
    if (now) this.alerts.set(cause, now);
    else this.alerts.delete(cause);
  }

  known(): readonly KnownEdge[] {
    return knownHistory(this.facts, policy).edges;
  }

  private step(fact: LedgerFact): Applied {
    const steps: Applied[] = [];
    for (const [place, entry] of fact.entries()) {
      const before = [...this.facts.flat(), ...fact.slice(0, place)];
      steps.push(applyEntry(steps.at(-1)?.state ?? this.state, entry, before, policy));
    }
    const before = steps[0]?.before ?? { level: 0, gate: false };
    const reopens = steps.some((each) => each.reopens);
    return applied({ state: steps.at(-1)?.state ?? this.state, before }, reopens);
  }
}

const byCause = (edges: Iterable<KnownEdge>): readonly KnownEdge[] => [...edges].toSorted((a, b) => (a.cause < b.cause ? -1 : 1));

/** Entries next to each other as one event, as a correction brings them. */
const someFacts = fc.tuple(anyLedger, fc.array(fc.boolean(), { maxLength: 18 })).map(([log, joined]) =>
  log.reduce<LedgerEntry[][]>((facts, entry, place) => {
    const last = facts.at(-1);
    const isOneEvent = last !== undefined && joined[place] === true && last[0]?.releasedOn === entry.releasedOn;
    return isOneEvent ? [...facts.slice(0, -1), [...last, entry]] : [...facts, [entry]];
  }, []),
);

describe('alerts and their corrections', () => {
  it('are, after every event, the edges of the history that is known then', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const listener = new Listener();
        for (const fact of facts) {
          listener.hear(fact);
          expect(byCause(listener.alerts.values())).toEqual(byCause(listener.known()));
        }
        expect([listener.surprises, listener.unheard]).toEqual([[], []]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('leave no alert of a signal that was taken back, and of the others what they would say had it never come', () => {
    const inserted = fc.tuple(anyLedger, anUnplacedSignal, fc.nat());
    fc.assert(
      fc.property(inserted, ([log, unplaced, at]) => {
        const place = at % (log.length + 1);
        const signal = placed(unplaced, 'x', log[place]?.releasedOn ?? log.at(-1)?.releasedOn ?? 100);
        const listener = new Listener();
        const last = log.at(-1)?.releasedOn ?? 100;
        for (const entry of [...log.slice(0, place), signal, ...log.slice(place), aWithdrawal('x', last)]) listener.hear([entry]);
        const never = knownHistory(
          log.map((entry) => [entry]),
          policy,
        );
        expect(listener.alerts.has('x')).toBe(false);
        expect(byCause(listener.alerts.values())).toEqual(byCause(never.edges));
      }),
      { numRuns: 1_000 },
    );
  });

  it('leave no alert of a signal that was moved to another subject, and of the others what they would say had it never come', () => {
    fc.assert(
      fc.property(aMistaken, ({ told, never }) => {
        const listener = new Listener();
        for (const entry of told) listener.hear([entry]);
        const last: LedgerFact = [aPostHeld({ id: 'last', from: told.at(-1)?.releasedOn ?? 0 })];
        const { edges } = knownHistory([...never.map((entry) => [entry]), last], policy);
        expect(byCause(listener.alerts.values())).toEqual(byCause(edges));
        expect([listener.surprises, listener.unheard]).toEqual([[], []]);
      }),
      { numRuns: 1_000 },
    );
  });
});
