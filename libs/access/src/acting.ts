import { createParamDecorator, type ExecutionContext, Injectable, type CanActivate } from '@nestjs/common';
import { rolesFor } from '#access/permissions';
import { type AskedRequest, type Principal, Principals } from '#access/principals';
import { type LoggedRead, ReadLog } from '#access/read-log';
import { Problem } from '#platform/http/problem';
import { currentTrace } from '#platform/trace/trace-context';

export interface RequestOfSomebody extends AskedRequest {
  /** The route that was found. */
  readonly routeOptions: { readonly url?: string };
  readonly params: Readonly<Record<string, string>>;
  principal?: Principal;
}

/** The person who calls, once the guard has let them in. */
export const principalIn = (context: ExecutionContext): Principal | undefined =>
  context.switchToHttp().getRequest<RequestOfSomebody>().principal;

/** Method and path as the table of permissions names them. */
export const endpointOf = ({ method, routeOptions }: RequestOfSomebody): string => `${method} ${routeOptions.url ?? ''}`;

/** What the log tells of a request before anything is known of its purpose and its end. */
export const attemptOf = (request: RequestOfSomebody, { id, role, unit }: Principal): Omit<LoggedRead, 'outcome'> => ({
  person: id,
  role,
  unit,
  endpoint: endpointOf(request),
  subject: Object.values(request.params)[0] ?? null,
  purpose: null,
  task: null,
  reason: null,
  traceId: currentTrace()?.traceId ?? '',
});

/** The person who calls. */
export const Acting = createParamDecorator((_: unknown, context: ExecutionContext): Principal | undefined => principalIn(context));

/** Default deny: an endpoint under this guard answers only the roles that the table of permissions names for it. A refusal is logged. */
@Injectable()
export class RoleGuard implements CanActivate {
  constructor(
    private readonly principals: Principals,
    private readonly log: ReadLog,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<RequestOfSomebody>();
    const principal = await this.principals.of(request);
    if (!principal) throw new Problem(401, 'not-signed-in', '请先表明身份。');
    if (!rolesFor(endpointOf(request)).includes(principal.role)) {
      await this.log.write({ ...attemptOf(request, principal), outcome: 'refused' });
      throw new Problem(403, 'role-not-allowed', '您的岗位不能进行此操作。');
    }
    request.principal = principal;
    return true;
  }
}
