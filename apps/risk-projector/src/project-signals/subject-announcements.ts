import { tellReopened } from '#domain/risk/corrections';
import type { KnownEdge, LedgerFact } from '#domain/risk/known-history';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import type { OutgoingEvent } from '#persistence/transaction';
import { gatePassed, levelRaised, ownEdge, passesGate } from './announcements';
import { gateCorrected, levelCorrected, type Reopening } from './correction-events';
import { knownByPolicies, type Policies } from './known-by-policies';
import type { Step } from './project-subject';
import type { Told, ToldAlert, ToldGate } from './told-rows';

/** What one subject's steps in a batch have to announce, and what stands announced afterwards; in log order. Pure. */
export class SubjectAnnouncements {
  readonly events: OutgoingEvent[] = [];
  readonly alerts: ToldAlert[] = [];
  readonly gates: ToldGate[] = [];
  private readonly facts: LedgerFact[];

  /**
   * @param earlier the subject's facts from before the batch; may be empty where no step reopens earlier ones or passes the gate
   * @param told what was announced of the subject before; may be empty where no step reopens earlier ones
   */
  constructor(
    private readonly subject: string,
    earlier: readonly LedgerFact[],
    private readonly told: Told,
    private readonly policies: Policies,
  ) {
    this.facts = [...earlier];
  }

  add(step: Step): void {
    const { live } = this.policies;
    if (step.applied.reopens) this.reopen(step);
    else this.raise(ownEdge(step, live));
    if (passesGate(step)) {
      this.events.push(gatePassed(step, this.entries(), live));
      this.keepGate(step.cause, true);
    }
    this.facts.push(step.entries);
  }

  /** What no longer holds of what was announced before; the history up to and with this step is the measure. */
  private reopen(step: Step): void {
    const reopening = { step, earlier: this.entries(), policy: this.policies.live };
    const known = knownByPolicies([...this.facts, step.entries], this.told, this.policies);
    const said = [...this.told.alerts.values()].flatMap(({ edge }) => edge ?? []);
    const { raised, corrections } = tellReopened(step.cause, step.applied, said, known.edges);
    for (const correction of corrections) {
      this.events.push(levelCorrected(reopening, correction));
      this.keepAlert(correction.cause, correction.now);
    }
    this.raise(raised);
    this.correctGates(reopening, known.gates);
  }

  private correctGates(reopening: Reopening, open: ReadonlySet<string>): void {
    if (this.told.gates.size === 0) return;
    const changed = [...this.told.gates.values()].filter(({ cause, holds }) => holds !== open.has(cause));
    const fallen = changed.filter(({ holds }) => holds).map(({ cause }) => cause);
    const corrected = gateCorrected(reopening, fallen);
    if (corrected) this.events.push(corrected);
    for (const { cause, holds } of changed) this.keepGate(cause, !holds);
  }

  private raise(edge: KnownEdge | undefined): void {
    if (edge === undefined) return;
    this.events.push(levelRaised(this.subject, edge, this.policies.live));
    this.keepAlert(edge.cause, edge);
  }

  /** What was announced stays under its policy. */
  private keepAlert(cause: string, edge: KnownEdge | undefined): void {
    const policy = this.told.alerts.get(cause)?.policy ?? this.policies.live.name;
    const row = { subject: this.subject, cause, policy, edge };
    this.told.alerts.set(cause, row);
    this.alerts.push(row);
  }

  private keepGate(cause: string, holds: boolean): void {
    const policy = this.told.gates.get(cause)?.policy ?? this.policies.live.name;
    const row = { subject: this.subject, cause, policy, holds };
    this.told.gates.set(cause, row);
    this.gates.push(row);
  }

  private entries(): readonly LedgerEntry[] {
    return this.facts.flat();
  }
}
