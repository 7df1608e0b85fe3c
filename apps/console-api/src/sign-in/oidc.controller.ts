import { Controller, Get, Logger, Query, Req, Res, UsePipes } from '@nestjs/common';
import { ApiFoundResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { BegunSignIns } from '#access/begun-sign-ins';
import { consolePath } from '#access/console-path';
import { isOverTls } from '#access/cookies';
import { IdentityNotProven, IdentityProvider, ProviderSilent } from '#access/identity-provider';
import { sessionCookie } from '#access/session-cookie';
import { Sessions } from '#access/sessions';
import { SignInElsewhere } from '#access/sign-in-elsewhere';
import { type ElsewhereRefusal, type SignInWays, signInWays } from '#contracts/console/session';
import { Problem } from '#platform/http/problem';
import { QUESTION_PIPE } from '#platform/http/request.pipe';

const CALLBACK = '/api/v1/session/oidc/callback';
const setOut = z.object({ from: z.string().max(2_000).optional() });

/** Signing in at the identity provider. A browser is answered by leading it on, also when it is refused: nobody reads problems there. */
@ApiTags('people')
@Controller('api/v1/session')
export class OidcController {
  private readonly logger = new Logger(OidcController.name);

  constructor(
    private readonly provider: IdentityProvider,
    private readonly begun: BegunSignIns,
    private readonly signIn: SignInElsewhere,
    private readonly sessions: Sessions,
  ) {}

  @Get('ways')
  @ApiOperation({ summary: 'How people may sign in besides by password and one-time code' })
  @ApiOkResponse({ description: 'The ways.', standardSchema: signInWays })
  ways(): SignInWays {
    return { oidc: this.provider.issuer !== undefined };
  }

  @Get('oidc')
  @UsePipes(QUESTION_PIPE)
  @ApiOperation({ summary: 'Set out to sign in at the identity provider' })
  @ApiFoundResponse({ description: 'To the provider.' })
  @ApiNotFoundResponse({ description: 'sign-in-way-not-there' })
  async begin(
    @Query({ schema: setOut }) { from }: z.infer<typeof setOut>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.requireProvider();
    const begun = this.begun.begin(consolePath(from), request.headers);
    try {
      const there = await this.provider.begin(ownUrl(request, CALLBACK), begun);
      void reply.header('set-cookie', this.begun.cookieOf(begun, request.headers));
      leadOn(reply, there.href);
    } catch (error) {
      this.leadBack(reply, refusalOf(error));
    }
  }

  /** Takes the browser's cookie of setting out away, whatever comes of it; a session that the browser had when it set out ends. */
  @Get('oidc/callback')
  @ApiOperation({ summary: 'Where the identity provider sends the browser back to' })
  @ApiFoundResponse({ description: 'To where the person wanted to be, or to the sign-in page with the reason.' })
  @ApiNotFoundResponse({ description: 'sign-in-way-not-there' })
  async finish(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    this.requireProvider();
    const { headers } = request;
    const begun = this.begun.of(headers);
    const ended = this.begun.ended(headers);
    void reply.header('set-cookie', ended);
    try {
      if (!begun) throw new IdentityNotProven('this browser did not set out');
      const outcome = await this.signIn.attempt(await this.provider.finish(ownUrl(request, request.url), begun));
      if (outcome.type !== 'signed-in') return this.leadBack(reply, outcome.type);
      if (begun.sessionBefore !== undefined) await this.sessions.endHashed(Buffer.from(begun.sessionBefore, 'base64url'));
      void reply.header('set-cookie', sessionCookie(headers, outcome.token));
      leadOn(reply, begun.from);
    } catch (error) {
      this.leadBack(reply, refusalOf(error));
    }
  }

  private requireProvider(): void {
    if (this.provider.issuer === undefined) throw new Problem(404, 'sign-in-way-not-there', '本系统没有启用统一身份登录。');
  }

  private leadBack(reply: FastifyReply, refusal: ElsewhereRefusal): void {
    this.logger.warn(`a sign-in elsewhere was refused: ${refusal}`);
    leadOn(reply, `/sign-in?refused=${refusal}`);
  }
}

/** @throws what is neither the provider's nor the person's fault */
function refusalOf(error: unknown): ElsewhereRefusal {
  if (error instanceof IdentityNotProven) return 'identity-not-proven';
  if (error instanceof ProviderSilent) return 'provider-silent';
  throw error;
}

function leadOn(reply: FastifyReply, to: string): void {
  void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer').redirect(to, 302);
}

/** As the browser sees it; the provider takes registered addresses only, so a made-up host leads nowhere. */
function ownUrl({ headers }: FastifyRequest, path: string): URL {
  const base = `${isOverTls(headers) ? 'https' : 'http'}://${headers.host ?? ''}`;
  if (!URL.canParse(base)) throw new Problem(400, 'malformed-request', '请求无法读取：格式不正确。');
  return new URL(path, base);
}
