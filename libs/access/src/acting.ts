import { createParamDecorator, type ExecutionContext, Injectable, type CanActivate } from '@nestjs/common';
import { rolesFor } from '#access/permissions';
import { type AskedRequest, type Principal, Principals } from '#access/principals';
import { Problem } from '#platform/http/problem';

interface RequestOfSomebody extends AskedRequest {
  /** The route that was found. */
  readonly routeOptions: { readonly url?: string };
  principal?: Principal;
}

/** The person who calls, once the guard has let them in. */
export const principalIn = (context: ExecutionContext): Principal | undefined =>
  context.switchToHttp().getRequest<RequestOfSomebody>().principal;

/** The person who calls. */
export const Acting = createParamDecorator((_: unknown, context: ExecutionContext): Principal | undefined => principalIn(context));

/** Default deny: an endpoint under this guard answers only the roles that the table of permissions names for it. */
@Injectable()
export class RoleGuard implements CanActivate {
  constructor(private readonly principals: Principals) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<RequestOfSomebody>();
    const principal = await this.principals.of(request);
    if (!principal) throw new Problem(401, 'not-signed-in', '请先表明身份。');
    const allowed = rolesFor(`${request.method} ${request.routeOptions.url ?? ''}`);
    if (!allowed.includes(principal.role)) throw new Problem(403, 'role-not-allowed', '您的岗位不能进行此操作。');
    request.principal = principal;
    return true;
  }
}
