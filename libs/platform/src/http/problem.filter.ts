import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger, type LoggerService } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#platform/http/problem';
import { traceOf } from '#platform/http/trace-requests';

const CODES: Readonly<Record<number, [code: string, detail: string]>> = {
  400: ['malformed-request', '请求无法读取：格式不正确。'],
  401: ['not-signed-in', '请先表明身份。'],
  403: ['not-allowed', '无权进行此操作。'],
  404: ['not-found', '没有找到。'],
  413: ['too-large', '内容超过大小上限，请分批发送。'],
  415: ['media-type-not-known', '不支持该内容类型。'],
};

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown }).statusCode;
  const known = typeof status === 'number' ? CODES[status] : undefined;
  if (known && typeof status === 'number') return new Problem(status, known[0], known[1]);
  if (typeof status === 'number' && status >= 400 && status < 500) return new Problem(status, 'malformed-request', '请求无法处理。');
  return new Problem(503, 'not-now', '系统暂时无法处理，请稍后用同样的内容重试。');
}

/** Answers a request with its problem, in one form for all; what nobody foresaw is logged here, once, and told without its inside. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, logger: LoggerService): void {
  const problem = problemOf(error);
  if (problem.code === 'not-now' && !(error instanceof Problem)) logger.error(error);
  // Who knows better has said so.
  if (problem.retryable && !reply.hasHeader('retry-after')) void reply.header('retry-after', '5');
  void reply
    .status(problem.status)
    .type('application/problem+json')
    .send({ ...problem.toBody(), traceId: traceOf(request.raw)?.traceId });
}

/** Every error of a handler leaves as problem+json. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') throw error;
    const http = host.switchToHttp();
    answerProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>(), this.logger);
  }
}
