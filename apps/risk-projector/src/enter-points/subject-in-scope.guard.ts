import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { principalIn } from '#access/acting';
import { Database } from '#persistence/database';
import { isInScope } from '#persistence/queries/subject-in-scope';
import { subjectNotFound } from './points-problems';

/** After the role: whoever is outside the person's scope, or managed by a higher level, is not there. */
@Injectable()
export class SubjectInScope implements CanActivate {
  constructor(private readonly database: Database) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { params } = context.switchToHttp().getRequest<{ readonly params: { readonly subject: string } }>();
    const principal = principalIn(context);
    if (!principal) return false;
    if (!(await isInScope(this.database, principal.unit, params.subject))) throw subjectNotFound();
    return true;
  }
}
