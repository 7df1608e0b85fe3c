/** What is known when a try begins. */
export interface BegunTry {
  /** By the clock of the database. */
  readonly at: Date;
  /** 0 when the try is looked at; otherwise it was not counted. */
  readonly waitSeconds: number;
}

/** Under what a try is counted. */
export interface Tried {
  /** Whether anybody has that name or not. */
  readonly name: string;
  /** A browser at which this name has signed in before: it is counted by itself, so that no stranger's tries hold it up (ADR 0018). */
  readonly browser: string | undefined;
}

/** Counts tries by sign-in name, those of each browser that is known for it apart. */
export abstract class TryCounts {
  /** Counts the try as failed before it is looked at, so that many at once are counted as many. */
  abstract begin(tried: Tried): Promise<BegunTry>;
  /** The try was right. */
  abstract forget(tried: Tried): Promise<void>;
}
