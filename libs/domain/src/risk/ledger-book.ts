import { judge, NOTHING, valueOf, type Judgement, type Value } from '#domain/risk/signal-value';
import type { ChangeEntry, LedgerEntry, MitigationEntry, SignalEntry } from '#domain/risk/ledger-entry';
import type { Policy } from '#domain/risk/policy';

/**
 * A subject's entries, indexed by what they speak about. Entries may come in any order: a change may come before its
 * signal, a withdrawal before its target.
 */
export class LedgerBook {
  private readonly ids = new Set<string>();
  private readonly awaited = new Set<string>();
  private readonly withdrawn = new Set<string>();
  private readonly signals = new Map<string, SignalEntry>();
  private readonly changes = new Map<string, ChangeEntry[]>();
  private readonly mitigations = new Map<string, MitigationEntry[]>();
  private readonly targets = new Map<string, readonly string[]>();

  constructor(
    entries: readonly LedgerEntry[],
    private readonly policy: Policy,
  ) {
    for (const entry of entries) this.record(entry);
  }

  /** True when no entry names one that has not come: then a new signal is worth what it says. */
  get complete(): boolean {
    return this.awaited.size === 0;
  }

  /** The ids of the signals whose value this entry may change, whether they have come or not. */
  touchedBy(entry: LedgerEntry): readonly string[] {
    switch (entry.kind) {
      case 'signal':
        return [entry.id];
      case 'change':
        return [entry.target];
      case 'mitigation':
        return [...new Set(entry.targets)];
      case 'withdrawal':
        return this.targets.get(entry.target) ?? [entry.target];
      case 'post-held':
      case 'post-left':
        return [];
    }
  }

  record(entry: LedgerEntry): void {
    this.ids.add(entry.id);
    this.awaited.delete(entry.id);
    switch (entry.kind) {
      case 'signal':
        this.signals.set(entry.id, entry);
        break;
      case 'change':
        this.point(entry, this.changes, [entry.target]);
        break;
      case 'mitigation':
        this.point(entry, this.mitigations, new Set(entry.targets));
        break;
      case 'withdrawal':
        this.withdrawn.add(entry.target);
        this.await(entry.target);
        break;
      case 'post-held':
      case 'post-left':
        break;
    }
  }

  /** Withdrawn by its own source; no later decision brings it back. */
  isWithdrawn(id: string): boolean {
    return this.withdrawn.has(id);
  }

  signal(id: string): SignalEntry | undefined {
    return this.signals.get(id);
  }

  judgementOf(signal: SignalEntry): Judgement {
    const judgement = judge(signal, this.standing(this.changes, signal.id), this.standing(this.mitigations, signal.id));
    return this.withdrawn.has(signal.id) ? { ...judgement, status: 'withdrawn' } : judgement;
  }

  /** What a signal is worth by all that has been recorded; nothing while it has not come or once it is withdrawn. */
  valueOf(id: string): Value {
    const signal = this.signals.get(id);
    if (signal === undefined || this.withdrawn.has(id)) return NOTHING;
    return valueOf(signal, this.judgementOf(signal), this.policy);
  }

  private point<T extends ChangeEntry | MitigationEntry>(entry: T, lists: Map<string, T[]>, targets: Iterable<string>): void {
    const named = [...targets];
    this.targets.set(entry.id, named);
    for (const target of named) {
      const list = lists.get(target);
      if (list === undefined) lists.set(target, [entry]);
      else list.push(entry);
      this.await(target);
    }
  }

  private await(target: string): void {
    if (!this.ids.has(target)) this.awaited.add(target);
  }

  private standing<T extends { readonly id: string }>(lists: Map<string, T[]>, target: string): readonly T[] {
    return (lists.get(target) ?? []).filter(({ id }) => !this.withdrawn.has(id));
  }
}
