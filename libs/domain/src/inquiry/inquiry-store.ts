import type { Inquiry, InquiryEvent } from '#domain/inquiry/inquiry';

export interface Changed {
  readonly inquiry: Inquiry;
  /** Length of the cadre's stream. */
  readonly version: number;
  /** What was decided now; empty when there was nothing to do. */
  readonly events: readonly InquiryEvent[];
}

/** An open candidate whose last day is near. */
export interface DueCandidate {
  readonly candidateId: string;
  readonly version: number;
  readonly dueOn: number;
}

/** The candidates of each cadre as a stream of decided events. */
export abstract class InquiryStore {
  /**
   * Loads the cadre's stream under a lock, and stores what `decide` answers together with the candidate's page and the
   * announcements to other apps, in one transaction. What `decide` throws is thrown, and nothing is stored.
   * @throws InquiryRuleBroken 'clue-number-in-use'
   */
  abstract change(cadreId: string, decide: (inquiry: Inquiry) => InquiryEvent[]): Promise<Changed>;

  /** The cadre whom a candidate is about; undefined for an unknown id. */
  abstract cadreOf(candidateId: string): Promise<string | undefined>;

  /**
   * Marks open candidates whose last day is over by the store's own clock, and announces each exactly once.
   * @param candidateId all of them when left out
   * @returns the candidates marked now
   */
  abstract noteOverdue(candidateId?: string): Promise<readonly string[]>;

  /** Open candidates not yet marked whose last day ends within 24 hours of the store's own clock. */
  abstract dueSoon(): Promise<readonly DueCandidate[]>;
}
