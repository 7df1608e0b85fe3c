import { Command } from '@nestjs/cqrs';

export interface Switched {
  readonly code: string;
  readonly active: boolean;
}

/** Shuts an agency out, or lets it in again with the key that it has. Undefined when no such agency was admitted. */
export class SwitchAgency extends Command<Switched | undefined> {
  constructor(
    readonly code: string,
    readonly active: boolean,
  ) {
    super();
  }
}
