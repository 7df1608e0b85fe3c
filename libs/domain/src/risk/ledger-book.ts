import { judge, NOTHING, valueOf, type Judgement, type Value } from '#domain/risk/signal-value';
import { Campaigns } from '#domain/risk/campaigns';
import { stored } from '#domain/risk/decay';
import { compareText } from '#domain/risk/integers';
import { type Joining, joiningOf } from '#domain/risk/joining';
import type { ChangeEntry, LedgerEntry, LinkEntry, MitigationEntry, SignalEntry } from '#domain/risk/ledger-entry';
import type { Policy } from '#domain/risk/policy';

/**
 * A subject's entries, indexed by what they speak about. Entries may come in any order: a change may come before its
 * signal, a withdrawal before its target.
 */
export class LedgerBook {
  private readonly ids = new Set<string>();
  private readonly withdrawn = new Set<string>();
  private readonly signals = new Map<string, SignalEntry>();
  private readonly changes = new Map<string, ChangeEntry[]>();
  private readonly mitigations = new Map<string, MitigationEntry[]>();
  private readonly targets = new Map<string, readonly string[]>();
  private readonly links: LinkEntry[] = [];
  private readonly campaigns = new Campaigns((id) => this.withdrawn.has(id));
  /** Who counts, by the first member of a campaign, channel, half-life and group. */
  private counting = new Map<string, string>();

  constructor(
    entries: readonly LedgerEntry[],
    private readonly policy: Policy,
  ) {
    for (const entry of entries) this.record(entry);
  }

  /** True when no entry that stands names one that has not come: then a new signal is worth what it says. */
  get complete(): boolean {
    for (const [id, targets] of this.targets) {
      if (!this.withdrawn.has(id) && targets.some((target) => !this.ids.has(target))) return false;
    }
    return [...this.withdrawn].every((id) => this.ids.has(id));
  }

  /** The ids of the signals whose value this entry may change, whether they have come or not. */
  touchedBy(entry: LedgerEntry): readonly string[] {
    switch (entry.kind) {
      case 'signal':
        return this.withOthers([entry.id]);
      case 'change':
        return this.withOthers([entry.target]);
      case 'mitigation':
        return this.withOthers(entry.targets);
      case 'campaign':
        return this.withOthers(entry.members);
      case 'withdrawal':
        return this.withOthers(this.targets.get(entry.target) ?? [entry.target]);
      case 'link':
      case 'post-held':
      case 'post-left':
        return [];
    }
  }

  record(entry: LedgerEntry): void {
    this.ids.add(entry.id);
    this.counting = new Map();
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
      case 'campaign':
        this.campaigns.record(entry);
        this.targets.set(entry.id, entry.members);
        break;
      case 'link':
        this.links.push(entry);
        break;
      case 'withdrawal':
        this.withdrawn.add(entry.target);
        this.campaigns.forget();
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

  /** How matters are joined by the links that stand. */
  joining(): Joining {
    return joiningOf(this.links.filter(({ id }) => !this.withdrawn.has(id)));
  }

  judgementOf(signal: SignalEntry): Judgement {
    const judgement = judge(signal, this.standing(this.changes, signal.id), this.standing(this.mitigations, signal.id));
    return this.withdrawn.has(signal.id) ? { ...judgement, status: 'withdrawn' } : judgement;
  }

  /**
   * What a signal is worth by all that has been recorded; nothing while it has not come, once it is withdrawn, and while
   * another one counts for their campaign.
   */
  valueOf(id: string): Value {
    const signal = this.signals.get(id);
    if (signal === undefined || this.withdrawn.has(id) || this.countsFor(signal) !== id) return NOTHING;
    return this.ownValueOf(signal);
  }

  /**
   * Which signal of its campaign counts, among those of its channel, group and half-life: that of which most is left, on any day,
   * then the latest, then the smallest id. A signal in no campaign counts itself.
   * @see design risk-model 4 Campaigns, decision 0026
   */
  countsFor(signal: SignalEntry): string {
    const members = this.campaigns.any ? this.campaigns.membersWith(signal.id) : [];
    if (members.length < 2) return signal.id;
    const key = `${members[0]} ${signal.channel} ${signal.halfLife} ${signal.group}`;
    const known = this.counting.get(key) ?? this.weightiestOf(members, signal);
    this.counting.set(key, known);
    return known;
  }

  private weightiestOf(members: readonly string[], { id: fallback, channel, group, halfLife }: SignalEntry): string {
    const standing = members
      .flatMap((id) => this.signals.get(id) ?? [])
      .filter((each) => each.channel === channel && each.group === group && each.halfLife === halfLife && !this.withdrawn.has(each.id))
      .map(({ id, day, ...each }) => ({ id, day, growth: stored(this.policy, this.ownValueOf({ id, day, ...each }).odds, day, halfLife) }));
    const [weightiest] = standing.toSorted((a, b) => sign(b.growth - a.growth) || b.day - a.day || compareText(a.id, b.id));
    return weightiest?.id ?? fallback;
  }

  private ownValueOf(signal: SignalEntry): Value {
    return valueOf(signal, this.judgementOf(signal), this.policy);
  }

  /** What concerns one letter of a campaign may choose another that counts. */
  private withOthers(ids: readonly string[]): readonly string[] {
    const all = this.campaigns.any ? ids.flatMap((id) => this.campaigns.membersWith(id)) : ids;
    return [...new Set(all)];
  }

  private point<T extends ChangeEntry | MitigationEntry>(entry: T, lists: Map<string, T[]>, targets: Iterable<string>): void {
    const named = [...targets];
    this.targets.set(entry.id, named);
    for (const target of named) {
      const list = lists.get(target);
      if (list === undefined) lists.set(target, [entry]);
      else list.push(entry);
    }
  }

  private standing<T extends { readonly id: string }>(lists: Map<string, T[]>, target: string): readonly T[] {
    return (lists.get(target) ?? []).filter(({ id }) => !this.withdrawn.has(id));
  }
}

function sign(difference: bigint): number {
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}
