import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The keys of this data folder, made once and readable by its owner alone. A real installation brings its own. */
export function keysOf(data) {
  const file = join(data, 'keys.json');
  if (!existsSync(file)) {
    const key = () => randomBytes(32).toString('base64');
    writeFileSync(file, JSON.stringify({ LIUQU_TOKEN_KEY: key(), LIUQU_SEALING_KEY: key() }), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** An identity provider, if the operator names one: passed on as given. */
export const oidcGiven = () => Object.fromEntries(Object.entries(process.env).filter(([name]) => name.startsWith('LIUQU_OIDC_')));
