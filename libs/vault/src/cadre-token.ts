import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK = '10X98765432';

/** Whether the check digit of a citizen's ID number is right (GB 11643-1999, ISO 7064 MOD 11-2). */
export function idNumberIsWhole(idNumber: string): boolean {
  if (!/^\d{17}[\dX]$/.test(idNumber)) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(idNumber[at]), 0);
  return CHECK[sum % 11] === idNumber[17];
}

/** Turns an ID number into a keyed token: the same person, the same token; without the key nobody can go back or try numbers out. */
export class CadreTokens {
  private readonly key: KeyObject;

  constructor(key: Buffer) {
    this.key = createSecretKey(key);
  }

  tokenOf(idNumber: string): string {
    return createHmac('sha256', this.key).update(idNumber).digest('base64url');
  }

  /** A key of its own for another purpose, so that no value made with one can be mistaken for the other. 32 bytes. */
  subKey(label: string): Buffer {
    return createHmac('sha256', this.key).update(`sub-key\0${label}`).digest();
  }

  /** Opaque id of a cadre, the same whenever the registry is read in again. */
  cadreIdOf(token: string): string {
    return `cadre:${createHmac('sha256', this.key).update(`cadre-id\0${token}`).digest('hex').slice(0, 26)}`;
  }
}
