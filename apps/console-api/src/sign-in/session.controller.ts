import { Body, Controller, Delete, Get, HttpCode, Logger, Post, Req, Res, UseGuards, UsePipes } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Acting, RoleGuard } from '#access/acting';
import type { Principal, RequestHeaders } from '#access/principals';
import { KnownBrowsers } from '#access/known-browsers';
import { isFromElsewhere } from '#access/request-origin';
import { endedCookie, sessionCookie, sessionTokenIn } from '#access/session-cookie';
import { Sessions } from '#access/sessions';
import { SignIn } from '#access/sign-in';
import { credentials, type SessionAnswer, sessionAnswer } from '#contracts/console/session';
import { UnitQueries } from '#persistence/queries/unit-queries';
import { Problem } from '#platform/http/problem';
import { REQUEST_PIPE } from '#platform/http/request.pipe';

@ApiTags('people')
@Controller('api/v1/session')
@UsePipes(REQUEST_PIPE)
export class SessionController {
  private readonly logger = new Logger(SessionController.name);

  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly browsers: KnownBrowsers,
    private readonly units: UnitQueries,
  ) {}

  /** A session that the browser had before ends: no token outlives the moment at which its holder proves who they are. */
  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Sign in with password and one-time code; the session is a cookie' })
  @ApiOkResponse({ description: 'Who is signed in.', standardSchema: sessionAnswer })
  async open(
    @Body({ schema: credentials }) given: z.infer<typeof credentials>,
    @Req() { headers }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    refuseFromElsewhere(headers);
    const outcome = await this.signIn.attempt(given, this.browsers.of(headers, given.user));
    if (outcome.type === 'must-wait') {
      void reply.header('retry-after', String(outcome.seconds));
      this.logger.warn('a sign-in must wait after wrong tries');
      throw new Problem(429, 'sign-in-must-wait', `登录失败次数过多，请在 ${outcome.seconds} 秒后再试。`);
    }
    if (outcome.type === 'refused') {
      this.logger.warn('a sign-in was refused');
      throw new Problem(401, 'sign-in-refused', '用户名、密码或动态码不正确，或账户已停用。');
    }
    await this.endSessionOf(headers);
    void reply.header('set-cookie', sessionCookie(headers, outcome.token)).header('cache-control', 'no-store');
    void reply.header('set-cookie', this.browsers.cookieFor(headers, outcome.principal.id));
    return this.told(outcome.principal);
  }

  @Get()
  @UseGuards(RoleGuard)
  @ApiOperation({ summary: 'Who is asking' })
  @ApiOkResponse({ description: 'The person.', standardSchema: sessionAnswer })
  async tell(@Acting() principal: Principal, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionAnswer> {
    void reply.header('cache-control', 'no-store');
    return this.told(principal);
  }

  /** Harmless without a session. */
  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out' })
  @ApiNoContentResponse({ description: 'The session is over.' })
  async end(@Req() { headers }: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    refuseFromElsewhere(headers);
    await this.endSessionOf(headers);
    void reply.header('set-cookie', endedCookie(headers));
  }

  /** A unit that the registry does not have (yet) is told by its code. */
  private async told({ id, name, role, unit: code }: Principal): Promise<SessionAnswer> {
    if (code === null) return { id, name, role, unit: null };
    const unit = await this.units.find(code, code);
    return { id, name, role, unit: { code, name: unit?.name ?? code } };
  }

  private async endSessionOf(headers: RequestHeaders): Promise<void> {
    const token = sessionTokenIn(headers);
    if (token !== undefined) await this.sessions.end(token);
  }
}

function refuseFromElsewhere(headers: RequestHeaders): void {
  if (isFromElsewhere(headers)) throw new Problem(403, 'request-from-elsewhere', '该请求不是从本系统的页面发出的，已拒绝。');
}
