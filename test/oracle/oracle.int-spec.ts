import { SHIPPED_POLICY } from '#domain/risk/policies';
import type { Policy } from '#domain/risk/policy';
import { describeWith } from '#testing/services/local-services';
import { differences, someCases } from './cases';
import { askOracle, type Case } from './oracle';
import { askProduct } from './product';

const UNTIL = 4_000;
const LONG = 300_000;

/** No number as in the text, none of them round. */
const OTHER_POLICY: Policy = {
  ...SHIPPED_POLICY,
  grades: { A: 97, B: 71, C: 53, D: 29, E: 3, F: 37 },
  statuses: { unverified: 31, plausible: 67, verified: 99, refuted: 1, withdrawn: 0, malicious: 2 },
  channels: {
    self: { matter: 310_007, channel: 390_001 },
    team: { matter: 190_003, channel: 410_009 },
    superior: { matter: 650_001, channel: 900_007 },
    organization: { matter: 1_100_003, channel: 2_100_001 },
    public: { matter: 210_011, channel: 430_003 },
    media: { matter: 130_007, channel: 330_005 },
  },
  publicMediaCap: 777_777,
  levels: [
    { name: 'watch', enter: 17_003, exit: 14_009 },
    { name: 'remind', enter: 36_001, exit: 30_011 },
    { name: 'inquiry', enter: 51_007, exit: 42_003 },
    { name: 'priority', enter: 70_001, exit: 61_009 },
  ],
  dwellDays: 17,
  gate: { severity: 36, groupFloor: 40_009 },
  exposure: {
    factors: { advisory: 83, general: 101, money: 123, personnel: 117, approval: 119, 'law-enforcement': 127, principal: 133 },
    cap: 157,
  },
  floors: {
    'superior-admonition': { level: 'watch', months: {} },
    'org-party-sanction': { level: 'inquiry', months: { 警告: 7 } },
  },
  anonymousAtMost: 'C',
};

async function differencesUnder(policy: Policy, cases: readonly Case[], planted = ''): Promise<readonly string[]> {
  const answers = await askOracle(cases, { until: UNTIL, planted, ...(policy !== SHIPPED_POLICY && { policy }) });
  const product = cases.map((one) => askProduct(one, UNTIL, policy));
  return differences(cases, answers, product);
}

describeWith(['postgres'], 'the reading in SQL, from the text alone', () => {
  it(
    'agrees with the product to the last digit on 1,000 ledgers, the same in every run',
    async () => {
      const found = await differencesUnder(SHIPPED_POLICY, someCases(20_000_101, 1_000));
      expect(found.slice(0, 3)).toEqual([]);
    },
    LONG,
  );

  it(
    'agrees on ledgers that no run had before',
    async () => {
      const seed = Date.now() % 2 ** 31;
      process.stderr.write(`the ledgers of this run have the seed ${seed}\n`);
      expect((await differencesUnder(SHIPPED_POLICY, someCases(seed, 500))).slice(0, 3)).toEqual([]);
    },
    LONG,
  );

  it(
    'agrees under another policy',
    async () => {
      expect((await differencesUnder(OTHER_POLICY, someCases(7, 300))).slice(0, 3)).toEqual([]);
    },
    LONG,
  );

  it.each([
    ['a knee', `UPDATE channel SET matter_knee = matter_knee - 1 WHERE channel = 'team'`],
    ['a grade', `UPDATE grade SET percent = 49 WHERE grade = 'C'`],
    ['an exit', `UPDATE level SET leave = leave + 100 WHERE level = 1`],
    ['the dwell', 'UPDATE setting SET dwell = 90'],
    ['the gate', 'UPDATE setting SET gate_s = 96'],
    ['a floor', 'UPDATE measure SET level = 1'],
    ['how long a sanction lasts', 'UPDATE measure SET months = months + 1'],
    ['an exposure', `UPDATE factor SET percent = 131 WHERE factor = 'principal'`],
  ])('differs when %s is another', async (_, planted) => {
    expect(await differencesUnder(SHIPPED_POLICY, someCases(7, 300), planted)).not.toEqual([]);
  });
});
