import { Query } from '@nestjs/cqrs';
import type { UnitsAnswer } from './units-answer';

export class ListUnits extends Query<UnitsAnswer> {}
