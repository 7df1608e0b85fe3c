import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { CloudEvent } from '#contracts/cloud-events/cloud-event';
import type { CadreTokens } from '#vault/cadre-token';
import { canonicalJson } from '#platform/canonical-json';

/** Tells whether two events with one identity say the same, without keeping what they say (design: architecture 5). */
export class ContentHash {
  private readonly key: KeyObject;

  constructor(tokens: CadreTokens) {
    this.key = createSecretKey(tokens.subKey('content-hash'));
  }

  /** HMAC-SHA-256 of type, time, dataschema and data as they were received. 32 bytes. */
  contentHashOf({ type, time, dataschema, data }: CloudEvent): Buffer {
    return createHmac('sha256', this.key).update(canonicalJson({ type, time, dataschema, data })).digest();
  }
}
