import { randomBytes } from 'node:crypto';
import { SealBroken, Sealer } from '#vault/sealer';

describe('sealed bytes', () => {
  const sealer = new Sealer(randomBytes(32));

  it('open in their own place', () => {
    const sealed = sealer.seal(Buffer.from('原文'), 'parked/1');
    expect(sealed.includes(Buffer.from('原文'))).toBe(false);
    expect(sealer.open(sealed, 'parked/1').toString()).toBe('原文');
  });

  it('do not open elsewhere, changed, or under another key', () => {
    const sealed = sealer.seal(Buffer.from('原文'), 'parked/1');
    const changed = Buffer.from(sealed);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    expect(() => sealer.open(sealed, 'parked/2')).toThrow(SealBroken);
    expect(() => sealer.open(changed, 'parked/1')).toThrow(SealBroken);
    expect(() => new Sealer(randomBytes(32)).open(sealed, 'parked/1')).toThrow(SealBroken);
    expect(() => sealer.open(Buffer.alloc(0), 'parked/1')).toThrow(SealBroken);
  });
});
