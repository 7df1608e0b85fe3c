import { Query } from '@nestjs/cqrs';
import type { CandidateBrakeAnswer } from '#contracts/console/candidate-brake';
import type { Scope } from '#persistence/database';

export class TellBrake extends Query<CandidateBrakeAnswer> {
  constructor(readonly scope: Scope) {
    super();
  }
}
