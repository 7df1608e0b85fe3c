import { CadreTokens, idNumberIsWhole } from '#vault/cadre-token';

describe('the token of a cadre', () => {
  it('is the same for the same ID number and another under another key', () => {
    const here = new CadreTokens(Buffer.alloc(32, 1));
    const elsewhere = new CadreTokens(Buffer.alloc(32, 2));
    expect(here.tokenOf('999999197001011236')).toBe(here.tokenOf('999999197001011236'));
    expect(here.tokenOf('999999197001011236')).not.toBe(elsewhere.tokenOf('999999197001011236'));
    expect(here.tokenOf('999999197001011236')).not.toContain('9999');
  });

  it('leaves room for other keys, one per label', () => {
    const tokens = new CadreTokens(Buffer.alloc(32, 1));
    expect(tokens.subKey('content')).toEqual(new CadreTokens(Buffer.alloc(32, 1)).subKey('content'));
    expect(tokens.subKey('content')).not.toEqual(tokens.subKey('other'));
    expect(tokens.subKey('content')).toHaveLength(32);
  });

  it('is made only of an ID number whose check digit is right', () => {
    const body = '99999919700101123';
    const whole = Array.from('0123456789X').filter((check) => idNumberIsWhole(body + check));
    expect(whole).toHaveLength(1);
    expect(idNumberIsWhole('abc')).toBe(false);
  });
});
