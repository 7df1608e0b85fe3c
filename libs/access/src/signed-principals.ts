import { type AskedRequest, type Principal, Principals } from '#access/principals';
import { type PrincipalSignatures, SIGNED_PRINCIPAL_HEADER } from '#access/principal-signatures';

/** Whom the console's process has looked at and signed; without a signature, whom the others believe. */
export class SignedPrincipals extends Principals {
  constructor(
    private readonly signatures: PrincipalSignatures,
    private readonly others: Principals,
  ) {
    super();
  }

  override async of(request: AskedRequest): Promise<Principal | undefined> {
    const signed = request.headers[SIGNED_PRINCIPAL_HEADER];
    if (signed === undefined) return this.others.of(request);
    return typeof signed === 'string' ? this.signatures.principalIn(signed, request) : undefined;
  }
}
