import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { CandidateBrakeAnswer } from '#contracts/console/candidate-brake';
import { SHIPPED_MOST_A_DAY } from '#domain/inquiry/candidate-brake';
import { CandidateQueries } from '#persistence/queries/candidate-queries';
import { TellBrake } from './tell-brake.query';

@QueryHandler(TellBrake)
export class TellBrakeHandler implements IQueryHandler<TellBrake> {
  constructor(private readonly candidates: CandidateQueries) {}

  async execute({ scope }: TellBrake): Promise<CandidateBrakeAnswer> {
    const { limit, held, oldest } = await this.candidates.brake(scope);
    const set = limit && { by: limit.set_by, at: limit.set_at.toISOString(), reason: limit.reason };
    return { most: limit?.most ?? SHIPPED_MOST_A_DAY, set: set ?? null, held, oldest };
  }
}
