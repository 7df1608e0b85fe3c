import { Body, Controller, Get, Param, Post, Put, Res, UseGuards, UsePipes } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { ACCOUNT_ID, Accounts } from '#access/accounts';
import { Acting, RoleGuard } from '#access/acting';
import { IdentityProvider } from '#access/identity-provider';
import { addAccount, renewAccount } from '#access/new-account';
import { type Principal, type Role, ROLES } from '#access/principals';
import { handedOut, type HandedOutAnswer } from '#contracts/console/session';
import { type UsersAnswer, usersAnswer } from '#contracts/console/users';
import { UnitQueries } from '#persistence/queries/unit-queries';
import { Problem } from '#platform/http/problem';
import { REQUEST_PIPE } from '#platform/http/request.pipe';

const unitCode = z.string().min(1).max(32).nullable();
const entry = z.strictObject({
  id: z.string().regex(ACCOUNT_ID),
  name: z.string().min(1).max(64),
  role: z.enum(ROLES),
  unit: unitCode.default(null),
});
const switching = z.strictObject({ active: z.boolean() });
const giving = z.strictObject({ role: z.enum(ROLES) });
const placing = z.strictObject({ unit: unitCode });
const LONGEST_SUBJECT = 255;
/** Null takes the link away. */
const linking = z.strictObject({ subject: z.string().trim().min(1).max(LONGEST_SUBJECT).nullable() });

/** Who may sign in, as what, and which units they see. Nobody changes their own entry: the last security administrator cannot leave by mistake. */
@ApiTags('people')
@Controller('api/v1/users')
@UseGuards(RoleGuard)
@UsePipes(REQUEST_PIPE)
export class UsersController {
  constructor(
    private readonly accounts: Accounts,
    private readonly units: UnitQueries,
    private readonly provider: IdentityProvider,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Who may sign in, by id; nothing that opens an account' })
  @ApiOkResponse({ description: 'Everybody, switched off or not.', standardSchema: usersAnswer })
  async list(@Res({ passthrough: true }) reply: FastifyReply): Promise<UsersAnswer> {
    void reply.header('cache-control', 'no-store');
    const items = (await this.accounts.all()).map(({ addedAt, lastSignInAt, ...account }) => ({
      ...account,
      addedAt: addedAt.toISOString(),
      lastSignInAt: lastSignInAt?.toISOString() ?? null,
    }));
    return { items };
  }

  @Post()
  @ApiOperation({ summary: 'Let a person sign in; answers password and authenticator secret, once' })
  @ApiCreatedResponse({ description: 'What to hand to the person.', standardSchema: handedOut })
  @ApiConflictResponse({ description: 'user-known' })
  async add(@Body({ schema: entry }) person: z.infer<typeof entry>): Promise<HandedOutAnswer> {
    await this.checkUnit(person.unit);
    const handed = await addAccount(this.accounts, person);
    if (!handed) throw new Problem(409, 'user-known', '该用户名已被使用，请另取一个。');
    return { id: person.id, ...handed };
  }

  @Post(':id/credentials')
  @ApiOperation({ summary: 'For who lost password or authenticator: new ones, answered once; the old ones and all sessions are over' })
  @ApiCreatedResponse({ description: 'What to hand to the person.', standardSchema: handedOut })
  @ApiNotFoundResponse({ description: 'user-not-found' })
  async renew(@Param('id') id: string, @Acting() actor: Principal): Promise<HandedOutAnswer> {
    refuseOwn(id, actor);
    const handed = await renewAccount(this.accounts, id);
    if (!handed) throw notFound();
    return { id, ...handed };
  }

  @Put(':id/active')
  @ApiOperation({ summary: 'Switch a person off, with all sessions, or on again; from the next request on' })
  @ApiOkResponse({ description: '{ id, active }' })
  @ApiNotFoundResponse({ description: 'user-not-found' })
  async switch(
    @Param('id') id: string,
    @Body({ schema: switching }) { active }: z.infer<typeof switching>,
    @Acting() actor: Principal,
  ): Promise<{ id: string; active: boolean }> {
    refuseOwn(id, actor);
    if (!(await this.accounts.switch(id, active))) throw notFound();
    return { id, active };
  }

  @Put(':id/role')
  @ApiOperation({ summary: 'Give a person another role, from the next request on' })
  @ApiOkResponse({ description: '{ id, role }' })
  @ApiNotFoundResponse({ description: 'user-not-found' })
  async giveRole(
    @Param('id') id: string,
    @Body({ schema: giving }) { role }: z.infer<typeof giving>,
    @Acting() actor: Principal,
  ): Promise<{ id: string; role: Role }> {
    refuseOwn(id, actor);
    if (!(await this.accounts.giveRole(id, role))) throw notFound();
    return { id, role };
  }

  @Put(':id/unit')
  @ApiOperation({ summary: 'Let a person see the tree under one unit, or everything (null), from the next request on' })
  @ApiOkResponse({ description: '{ id, unit }' })
  @ApiNotFoundResponse({ description: 'user-not-found' })
  @ApiUnprocessableEntityResponse({ description: 'unit-not-known' })
  async giveUnit(
    @Param('id') id: string,
    @Body({ schema: placing }) { unit }: z.infer<typeof placing>,
    @Acting() actor: Principal,
  ): Promise<{ id: string; unit: string | null }> {
    refuseOwn(id, actor);
    await this.checkUnit(unit);
    if (!(await this.accounts.giveUnit(id, unit))) throw notFound();
    return { id, unit };
  }

  @Put(':id/identity')
  @ApiOperation({ summary: 'Who the person is at the identity provider (its subject), or null for nobody; all sessions are over' })
  @ApiOkResponse({ description: '{ id, linked }' })
  @ApiNotFoundResponse({ description: 'user-not-found' })
  @ApiConflictResponse({ description: 'identity-taken, sign-in-way-not-there' })
  async link(
    @Param('id') id: string,
    @Body({ schema: linking }) { subject }: z.infer<typeof linking>,
    @Acting() actor: Principal,
  ): Promise<{ id: string; linked: boolean }> {
    refuseOwn(id, actor);
    const { issuer } = this.provider;
    if (issuer === undefined) throw new Problem(409, 'sign-in-way-not-there', '本系统没有启用统一身份登录，不能关联身份。');
    const outcome = await this.accounts.link(id, subject === null ? undefined : { issuer, subject });
    if (outcome === 'not-found') throw notFound();
    if (outcome === 'taken') throw new Problem(409, 'identity-taken', '该身份已与另一个账号关联，请核对身份编号。');
    return { id, linked: subject !== null };
  }

  private async checkUnit(unit: string | null): Promise<void> {
    if (unit === null || (await this.units.find(null, unit))) return;
    throw new Problem(422, 'unit-not-known', '单位代码不存在，请先导入单位表。');
  }
}

const notFound = (): Problem => new Problem(404, 'user-not-found', '没有该用户，请核对用户名。');

function refuseOwn(id: string, actor: Principal): void {
  if (id === actor.id) throw new Problem(409, 'own-entry', '不能更改自己的账户，请由另一名安全管理员办理。');
}
