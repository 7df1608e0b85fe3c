import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { principalIn } from '#access/acting';
import { Database } from '#persistence/database';
import { candidateNotFound } from './candidate-not-found';
import { candidateIdText } from './candidate-id';

/** After the role: a candidate outside the person's scope, or of a cadre whom a higher level manages by now, is not there. */
@Injectable()
export class CandidateInScope implements CanActivate {
  constructor(private readonly database: Database) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { params } = context.switchToHttp().getRequest<{ readonly params: { readonly id?: string } }>();
    const id = candidateIdText.safeParse(params.id);
    const principal = principalIn(context);
    if (!principal) return false;
    // What is no id is told by whoever reads it.
    if (!id.success) return true;
    const seen = await this.database.readAs(principal.unit, async (reading) =>
      reading.query('SELECT 1 FROM workflow.candidate WHERE id = $1', [id.data]),
    );
    if (seen.length === 0) throw candidateNotFound();
    return true;
  }
}
