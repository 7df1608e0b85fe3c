import { createHash, randomBytes } from 'node:crypto';

export const newSessionToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a token: SHA-256 is enough for 256 random bits (ASVS 6.5.2). */
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();
