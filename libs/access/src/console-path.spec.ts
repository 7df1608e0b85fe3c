import { consolePath } from '#access/console-path';

describe('the page to lead back to', () => {
  it.each(['/', '/candidates?state=proposed', '/cadres/cadre%3A1', '/cadres?q=%E9%99%88'])('may be a page of the console: %s', (path) => {
    expect(consolePath(path)).toBe(path);
  });

  it.each([
    undefined,
    '',
    'candidates',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '\\\\elsewhere.example',
    '/\t/elsewhere.example',
    '/.//elsewhere.example',
    '/%2e//elsewhere.example',
    'https://elsewhere.example',
    'javascript:alert(1)',
    ' //elsewhere.example',
    '/x\r\n/../..//elsewhere.example',
  ])('is never elsewhere: %j', (asked) => {
    expect(consolePath(asked)).toBe('/');
  });

  it('takes no line break into the answer', () => {
    expect(consolePath('/x\r\nset-cookie: a=b')).not.toMatch(/[\r\n]/);
  });
});
