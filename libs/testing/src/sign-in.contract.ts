import { randomBytes } from 'node:crypto';
import type { Accounts } from '#access/accounts';
import { addAccount, renewAccount } from '#access/new-account';
import { codeAt, newCodeSecret } from '#access/one-time-codes';
import { hashOfPassword } from '#access/passwords';
import type { Principal } from '#access/principals';
import type { Sessions } from '#access/sessions';
import { type Credentials, SignIn, type SignInOutcome } from '#access/sign-in';
import type { TryCounts } from '#access/try-counts';

/** The ports of sign-in over one store, with a clock that can be put forward. */
export interface AccessWorld {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly tries: TryCounts;
  now(): Promise<Date>;
  pass(seconds: number): Promise<void>;
  close(): Promise<void>;
}

const PASSWORD = 'a-long-enough-password';
const CODE_SECRET = newCodeSecret();
const MINUTE = 60;

/** What every store of accounts, sessions and tries promises together. */
export function describeSignIn(name: string, create: () => Promise<AccessWorld>): void {
  describe(name, () => {
    let world: AccessWorld;
    let signIn: SignIn;
    let passwordHash: string;
    beforeAll(async () => {
      world = await create();
      signIn = new SignIn(world.tries, world.accounts, world.sessions);
      passwordHash = await hashOfPassword(PASSWORD);
    });
    afterAll(async () => world?.close());

    const somebody = async (): Promise<Principal> => {
      const principal: Principal = { id: `p${randomBytes(6).toString('hex')}`, name: '示例承办人', role: 'handler', unit: 'U-1' };
      expect(await world.accounts.add({ ...principal, passwordHash, codeSecret: CODE_SECRET })).toBe(true);
      return principal;
    };
    const rightOf = async (user: string): Promise<Credentials> => ({
      user,
      password: PASSWORD,
      code: codeAt(CODE_SECRET, await world.now()),
    });
    const failTimes = async (user: string, times: number): Promise<SignInOutcome[]> => {
      const outcomes: SignInOutcome[] = [];
      for (let i = 0; i < times; i += 1) outcomes.push(await signIn.attempt({ ...(await rightOf(user)), password: `wrong-${i}` }));
      return outcomes;
    };
    const signedIn = async (user: string): Promise<string> => {
      const outcome = await signIn.attempt(await rightOf(user));
      if (outcome.type !== 'signed-in') throw new Error(`${user} is ${outcome.type}`);
      return outcome.token;
    };
    const waitOf = async (user: string, browser?: string): Promise<number | undefined> => {
      const outcome = await signIn.attempt(await rightOf(user), browser);
      return outcome.type === 'must-wait' ? outcome.seconds : undefined;
    };

    it('lets in who has the password and the code, as the person that they are', async () => {
      const person = await somebody();
      const token = await signedIn(person.id);
      expect(Buffer.from(token, 'base64url')).toHaveLength(32);
      expect(await world.sessions.principalOf(token)).toEqual(person);
    });

    it('hands a new person a password and an authenticator’s secret that open the door, once an id', async () => {
      const principal: Principal = { id: `p${randomBytes(6).toString('hex')}`, name: '示例新人', role: 'auditor', unit: null };
      const handed = await addAccount(world.accounts, principal);
      const secret = new URL(handed?.totpUri ?? '').searchParams.get('secret') ?? '';
      const code = codeAt(secret, await world.now());
      expect(await signIn.attempt({ user: principal.id, password: handed?.password ?? '', code })).toMatchObject({ type: 'signed-in' });
      expect(await addAccount(world.accounts, principal)).toBeUndefined();
    });

    it('refuses a wrong password, a wrong code, an unknown name and who is switched off with the same words', async () => {
      const person = await somebody();
      const off = await somebody();
      await world.accounts.switch(off.id, false);
      const right = await rightOf(person.id);
      const otherCode = String((Number(right.code) + 1) % 1_000_000).padStart(6, '0');
      for (const wrong of [{ password: 'x' }, { code: otherCode }, { user: 'nobody' }, { user: off.id }]) {
        expect(await signIn.attempt({ ...right, ...wrong })).toEqual({ type: 'refused' });
      }
    });

    it('takes a code once', async () => {
      const person = await somebody();
      const right = await rightOf(person.id);
      expect((await signIn.attempt(right)).type).toBe('signed-in');
      expect(await signIn.attempt(right)).toEqual({ type: 'refused' });
    });

    it('lets each try wait after ten wrong passwords, and then the right one in', async () => {
      const person = await somebody();
      expect(new Set((await failTimes(person.id, 10)).map(({ type }) => type))).toEqual(new Set(['refused']));
      expect(await waitOf(person.id)).toBeGreaterThan(28);
      await world.pass(30);
      expect((await failTimes(person.id, 1))[0]).toEqual({ type: 'refused' });
      expect(await waitOf(person.id)).toBeGreaterThan(58);
      await world.pass(31);
      expect(await waitOf(person.id)).toBeGreaterThan(27);
      await world.pass(30);
      const token = await signedIn(person.id);
      expect(await world.sessions.principalOf(token)).toEqual(person);
      expect((await failTimes(person.id, 1))[0]).toEqual({ type: 'refused' });
    });

    it('lets a name that nobody has wait as long', async () => {
      const nobody = `n${randomBytes(6).toString('hex')}`;
      await failTimes(nobody, 10);
      expect(await waitOf(nobody)).toBeGreaterThan(27);
    });

    it('lets nobody be kept out by strangers who time their tries: from a browser that is known the right password comes in', async () => {
      const person = await somebody();
      await failTimes(person.id, 10);
      for (const wait of [30, 60, 120, 240, 480, 900, 900, 900]) {
        await world.pass(wait);
        expect((await failTimes(person.id, 1))[0]).toEqual({ type: 'refused' });
        expect(await waitOf(person.id)).toBeGreaterThan(0);
      }
      const outcome = await signIn.attempt(await rightOf(person.id), 'own');
      expect(outcome.type).toBe('signed-in');
      // Their count is not over with it.
      expect(await waitOf(person.id)).toBeGreaterThan(800);
    });

    it('lets a browser that is known wait by the same rule for its own tries, and holds nobody else up by them', async () => {
      const person = await somebody();
      const right = await rightOf(person.id);
      for (let i = 0; i < 10; i += 1) expect(await signIn.attempt({ ...right, password: 'wrong' }, 'own')).toEqual({ type: 'refused' });
      expect(await waitOf(person.id, 'own')).toBeGreaterThan(27);
      await world.pass(31);
      expect((await signIn.attempt(await rightOf(person.id), 'own')).type).toBe('signed-in');
      expect((await failTimes(person.id, 9)).map(({ type }) => type)).toEqual(Array.from({ length: 9 }, () => 'refused'));
    });

    it('counts tries that come at once as many', async () => {
      const person = await somebody();
      const wrong = { ...(await rightOf(person.id)), password: 'wrong' };
      const outcomes = await Promise.all(Array.from({ length: 15 }, async () => signIn.attempt(wrong)));
      expect(outcomes.filter(({ type }) => type === 'refused')).toHaveLength(10);
      expect(outcomes.filter(({ type }) => type === 'must-wait')).toHaveLength(5);
    });

    it('ends a session by sign-out, and that one alone', async () => {
      const person = await somebody();
      const token = await signedIn(person.id);
      const other = await world.sessions.open(person.id);
      await world.sessions.end(token);
      expect(await world.sessions.principalOf(token)).toBeUndefined();
      expect(await world.sessions.principalOf(other)).toEqual(person);
    });

    it('ends a session that was idle for half an hour, and any after twelve hours', async () => {
      const person = await somebody();
      const idle = await world.sessions.open(person.id);
      await world.pass(29 * MINUTE);
      expect(await world.sessions.principalOf(idle)).toEqual(person);
      await world.pass(31 * MINUTE);
      expect(await world.sessions.principalOf(idle)).toBeUndefined();

      const busy = await world.sessions.open(person.id);
      for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
        await world.pass(20 * MINUTE);
        expect(await world.sessions.principalOf(busy)).toEqual(person);
      }
      await world.pass(21 * MINUTE);
      expect(await world.sessions.principalOf(busy)).toBeUndefined();
    });

    it('tells another role and a person switched off from the next request on; switched on again, old sessions stay dead', async () => {
      const person = await somebody();
      const token = await world.sessions.open(person.id);
      expect(await world.accounts.giveRole(person.id, 'auditor')).toBe(true);
      expect(await world.sessions.principalOf(token)).toEqual({ ...person, role: 'auditor' });
      expect(await world.accounts.switch(person.id, false)).toBe(true);
      expect(await world.sessions.principalOf(token)).toBeUndefined();
      expect(await world.sessions.principalOf(await world.sessions.open(person.id))).toBeUndefined();
      await world.accounts.switch(person.id, true);
      expect(await world.sessions.principalOf(token)).toBeUndefined();
    });

    it('hands a new password and secret to who lost them; the old ones and every session are over', async () => {
      const person = await somebody();
      const token = await signedIn(person.id);
      const handed = await renewAccount(world.accounts, person.id);
      expect(await world.sessions.principalOf(token)).toBeUndefined();
      expect(await signIn.attempt(await rightOf(person.id))).toEqual({ type: 'refused' });
      const code = codeAt(new URL(handed?.totpUri ?? '').searchParams.get('secret') ?? '', await world.now());
      expect((await signIn.attempt({ user: person.id, password: handed?.password ?? '', code })).type).toBe('signed-in');
      expect(await renewAccount(world.accounts, 'nobody')).toBeUndefined();
    });

    it('links one identity of one issuer to one person, and ends the sessions of whose link changes', async () => {
      const [person, other] = [await somebody(), await somebody()];
      const identity = { issuer: 'https://id.example', subject: `s-${person.id}` };
      const token = await world.sessions.open(person.id);
      expect(await world.accounts.link(person.id, identity)).toBe('linked');
      expect(await world.sessions.principalOf(token)).toBeUndefined();
      expect(await world.accounts.withIdentity(identity)).toMatchObject({ id: person.id, active: true });
      expect(await world.accounts.link(person.id, identity)).toBe('linked');
      expect(await world.accounts.link(other.id, identity)).toBe('taken');
      expect(await world.accounts.link('nobody', identity)).toBe('not-found');
      expect(await world.accounts.withIdentity({ ...identity, issuer: 'https://other.example' })).toBeUndefined();
      expect(await world.accounts.link(person.id, undefined)).toBe('linked');
      expect(await world.accounts.withIdentity(identity)).toBeUndefined();
      expect(await world.accounts.link(other.id, identity)).toBe('linked');
    });

    it('tells of everybody when they last came, whether their code works and whether they are linked, and nothing that opens', async () => {
      const person = await somebody();
      const told = async (): Promise<unknown> => (await world.accounts.all()).find(({ id }) => id === person.id);
      const fresh = { ...person, active: true, addedAt: expect.any(Date), lastSignInAt: undefined, codeTaken: false, linked: false };
      expect(await told()).toEqual(fresh);
      await signedIn(person.id);
      await world.accounts.link(person.id, { issuer: 'https://id.example', subject: `t-${person.id}` });
      expect(await told()).toEqual({ ...fresh, lastSignInAt: expect.any(Date), codeTaken: true, linked: true });
      await renewAccount(world.accounts, person.id);
      expect(await told()).toMatchObject({ codeTaken: false });
    });

    it('knows no session by a made-up token, and changes nobody that does not exist', async () => {
      expect(await world.sessions.principalOf('')).toBeUndefined();
      expect(await world.sessions.principalOf(randomBytes(32).toString('base64url'))).toBeUndefined();
      expect([await world.accounts.switch('nobody', false), await world.accounts.giveRole('nobody', 'auditor')]).toEqual([false, false]);
    });
  });
}
