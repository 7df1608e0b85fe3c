import type { LedgerEntry } from '#domain/risk/ledger-entry';

/** Which time an event was given to a subject. */
export const assignmentOf = (entry: LedgerEntry): number => ('assignment' in entry ? (entry.assignment ?? 1) : 1);

/** Ids by assignment: nearly all have the first. */
class Assigned {
  private readonly ids = new Map<number, Set<string>>();

  add(id: string, assignment: number): void {
    const known = this.ids.get(assignment);
    if (known === undefined) this.ids.set(assignment, new Set([id]));
    else known.add(id);
  }

  has(id: string, assignment: number): boolean {
    return this.ids.get(assignment)?.has(id) === true;
  }

  get any(): boolean {
    return this.ids.size > 0;
  }

  isWithin(other: Assigned): boolean {
    return [...this.ids].every(([assignment, ids]) => [...ids].every((id) => other.has(id, assignment)));
  }
}

/**
 * What was told of the wrong subject: signals and mitigations by their assignment, and with a signal all that was decided about it under
 * that assignment. Given to the subject again, under another assignment, an event stands.
 * @see design architecture 5 ledger row, decision 0024
 */
export class MovedAway {
  private readonly moved = new Assigned();
  private readonly came = new Assigned();

  record(entry: LedgerEntry): void {
    if (entry.kind === 'withdrawal') {
      if (entry.assignment !== undefined) this.moved.add(entry.target, entry.assignment);
    } else if (entry.kind === 'signal' || entry.kind === 'mitigation') this.came.add(entry.id, assignmentOf(entry));
  }

  has(entry: LedgerEntry): boolean {
    if (!this.moved.any) return false;
    switch (entry.kind) {
      case 'signal':
      case 'mitigation':
        return this.moved.has(entry.id, assignmentOf(entry));
      case 'change':
        return this.moved.has(entry.target, assignmentOf(entry));
      case 'withdrawal':
      case 'link':
      case 'campaign':
      case 'post-held':
      case 'post-left':
        return false;
    }
  }

  /** True when all of it had come before. */
  get complete(): boolean {
    return this.moved.isWithin(this.came);
  }
}
