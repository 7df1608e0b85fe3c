import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts what may be kept but not read in passing (AES-256-GCM). `context` binds the bytes to their place: moved elsewhere they do not open. */
export class Sealer {
  constructor(private readonly key: Buffer) {
    if (key.length !== 32) throw new SealBroken('the sealing key has 32 bytes');
  }

  seal(plain: Buffer, context: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(context));
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), body]);
  }

  /** @throws SealBroken for a wrong key, a wrong context or changed bytes */
  open(sealed: Buffer, context: string): Buffer {
    try {
      if (sealed[0] !== VERSION) throw new SealBroken('unknown version');
      const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
      const tag = sealed.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(context)).setAuthTag(tag);
      return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    } catch {
      throw new SealBroken('sealed bytes do not open here');
    }
  }
}
