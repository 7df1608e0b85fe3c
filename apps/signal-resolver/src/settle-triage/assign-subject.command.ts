import { Command } from '@nestjs/cqrs';

/** What a settled question brings with it. */
export interface Assigned {
  readonly eventId: string;
  readonly state: 'settled';
  /** Messages that waited for it and are released with it. */
  readonly released: number;
}

/** A person says which cadre an open item is about. */
export class AssignSubject extends Command<Assigned> {
  constructor(
    readonly eventId: string,
    readonly cadreId: string,
    readonly by: string,
  ) {
    super();
  }
}
