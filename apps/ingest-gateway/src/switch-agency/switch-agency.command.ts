import { Command } from '@nestjs/cqrs';

/** Shuts an agency out, or lets it in again with the key that it has. Undefined when no such agency was admitted. */
export class SwitchAgency extends Command<{ readonly code: string; readonly active: boolean } | undefined> {
  constructor(
    readonly code: string,
    readonly active: boolean,
  ) {
    super();
  }
}
