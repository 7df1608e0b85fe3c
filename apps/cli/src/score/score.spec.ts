import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayOf } from '#domain/calendar/day';
import { REFERENCE_POLICY } from '#domain/risk/policies';
import { commandOf, usage } from '../commands';
import { score, scoreCommand } from './score';
import { readEventsFile } from './events-file';
import reference from '../../../../libs/domain/src/risk/reference-events.json';

const [first, second, finding] = reference.events;
const fileOf = (...events: readonly object[]): object => ({ exposure: 1, events });
const refused = (...events: readonly object[]) => {
  return () => readEventsFile(fileOf(...events));
};

describe('liuqu score', () => {
  it('reads the reference vector as every implementation must', () => {
    const expected = {
      E: 61_048,
      P: 66_206,
      odds: 1_567_294,
      channels: { self: 91_651, team: 16_073, superior: 0, organization: 1_240_558, public: 69_637, media: 76_371 },
      corroboration: 73_004,
      parts: { e1: 1_252, e2: 1_460, e3: 48_321, e4: 2_975, e5: 3_570, e6: 626, corroboration: 2_844 },
      level: 'inquiry',
    };
    expect(scoreCommand(REFERENCE_POLICY, reference, '200')).toEqual(expected);
    expect(scoreCommand(REFERENCE_POLICY, reference, '2000-07-19')).toEqual(expected);
  });

  it('reads an earlier day from the events up to that day', () => {
    expect(scoreCommand(REFERENCE_POLICY, reference, '60')).toMatchObject({ E: 10_665, level: 'none', parts: { e1: 4_923, e2: 5_742 } });
    expect(scoreCommand(REFERENCE_POLICY, fileOf(), '0')).toMatchObject({ E: 0, P: 0, parts: { corroboration: 0 }, level: 'none' });
  });

  it('folds by the day of receipt, then by the place in the file', () => {
    const late = { ...first, receivedOn: 90 };
    const { signals } = readEventsFile(fileOf(late, finding ?? {}, second ?? {}));
    expect(signals.map(({ id, releasedOn }) => [id, releasedOn])).toEqual([
      ['e2', 60],
      ['e1', 90],
      ['e3', 100],
    ]);
  });

  it('takes days as dates, groups as given, and mitigation in percent', () => {
    const event = { ...finding, day: '2026-04-27', group: 'audit office', mitigation: 40 };
    const { signals } = readEventsFile(fileOf(event, { ...first, group: 'hotline' }));
    expect(signals.map(({ group, day, mitigation }) => [group, day, mitigation])).toEqual([
      ['public', 20, 100],
      ['audit office', dayOf('2026-04-27'), 40],
    ]);
  });

  it.each([
    [1.25, 125],
    [1.15, 115],
    [0.85, 85],
    [1, 100],
    [1.3, 130],
  ])('takes the exposure %d as exactly %d percent', (exposure, percent) => {
    expect(readEventsFile({ exposure, events: [] }).exposurePercent).toBe(percent);
  });
});

describe('what liuqu score refuses', () => {
  it.each<[string, () => unknown]>([
    ['The events file is refused at its root: not-an-object.', () => readEventsFile([])],
    ['The events file is refused at /exposure: not-a-factor-with-two-decimals.', () => readEventsFile({ exposure: 1.255, events: [] })],
    ['The events file is refused at /exposure: not-a-factor-with-two-decimals.', () => readEventsFile({ exposure: 0, events: [] })],
    ['The events file is refused at /events/0/day: not-a-day.', refused({ ...first, day: '2026-02-30' })],
    ['The events file is refused at /events/0/day: not-a-day.', refused({ ...first, day: -1 })],
    ['The events file is refused at /events/0/receivedOn: before-the-day.', refused({ ...first, receivedOn: 19 })],
    ['The events file is refused at /events/1/id: repeated-id.', refused(first ?? {}, first ?? {})],
    ['The events file is refused at /events/0/id: reserved-id.', refused({ ...first, id: 'corroboration' })],
    ['The events file is refused at /events/0/s: out-of-range.', refused({ ...first, s: 96 })],
    ['The events file is refused at /events/0/mood: unknown-field.', refused({ ...first, mood: 'bad' })],
    [
      'The policy file is refused at /landmark: not-one-of-the-values.',
      () => scoreCommand({ ...REFERENCE_POLICY, landmark: 1 }, fileOf(), '0'),
    ],
    ['--as-of is neither a date from 2000-01-01 on nor a day number.', () => scoreCommand(REFERENCE_POLICY, fileOf(), 'today')],
    ['--as-of is neither a date from 2000-01-01 on nor a day number.', () => scoreCommand(REFERENCE_POLICY, fileOf(), '1999-12-31')],
  ])('says: %s', (message, call) => {
    expect(call).toThrow(message);
  });
});

describe('the command line', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'liuqu-score-'));
    await writeFile(join(folder, 'policy.json'), JSON.stringify(REFERENCE_POLICY));
    await writeFile(join(folder, 'events.json'), JSON.stringify(reference));
    await writeFile(join(folder, 'broken.json'), '{');
  });
  afterAll(async () => rm(folder, { recursive: true }));

  const call = async (policy: string, events: string, ...rest: readonly string[]): Promise<string> =>
    score.run(['--policy', join(folder, policy), '--events', join(folder, events), ...rest], {
      environment: {},
      progress: () => undefined,
      interruption: () => new AbortController().signal,
    });

  it('finds a command by its first words', () => {
    expect(commandOf(['score', '--as-of', '200'])).toEqual({ command: score, args: ['--as-of', '200'] });
    expect(commandOf([])).toBeUndefined();
    expect(commandOf(['toString'])).toBeUndefined();
    expect(usage()).toContain('liuqu score --policy P.json --events E.json --as-of YYYY-MM-DD');
  });

  it('prints the score as JSON', async () => {
    const printed = await call('policy.json', 'events.json', '--as-of', '200');
    expect(JSON.parse(printed)).toEqual(scoreCommand(REFERENCE_POLICY, reference, '200'));
  });

  it('says in one sentence what cannot be read or understood', async () => {
    await expect(call('missing.json', 'events.json', '--as-of', '200')).rejects.toThrow(/missing\.json cannot be read\.$/);
    await expect(call('policy.json', 'broken.json', '--as-of', '200')).rejects.toThrow(/broken\.json is not JSON\.$/);
    await expect(call('policy.json', 'events.json')).rejects.toThrow(`Usage: liuqu ${score.usage}`);
    await expect(call('policy.json', 'events.json', '--today')).rejects.toThrow(`Usage: liuqu ${score.usage}`);
  });
});
