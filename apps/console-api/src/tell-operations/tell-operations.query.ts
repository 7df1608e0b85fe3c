import { Query } from '@nestjs/cqrs';
import type { OperationsAnswer } from '#contracts/console/operations';

export class TellOperations extends Query<OperationsAnswer> {}
