/** Keeps bytes so that they open in their own place only. */
export interface Sealing {
  seal(plain: Buffer, context: string): Buffer;
  /** @throws when the bytes were altered or sealed for another place */
  open(sealed: Buffer, context: string): Buffer;
}
