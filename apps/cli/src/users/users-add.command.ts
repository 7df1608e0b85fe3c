import { ACCOUNT_ID } from '#access/accounts';
import { addAccount } from '#access/new-account';
import { PostgresAccounts } from '#access/postgres/postgres-accounts';
import { stackConfig } from '#assembly/stack.config';
import { Database } from '#persistence/database';
import { ConfigInvalid, loadConfig } from '#platform/config/load-config';
import { Sealer } from '#vault/sealer';
import { type Command, CommandFailed, type Terminal } from '../command';

function configOf({ environment }: Terminal): ReturnType<typeof stackConfig.parse> {
  try {
    return loadConfig(stackConfig, environment);
  } catch (error) {
    if (error instanceof ConfigInvalid) throw new CommandFailed(error.message);
    throw error;
  }
}

/** Null for everything; undefined when it is not understood. */
function unitIn([option, unit, ...more]: readonly string[]): string | null | undefined {
  if (option === undefined) return null;
  return option === '--unit' && more.length === 0 ? unit : undefined;
}

/** The first people come by this way; a security administrator admits all others at the console. */
export const usersAdd: Command = {
  usage: 'users add <id> <name> [--unit <code>]  (the variables of an app; a security administrator, whose password is printed once)',
  async run([id = '', name = '', ...options], terminal) {
    const unit = unitIn(options);
    if (!ACCOUNT_ID.test(id) || name === '' || unit === undefined) {
      throw new CommandFailed('an id of small letters, digits, dots and dashes, not from demo-, and a name in one word are wanted');
    }
    const config = configOf(terminal);
    const database = await Database.connect(config.LIUQU_DATABASE_URL, 1);
    try {
      const accounts = new PostgresAccounts(database, new Sealer(config.LIUQU_SEALING_KEY));
      const handed = await addAccount(accounts, { id, name, role: 'security-administrator', unit });
      if (!handed) throw new CommandFailed(`${id} is taken`);
      return [`user      ${id}`, `password  ${handed.password}`, `totp      ${handed.totpUri}`, 'Shown this once.'].join('\n');
    } finally {
      await database.close();
    }
  },
};
