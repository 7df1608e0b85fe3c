import { Command } from '@nestjs/cqrs';
import type { ManagedHigher } from './read-managed-higher';

/** Replaces the list of people and units that a higher level manages, as a whole. */
export class KeepManagedHigher extends Command<void> {
  constructor(readonly list: readonly ManagedHigher[]) {
    super();
  }
}
