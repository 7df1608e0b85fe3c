import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable, Logger } from '@nestjs/common';
import { Problem } from '#platform/http/problem';
import type { Agency } from './agency';
import { Agencies } from './agencies';
import { keyIn } from './agency-key';

interface RequestOfAgency {
  readonly headers: { readonly authorization?: string };
  agency?: Agency;
}

/** The agency whose key came with the request. */
export const CallingAgency = createParamDecorator((_: unknown, context: ExecutionContext): Agency | undefined => {
  return context.switchToHttp().getRequest<RequestOfAgency>().agency;
});

/** Default deny: without the key of an agency nothing is answered; who has the key hears that the agency is shut out, and no more. */
@Injectable()
export class AgencyGuard implements CanActivate {
  private readonly logger = new Logger(AgencyGuard.name);

  constructor(private readonly agencies: Agencies) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<RequestOfAgency>();
    const key = keyIn(request.headers.authorization);
    const holder = key && (await this.agencies.holding(key));
    if (!holder) {
      this.logger.warn(`a request ${key ? `with the wrong key ${key.keyId}` : 'without a key'} was refused`);
      throw new Problem(401, 'agency-not-known', '密钥缺失或不正确，请使用本单位登记的密钥。');
    }
    if (!holder.active) {
      this.logger.warn(`a request of the agency ${holder.agency.code}, which is shut out, was refused`);
      throw new Problem(403, 'agency-shut-out', '本单位的报送已被停用，请联系系统管理员恢复；密钥不变。');
    }
    request.agency = holder.agency;
    return true;
  }
}
