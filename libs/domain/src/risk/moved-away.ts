import type { LedgerEntry } from '#domain/risk/ledger-entry';

/** Which time an event was given to a subject. */
export const assignmentOf = (entry: LedgerEntry): number => ('assignment' in entry ? (entry.assignment ?? 1) : 1);

const keyOf = (id: string, assignment: number): string => `${id} ${assignment}`;

/**
 * What was told of the wrong subject: signals and mitigations by their assignment, and with a signal all that was decided about it under
 * that assignment. Given to the subject again, under another assignment, an event stands.
 * @see design architecture 5 ledger row, decision 0024
 */
export class MovedAway {
  private readonly moved = new Set<string>();
  private readonly came = new Set<string>();

  record(entry: LedgerEntry): void {
    if (entry.kind === 'withdrawal') {
      if (entry.assignment !== undefined) this.moved.add(keyOf(entry.target, entry.assignment));
    } else if (entry.kind === 'signal' || entry.kind === 'mitigation') this.came.add(keyOf(entry.id, assignmentOf(entry)));
  }

  has(entry: LedgerEntry): boolean {
    if (this.moved.size === 0) return false;
    switch (entry.kind) {
      case 'signal':
      case 'mitigation':
        return this.moved.has(keyOf(entry.id, assignmentOf(entry)));
      case 'change':
        return this.moved.has(keyOf(entry.target, assignmentOf(entry)));
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
    return [...this.moved].every((key) => this.came.has(key));
  }
}
