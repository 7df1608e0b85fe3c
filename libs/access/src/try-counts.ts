/** What is known when a try begins. */
export interface BegunTry {
  /** By the clock of the database. */
  readonly at: Date;
  /** 0 when the try is looked at; otherwise it was not counted. */
  readonly waitSeconds: number;
}

/** Counts tries by sign-in name, whether anybody has that name or not. */
export abstract class TryCounts {
  /** Counts the try as failed before it is looked at, so that many at once are counted as many. */
  abstract begin(name: string): Promise<BegunTry>;
  /** The try was right. */
  abstract forget(name: string): Promise<void>;
}
