import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, pino, type Logger } from 'pino';
import { currentTrace } from '#platform/trace/trace-context';

/** What a log line tells of an error: other fields, and what caused it, may quote the values of a statement or of a message. */
function toldOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { type: error.name, message: error.message, ...code, stack: error.stack };
}

/** Structured log lines on standard output, each with the trace that it belongs to. Ids and counts only: no name, ID number, text or secret is ever passed in. */
export class AppLogger implements LoggerService {
  private readonly pino: Logger;

  /** @param lines where they go; standard output unless told otherwise */
  constructor(app: string, level = 'info', lines?: DestinationStream) {
    const redact = ['*.name', '*.idNumber', '*.text', '*.authorization'];
    const mixin = (): { traceId?: string } => ({ traceId: currentTrace()?.traceId });
    const options = { level, base: { app }, redact, mixin, serializers: { err: toldOf } };
    this.pino = lines ? pino(options, lines) : pino(options);
  }

  log(message: unknown, ...context: unknown[]): void {
    this.pino.info(this.contextOf(context), String(message));
  }

  warn(message: unknown, ...context: unknown[]): void {
    this.pino.warn(this.contextOf(context), String(message));
  }

  error(message: unknown, ...context: unknown[]): void {
    const err = message instanceof Error ? message : undefined;
    this.pino.error({ ...this.contextOf(context), ...(err ? { err } : {}) }, err ? err.message : String(message));
  }

  debug(message: unknown, ...context: unknown[]): void {
    this.pino.debug(this.contextOf(context), String(message));
  }

  private contextOf(context: readonly unknown[]): Record<string, unknown> {
    const last = context.at(-1);
    if (last instanceof Error) return { err: last };
    return typeof last === 'object' && last !== null ? { ...last } : { context: last };
  }
}
