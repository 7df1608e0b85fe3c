/** What became of the events of a load, and how fast. */
export class FeedTold {
  accepted = 0;
  /** Sent before, by this run or an earlier one: stored once. */
  duplicates = 0;
  readonly refused = new Map<string, number>();
  slowestMs = 0;
  /** Requests that began later than their rate asked. */
  late = 0;
  latestMs = 0;

  get sent(): number {
    return this.accepted + this.duplicates + this.refusedCount;
  }

  get refusedCount(): number {
    return [...this.refused.values()].reduce((sum, count) => sum + count, 0);
  }

  refuse(code: string): void {
    this.refused.set(code, (this.refused.get(code) ?? 0) + 1);
  }

  answeredIn(ms: number): void {
    this.slowestMs = Math.max(this.slowestMs, ms);
  }

  beganLate(ms: number): void {
    this.late += 1;
    this.latestMs = Math.max(this.latestMs, ms);
  }

  /** @param seconds that the sending took */
  sentences(seconds: number): readonly string[] {
    const reasons = [...this.refused].toSorted(([, a], [, b]) => b - a).map(([code, count]) => `${code} ${count}`);
    const counts = `${this.sent} events sent, ${this.accepted} accepted, ${this.duplicates} duplicates, ${this.refusedCount} refused`;
    const rate = seconds > 0 ? Math.round(this.sent / seconds) : 0;
    return [
      `${counts}${reasons.length > 0 ? ` (${reasons.join(', ')})` : ''}`,
      `${rate} events/s over ${seconds.toFixed(1)} s, slowest request ${Math.round(this.slowestMs)} ms`,
      ...(this.late > 0 ? [`${this.late} requests began late, the latest by ${Math.round(this.latestMs)} ms: the rate was not held`] : []),
    ];
  }
}
