import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const KEY = /^bearer lq_([0-9a-f]{16})_([A-Za-z0-9_-]{43})$/i;

/** A key as its holder sends it: the id is looked up, the secret is proven. */
export interface AgencyKey {
  readonly keyId: string;
  readonly secret: string;
}

/** 256 random bits; what they are is known to the holder only. */
export function newAgencyKey(): AgencyKey {
  return { keyId: randomBytes(8).toString('hex'), secret: randomBytes(32).toString('base64url') };
}

export const keyText = ({ keyId, secret }: AgencyKey): string => `lq_${keyId}_${secret}`;

/** The key in an `Authorization` header; undefined when there is none. */
export function keyIn(authorization: string | undefined): AgencyKey | undefined {
  const [, keyId, secret] = KEY.exec(authorization ?? '') ?? [];
  return keyId === undefined || secret === undefined ? undefined : { keyId: keyId.toLowerCase(), secret };
}

/** What is stored of a secret: SHA-256 is enough for 256 random bits (ASVS 6.5.2). */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

export const isSecretOf = (hash: Buffer, secret: string): boolean => hash.length === 32 && timingSafeEqual(hash, hashOf(secret));
