import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { principalIn } from '#access/acting';
import { Database } from '#persistence/database';
import { subjectNotFound } from './points-problems';

const SEEN = `
  SELECT 1 FROM console.standing WHERE id = $1
  UNION ALL
  SELECT 1 FROM console.unit_standing WHERE 'unit:' || code = $1 AND $1 NOT IN (SELECT console.managed_higher())`;

/** After the role: whoever is outside the person's scope, or managed by a higher level, is not there. */
@Injectable()
export class SubjectInScope implements CanActivate {
  constructor(private readonly database: Database) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { params } = context.switchToHttp().getRequest<{ readonly params: { readonly subject: string } }>();
    const principal = principalIn(context);
    if (!principal) return false;
    const seen = await this.database.readAs(principal.unit, async (reading) => reading.query(SEEN, [params.subject]));
    if (seen.length === 0) throw subjectNotFound();
    return true;
  }
}
