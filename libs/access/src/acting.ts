import { createParamDecorator, type ExecutionContext, Injectable, type CanActivate, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type AskedRequest, type Principal, Principals, type Role } from '#access/principals';
import { Problem } from '#platform/http/problem';

const ALLOWED = 'allowed-roles';

interface RequestOfSomebody extends AskedRequest {
  principal?: Principal;
}

/** Who may call an endpoint. Without it nobody may. */
export const AllowedTo = (...roles: Role[]): ReturnType<typeof SetMetadata> => SetMetadata(ALLOWED, roles);

/** The person who calls. */
export const Acting = createParamDecorator((_: unknown, context: ExecutionContext): Principal | undefined => {
  return context.switchToHttp().getRequest<RequestOfSomebody>().principal;
});

/** Default deny: an endpoint under this guard answers only the roles that it names. */
@Injectable()
export class RoleGuard implements CanActivate {
  constructor(
    private readonly principals: Principals,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<RequestOfSomebody>();
    const principal = await this.principals.of(request);
    if (!principal) throw new Problem(401, 'not-signed-in', '请先表明身份。');
    const allowed = this.reflector.getAllAndOverride<Role[] | undefined>(ALLOWED, [context.getHandler(), context.getClass()]) ?? [];
    if (!allowed.includes(principal.role)) throw new Problem(403, 'role-not-allowed', '您的岗位不能进行此操作。');
    request.principal = principal;
    return true;
  }
}
