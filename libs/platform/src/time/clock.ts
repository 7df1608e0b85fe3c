/** The time of day of this process; deadlines are judged by the database clock instead (design: architecture 7.3). */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}

const SHANGHAI_OFFSET = 8 * 3_600_000;

/** The civil date in Asia/Shanghai at an instant, as `2026-04-27`. */
export function civilDate(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI_OFFSET).toISOString().slice(0, 10);
}
