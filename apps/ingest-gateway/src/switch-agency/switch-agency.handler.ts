import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Agencies } from '../admit-agency/agencies';
import { SwitchAgency, type Switched } from './switch-agency.command';

@CommandHandler(SwitchAgency)
export class SwitchAgencyHandler implements ICommandHandler<SwitchAgency> {
  constructor(private readonly agencies: Agencies) {}

  async execute({ code, active }: SwitchAgency): Promise<Switched | undefined> {
    return (await this.agencies.switch(code, active)) ? { code, active } : undefined;
  }
}
