import { Command } from '@nestjs/cqrs';
import type { Scope } from '#persistence/database';

/** What a settled question brings with it. */
export interface Assigned {
  readonly eventId: string;
  readonly state: 'settled';
  /** Messages that waited for it and are released with it. */
  readonly released: number;
}

/** Whom a person names for an item. */
export type Named = { readonly cadreId: string } | { readonly unitCode: string };

/** It turned out that a higher level manages the cadre: not entered, content removed, to be handed up. */
export interface HandedUp {
  readonly eventId: string;
  readonly state: 'refused';
  /** Messages that waited for it and went with it. */
  readonly refusedWithIt: number;
  /** What is to be done now, as a clerk reads it. */
  readonly reason: string;
}

/** Named by one clerk and not settled: a second one has to say the same. */
export interface Proposed {
  readonly eventId: string;
  readonly state: 'proposed';
}

/** A person says which cadre or unit an open item is about. */
export class AssignSubject extends Command<Assigned | HandedUp | Proposed> {
  constructor(
    readonly eventId: string,
    readonly named: Named,
    readonly by: string,
    /** What that person sees. */
    readonly scope: Scope,
  ) {
    super();
  }
}
