import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** argon2id, 19 MiB, two passes: the package's default, and OWASP's. */
export const hashOfPassword = async (password: string): Promise<string> => hash(password);

export const isPassword = async (passwordHash: string, password: string): Promise<boolean> => verify(passwordHash, password);

/** 120 random bits, as the person first gets it. */
export const newPassword = (): string => randomBytes(15).toString('base64url');

let decoy: Promise<string> | undefined;

/** The hash of a password that nobody has: an unknown name costs the same work as a known one. */
export const decoyHash = async (): Promise<string> => (decoy ??= hashOfPassword(newPassword()));
