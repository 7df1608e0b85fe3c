import { AppLogger } from '#platform/logger';

describe('a log line', () => {
  const told = (message: unknown, ...context: unknown[]): { err: Record<string, unknown>; msg: string } => {
    const lines: string[] = [];
    new AppLogger('spec', 'info', { write: (line) => void lines.push(line) }).error(message, ...context);
    return JSON.parse(lines.join('')) as { err: Record<string, unknown>; msg: string };
  };

  it('tells type, message, code and stack of an error, and nothing that hangs on it', () => {
    const cause = new Error('Key (name)=(金丝雀) already exists');
    const error = Object.assign(new Error('refused', { cause }), { code: '23505', parameters: ['金丝雀'], detail: '金丝雀' });

    const line = told(error, 'Store');

    expect(line.err).toEqual({ type: 'Error', message: 'refused', code: '23505', stack: error.stack });
    expect(JSON.stringify(line)).not.toContain('金丝雀');
  });

  it('tells no more of an error that stands beside a sentence', () => {
    const line = told('not stored', Object.assign(new Error('refused'), { detail: '金丝雀' }));

    expect(line).toMatchObject({ msg: 'not stored', err: { message: 'refused' } });
    expect(JSON.stringify(line)).not.toContain('金丝雀');
  });
});
