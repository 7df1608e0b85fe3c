import { hashOf, isSecretOf, keyIn, keyText, newAgencyKey } from './agency-key';

describe('the key of an agency', () => {
  const key = newAgencyKey();

  it('is found in the header as it was handed out', () => {
    expect(keyIn(`Bearer ${keyText(key)}`)).toEqual(key);
    expect(keyIn(`bearer ${keyText(key)}`)).toEqual(key);
    expect(Buffer.from(key.secret, 'base64url')).toHaveLength(32);
  });

  it.each(['', 'Bearer', 'Basic eDp5', `Bearer ${keyText(key)} `, `Bearer  ${keyText(key)}`, `Bearer ${keyText(key)}=`, keyText(key)])(
    'is not found in "%s"',
    (header) => {
      expect(keyIn(header)).toBeUndefined();
    },
  );

  it('is proven by its secret alone', () => {
    expect(isSecretOf(hashOf(key.secret), key.secret)).toBe(true);
    expect(isSecretOf(hashOf(key.secret), newAgencyKey().secret)).toBe(false);
    expect(isSecretOf(Buffer.alloc(0), key.secret)).toBe(false);
  });
});
