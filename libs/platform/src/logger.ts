import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/** Structured log lines on standard output. Ids and counts only: no name, ID number, text or secret is ever passed in. */
export class AppLogger implements LoggerService {
  private readonly pino: Logger;

  constructor(app: string, level = 'info') {
    this.pino = pino({ level, base: { app }, redact: ['*.name', '*.idNumber', '*.text', '*.authorization'] });
  }

  log(message: unknown, ...context: unknown[]): void {
    this.pino.info(this.contextOf(context), String(message));
  }

  warn(message: unknown, ...context: unknown[]): void {
    this.pino.warn(this.contextOf(context), String(message));
  }

  error(message: unknown, ...context: unknown[]): void {
    const err = message instanceof Error ? message : undefined;
    this.pino.error({ ...this.contextOf(context), err }, err ? err.message : String(message));
  }

  debug(message: unknown, ...context: unknown[]): void {
    this.pino.debug(this.contextOf(context), String(message));
  }

  private contextOf(context: readonly unknown[]): Record<string, unknown> {
    const last = context.at(-1);
    return typeof last === 'object' && last !== null ? { ...last } : { context: last };
  }
}
