import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AdmitAgency } from './admit-agency.command';
import { Agencies } from './agencies';
import { keyText, newAgencyKey } from './agency-key';

@CommandHandler(AdmitAgency)
export class AdmitAgencyHandler implements ICommandHandler<AdmitAgency> {
  constructor(private readonly agencies: Agencies) {}

  async execute({ entry: { name, ...agency } }: AdmitAgency): Promise<{ code: string; key: string }> {
    const key = newAgencyKey();
    await this.agencies.admit(agency, name, key);
    return { code: agency.code, key: keyText(key) };
  }
}
