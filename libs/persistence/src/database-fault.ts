import { QueryFailedError } from 'typeorm';

/**
 * A statement that failed, told without a value: neither its parameters nor PostgreSQL's own sentences, which quote them
 * ("Key (name)=(…)"), go any further than this library. What the driver threw is not kept.
 */
export class DatabaseFault extends Error {
  override readonly name = 'DatabaseFault';

  constructor(
    /** SQLSTATE, or the code of the connection's error; undefined for one without a code. */
    readonly code: string | undefined,
    readonly constraint: string | undefined,
    message: string,
  ) {
    super(message);
  }
}

/** What PostgreSQL and its driver leave on an error. */
interface DriverFields {
  readonly code?: unknown;
  readonly constraint?: unknown;
  readonly severity?: unknown;
}

const textOf = (field: unknown): string | undefined => (typeof field === 'string' ? field : undefined);

/** The fault for an error of a statement; any other error, such as one that the work of a transaction throws, as it is. */
export function faultOf(error: unknown): unknown {
  if (!(error instanceof QueryFailedError)) return error;
  const { code: given, constraint: broken, severity }: DriverFields = error.driverError;
  const code = textOf(given);
  const constraint = textOf(broken);
  // Only PostgreSQL knows values; a connection that broke or was late knows addresses and times.
  if (severity === undefined) return new DatabaseFault(code, undefined, `a statement had no answer: ${error.driverError.message}`);
  const rule = constraint === undefined ? '' : ` by ${constraint}`;
  return new DatabaseFault(code, constraint, `PostgreSQL refused a statement${rule} (${code ?? 'no code'})`);
}

/** Whether the driver stopped waiting for an answer; its connection still owes it. */
export function isAnswerLate(error: unknown): boolean {
  return error instanceof QueryFailedError && error.driverError.message === 'Query read timeout';
}
