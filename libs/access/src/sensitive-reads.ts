import { type CallHandler, type ExecutionContext, Injectable, Logger, Module, type NestInterceptor } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { lastValueFrom, type Observable, of } from 'rxjs';
import { attemptOf, endpointOf, type RequestOfSomebody } from '#access/acting';
import { isSensitive } from '#access/permissions';
import { type LoggedRead, ReadLog, type ReadOutcome, ReadTasks, type TaskAbout } from '#access/read-log';
import { TASK_HOLDS_DAYS, type TaskKind } from '#access/purposes';
import { type ToldPurpose, toldPurpose } from '#access/told-purpose';
import { Problem } from '#platform/http/problem';

const OUTCOMES: Readonly<Record<number, ReadOutcome>> = { 403: 'refused', 404: 'not-found' };

const outcomeOf = (error: unknown): ReadOutcome => (error instanceof Problem ? OUTCOMES[error.status] : undefined) ?? 'failed';

/**
 * Only what could be answered is refused for its task: who is out of sight is not found whatever task is named, so that a task
 * does not tell whether it, or they, are there.
 */
const NOT_FOR_THIS = {
  'not-about-this': new Problem(403, 'task-not-about-this', '所填的事项与查阅的对象无关，不能据此查阅。'),
  'long-decided': new Problem(
    403,
    'task-long-decided',
    `所填的事项办结已超过${TASK_HOLDS_DAYS}日，不能再据此查阅；确需查阅的，请另选用途并写明理由。`,
  ),
} as const;

/** Whom a read is about, and what the task that it names lacks. */
interface Meant {
  readonly subject: string | null;
  readonly lack?: keyof typeof NOT_FOR_THIS;
}

/** A candidate's own file is read for the candidate for ever; what a settled item is about is not. */
function ofItself({ subjects, atHand }: TaskAbout, task: string, kind: TaskKind): Meant {
  const subject = subjects.length === 1 ? (subjects[0] ?? task) : task;
  return atHand || kind === 'candidate' ? { subject } : { subject, lack: 'long-decided' };
}

function ofSubject({ subjects, atHand }: TaskAbout, subject: string): Meant {
  if (!subjects.includes(subject)) return { subject, lack: 'not-about-this' };
  return atHand ? { subject } : { subject, lack: 'long-decided' };
}

/** Every sensitive read of every app tells its purpose first, and is logged before its answer leaves; what cannot be logged is not answered. */
@Injectable()
export class SensitiveReads implements NestInterceptor {
  private readonly logger = new Logger(SensitiveReads.name);

  constructor(
    private readonly log: ReadLog,
    private readonly tasks: ReadTasks,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    if (context.getType() !== 'http') return next.handle();
    const request = context.switchToHttp().getRequest<RequestOfSomebody>();
    if (!isSensitive(endpointOf(request))) return next.handle();
    return of(await this.answered(request, next));
  }

  private async answered(request: RequestOfSomebody, next: CallHandler): Promise<unknown> {
    const { principal } = request;
    // Only a route without the guard of roles comes here; who reads must be known.
    if (!principal) throw new Problem(403, 'not-allowed', '无权进行此操作。');
    const told = toldPurpose(request.headers, principal);
    const attempt = attemptOf(request, principal);
    const { subject, lack } = await this.meant(told, attempt.subject);
    const read = { ...attempt, subject, purpose: told.purpose.code, task: told.task, reason: told.reason };
    const done = await lastValueFrom(next.handle(), { defaultValue: undefined }).then(
      (answer: unknown) =>
        lack === undefined
          ? { outcome: 'answered' as const, tell: async () => Promise.resolve(answer) }
          : { outcome: 'refused' as const, tell: async () => Promise.reject(NOT_FOR_THIS[lack]) },
      (error: unknown) => ({ outcome: outcomeOf(error), tell: async () => Promise.reject(error) }),
    );
    await this.write({ ...read, outcome: done.outcome });
    return done.tell();
  }

  private async meant({ purpose, task }: ToldPurpose, named: string | null): Promise<Meant> {
    if (purpose.task === 'none' || task === null || named === null) return { subject: named };
    const found = await this.tasks.find(purpose.task, task);
    if (!found) return { subject: named, lack: 'not-about-this' };
    return named === task ? ofItself(found, named, purpose.task) : ofSubject(found, named);
  }

  private async write(read: LoggedRead): Promise<void> {
    try {
      await this.log.write(read);
    } catch (error) {
      this.logger.error(error instanceof Error ? error : new Error('a read was not logged'));
      throw new Problem(503, 'read-not-logged', '查阅记录暂时无法写入，本次查阅未予答复，请稍后重试。');
    }
  }
}

/** Needs ReadLog and ReadTasks beside it. */
@Module({ providers: [{ provide: APP_INTERCEPTOR, useClass: SensitiveReads }] })
export class SensitiveReadsModule {}
