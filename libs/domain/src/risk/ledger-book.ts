import { type Decisions, decisionsOf, judge, NOTHING, valueOf, type Judgement, type Value } from '#domain/risk/signal-value';
import { Campaigns } from '#domain/risk/campaigns';
import { assignmentOf, MovedAway } from '#domain/risk/moved-away';
import { compareLetters, letterOf } from '#domain/risk/counting';
import { type Joining, joiningOf } from '#domain/risk/joining';
import type { CampaignEntry, ChangeEntry, LedgerEntry, LinkEntry, MitigationEntry, SignalEntry } from '#domain/risk/ledger-entry';
import type { Policy } from '#domain/risk/policy';

const NONE: readonly never[] = [];

/** An entry that names signals. */
interface Pointer {
  readonly entry: ChangeEntry | MitigationEntry | CampaignEntry;
  readonly targets: readonly string[];
}

/**
 * A subject's entries, indexed by what they speak about. Entries may come in any order: a change may come before its
 * signal, a withdrawal before its target.
 */
export class LedgerBook {
  private readonly ids = new Set<string>();
  private readonly withdrawn = new Set<string>();
  private readonly moved = new MovedAway();
  private readonly signals = new Map<string, SignalEntry>();
  private readonly changes = new Map<string, ChangeEntry[]>();
  private readonly mitigations = new Map<string, MitigationEntry[]>();
  private readonly pointers = new Map<string, Pointer>();
  private readonly links: LinkEntry[] = [];
  private readonly campaigns = new Campaigns((id) => this.withdrawn.has(id));
  /** Who counts, by the first member of a campaign, channel, half-life and group. */
  private readonly counting = new Map<string, string>();
  /** What signals are worth by themselves, as far as it has been asked since the last entry. */
  private readonly worth = new Map<string, Value>();

  constructor(
    entries: readonly LedgerEntry[],
    private readonly policy: Policy,
  ) {
    for (const entry of entries) this.record(entry);
  }

  /** True when no entry that stands names one that has not come: then a new signal is worth what it says. */
  get complete(): boolean {
    for (const { entry, targets } of this.pointers.values()) {
      if (!this.isGone(entry) && targets.some((target) => !this.isHere(target))) return false;
    }
    return this.moved.complete && [...this.withdrawn].every((id) => this.ids.has(id));
  }

  /** The ids of the signals whose value this entry may change, whether they have come or not. */
  touchedBy(entry: LedgerEntry): readonly string[] {
    const named = entry.kind === 'campaign' ? entry.members : this.judgedBy(entry);
    const all = this.campaigns.any ? named.flatMap((id) => this.campaigns.membersWith(id)) : named;
    return [...new Set(all)];
  }

  /** Of these ids those that the entry itself speaks about; what concerns one letter of a campaign may choose another that counts. */
  judgedBy(entry: LedgerEntry): readonly string[] {
    switch (entry.kind) {
      case 'signal':
        return [entry.id];
      case 'change':
        return [entry.target];
      case 'mitigation':
        return entry.targets;
      case 'withdrawal':
        return this.pointers.get(entry.target)?.targets ?? [entry.target];
      case 'campaign':
      case 'link':
      case 'post-held':
      case 'post-left':
        return [];
    }
  }

  record(entry: LedgerEntry): void {
    this.ids.add(entry.id);
    this.counting.clear();
    this.worth.clear();
    this.moved.record(entry);
    switch (entry.kind) {
      case 'signal':
        if (isLater(entry, this.signals.get(entry.id))) this.signals.set(entry.id, entry);
        break;
      case 'change':
        this.point(entry, this.changes, [entry.target]);
        break;
      case 'mitigation':
        this.point(entry, this.mitigations, new Set(entry.targets));
        break;
      case 'campaign':
        this.campaigns.record(entry);
        this.pointers.set(entry.id, { entry, targets: entry.members });
        break;
      case 'link':
        this.links.push(entry);
        break;
      case 'withdrawal':
        if (entry.assignment === undefined) this.withdrawn.add(entry.target);
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

  /** Told of the wrong subject, here: as if it had never come. */
  isMoved(entry: LedgerEntry): boolean {
    return this.moved.has(entry);
  }

  /** Withdrawn, or moved to another subject. */
  isGone(entry: LedgerEntry): boolean {
    return this.withdrawn.has(entry.id) || this.moved.has(entry);
  }

  signal(id: string): SignalEntry | undefined {
    const signal = this.signals.get(id);
    return signal === undefined || this.moved.has(signal) ? undefined : signal;
  }

  /** How matters are joined by the links that stand. */
  joining(): Joining {
    return joiningOf(this.links.filter(({ id }) => !this.withdrawn.has(id)));
  }

  /** Who decided what holds of a signal. */
  decisionsOn({ id }: SignalEntry): Decisions {
    return decisionsOf(this.standing(this.changes, id));
  }

  judgementOf(signal: SignalEntry): Judgement {
    const judgement = judge(signal, this.standing(this.changes, signal.id), this.standing(this.mitigations, signal.id));
    return this.isGone(signal) ? { ...judgement, status: 'withdrawn' } : judgement;
  }

  /**
   * What a signal is worth by all that has been recorded; nothing while it has not come, once it is withdrawn, and while
   * another one counts for their campaign.
   */
  valueOf(id: string): Value {
    const signal = this.signal(id);
    return signal === undefined || this.countsFor(signal) !== id ? NOTHING : this.ownValueOf(id);
  }

  /** What a signal that has come and stands is worth whether it counts for its campaign or not. */
  ownValueOf(id: string): Value {
    const known = this.worth.get(id);
    if (known !== undefined) return known;
    const signal = this.signal(id);
    const value = signal === undefined || this.withdrawn.has(id) ? NOTHING : valueOf(signal, this.judgementOf(signal), this.policy);
    this.worth.set(id, value);
    return value;
  }

  /** Whether any entry decides or softens what a signal is worth by itself. */
  isJudged(id: string): boolean {
    return this.changes.has(id) || this.mitigations.has(id);
  }

  /** The signal that counts for this one and the others of its campaign; a signal in no campaign counts itself. */
  countsFor(signal: SignalEntry): string {
    const key = this.campaignOf(signal);
    if (key === undefined) return signal.id;
    const known = this.counting.get(key) ?? this.firstOf(key, signal);
    this.counting.set(key, known);
    return known;
  }

  /** A name for all the letters that count as one with this: of its campaign, channel, half-life and group. Undefined in no campaign. */
  campaignOf({ id, channel, halfLife, group }: SignalEntry): string | undefined {
    const members = this.campaigns.any ? this.campaigns.membersWith(id) : [];
    return members.length < 2 ? undefined : `${members[0]} ${channel} ${halfLife} ${group}`;
  }

  private firstOf(campaign: string, { id: fallback }: SignalEntry): string {
    const letters = this.campaigns
      .membersWith(fallback)
      .flatMap((id) => this.signal(id) ?? [])
      .filter((each) => this.campaignOf(each) === campaign && !this.withdrawn.has(each.id))
      .map((each) => letterOf(each, this.ownValueOf(each.id), this.policy));
    return letters.toSorted(compareLetters)[0]?.signal.id ?? fallback;
  }

  private point<T extends ChangeEntry | MitigationEntry>(entry: T, lists: Map<string, T[]>, targets: Iterable<string>): void {
    const named = [...targets];
    if (isLater(entry, this.pointers.get(entry.id)?.entry)) this.pointers.set(entry.id, { entry, targets: named });
    for (const target of named) {
      const list = lists.get(target);
      if (list === undefined) lists.set(target, [entry]);
      else list.push(entry);
    }
  }

  private standing<T extends ChangeEntry | MitigationEntry>(lists: Map<string, T[]>, target: string): readonly T[] {
    const list = lists.get(target);
    return list === undefined ? NONE : list.filter((entry) => !this.isGone(entry));
  }

  private isHere(id: string): boolean {
    const signal = this.signals.get(id);
    return signal === undefined ? this.ids.has(id) : !this.moved.has(signal);
  }
}

/** Of one event given to the subject several times the last counts: it was taken away before each. */
function isLater(entry: LedgerEntry, known: LedgerEntry | undefined): boolean {
  return known === undefined || assignmentOf(entry) >= assignmentOf(known);
}
