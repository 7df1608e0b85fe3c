import { setsOf } from '#domain/risk/joining';
import type { CampaignEntry } from '#domain/risk/ledger-entry';

/** The letters that belong together; who counts for them is for the ledger to say. */
export class Campaigns {
  private readonly entries: CampaignEntry[] = [];
  private sets: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(private readonly isWithdrawn: (id: string) => boolean) {}

  get any(): boolean {
    return this.entries.length > 0;
  }

  record(entry: CampaignEntry): void {
    this.entries.push(entry);
    this.sets = undefined;
  }

  /** An entry was withdrawn: what it named may no longer belong together. */
  forget(): void {
    this.sets = undefined;
  }

  /** The signal and all that it is in one campaign with, by id. */
  membersWith(id: string): readonly string[] {
    this.sets ??= setsOf(this.standing().map(({ members }) => members));
    return this.sets.get(id) ?? [id];
  }

  private standing(): readonly CampaignEntry[] {
    return this.entries.filter((entry) => !this.isWithdrawn(entry.id));
  }
}
