/** One wrong place in what was sent; `pointer` is a JSON pointer (RFC 6901). */
export interface ProblemPlace {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** What goes wrong and is told to the caller, in words that a clerk understands (RFC 9457). */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly errors: readonly ProblemPlace[] = [],
  ) {
    super(`${code}: ${detail}`);
  }

  /** Whether sending the same again later may succeed. */
  get retryable(): boolean {
    return this.status === 429 || this.status === 503;
  }

  toBody(): Record<string, unknown> {
    return {
      type: `/problems/${this.code}`,
      title: this.code,
      status: this.status,
      code: this.code,
      detail: this.detail,
      retryable: this.retryable,
      ...(this.errors.length > 0 ? { errors: this.errors } : {}),
    };
  }
}
