import { CATALOGUE, signalOfCode } from '#contracts/signals/catalogue';
import { FOLLOW_UPS, FOLLOW_UPS_INSIDE, SIGNAL_STATUS_CHANGED, SIGNAL_WITHDRAWN } from '#contracts/signals/follow-ups';
import { toldFields } from '#contracts/signals/told-fields';
import { withholdWords } from '#contracts/signals/withhold-words';

const VISIT = 'liuqu.signal.public-group-visit.v1';
const PUBLIC = CATALOGUE.filter(({ channel }) => channel === 'public');

describe('the words of petitions', () => {
  it('given a group visit, when they are withheld, then its cause is, and its numbers stay', () => {
    const sent = { severity: 3, fields: { persons: 18, cause: '征地补偿', unitFault: true } };
    expect(withholdWords(VISIT, sent)).toEqual({
      data: { severity: 3, fields: { persons: 18, cause: null, unitFault: true } },
      words: { cause: '征地补偿' },
    });
    expect(sent.fields.cause).toBe('征地补偿');
  });

  it('given the same a second time, then nothing more is found and nothing comes back', () => {
    const once = withholdWords(VISIT, { fields: { persons: 18, cause: '征地补偿' } });
    expect(withholdWords(VISIT, once.data)).toEqual({ data: once.data, words: {} });
  });

  it('given a field that its sender left out, then it is not told of', () => {
    expect(withholdWords(VISIT, { fields: { persons: 18 } })).toEqual({ data: { fields: { persons: 18 } }, words: {} });
  });

  it('given something of another kind where words belong, then that goes too', () => {
    expect(withholdWords(VISIT, { fields: { cause: ['征地', '补偿'] } })).toEqual({ data: { fields: { cause: null } }, words: {} });
  });

  it.each([{ fields: '征地' }, { fields: ['征地'] }, {}])(
    'given data %j that fits no contract, then it is left for the contract to refuse',
    (data) => {
      expect(withholdWords(VISIT, data)).toEqual({ data, words: {} });
    },
  );

  it.each([SIGNAL_STATUS_CHANGED, SIGNAL_WITHDRAWN])('given a reason in %s, then it is withheld: it may say what was written', (type) => {
    const { data, words } = withholdWords(type, { id: '1', reason: '信访人称征地未补偿' });
    expect([data, words]).toEqual([{ id: '1', reason: null }, { reason: '信访人称征地未补偿' }]);
  });

  it('given a finding of an organ or a report of the media, then all of it passes', () => {
    for (const { type, channel, example, withheld } of CATALOGUE) {
      if (channel === 'public') continue;
      expect([type, withheld, withholdWords(type, example)]).toEqual([type, [], { data: example, words: {} }]);
    }
    expect(withholdWords('liuqu.signal.unheard-of.v1', { fields: { cause: '征地' } }).words).toEqual({});
  });

  it('are, type by type, the free texts of the public’s channel', () => {
    expect(Object.fromEntries(PUBLIC.flatMap(({ code, withheld }) => (withheld.length === 0 ? [] : [[code, withheld]])))).toEqual({
      'public-hotline-complaint': ['classCode'],
      'public-group-visit': ['cause'],
      'public-petition-duty-failure': ['article'],
      'public-petition-leak': ['act'],
      'public-retaliation': ['act'],
      'public-notice-objection': ['candidateToken'],
      'public-disclosure-overdue': ['item'],
      'public-supervisor-report': ['supervisorNumber'],
      'public-false-accusation': ['decisionNumber'],
    });
  });
});

describe('the contract behind the door', () => {
  it.each(CATALOGUE.map((signal) => [signal.code, signal] as const))('takes %s without its words, and not with them', (_code, signal) => {
    const { data, words } = withholdWords(signal.type, signal.example);
    expect(signal.dataInside.safeParse(data).error?.issues).toBeUndefined();
    expect(signal.dataInside.safeParse(signal.example).success).toBe(Object.keys(words).length === 0);
    expect(signal.data.safeParse(data).success).toBe(Object.keys(words).length === 0);
  });

  it('takes what is said later without its reason, and not with it', () => {
    const sent = {
      [SIGNAL_WITHDRAWN]: { id: '1', reason: '登记有误' },
      [SIGNAL_STATUS_CHANGED]: { of: { source: '/agency/A/b', id: '1' }, status: 'refuted', decidedOn: '2026-01-01', reason: '查无此事' },
    };
    for (const [type, data] of Object.entries(sent)) {
      expect(FOLLOW_UPS[type]?.safeParse(data).success).toBe(true);
      expect(FOLLOW_UPS_INSIDE[type]?.safeParse(data).success).toBe(false);
      expect(FOLLOW_UPS_INSIDE[type]?.safeParse(withholdWords(type, data).data).success).toBe(true);
    }
    const { reason: _, ...silent } = sent[SIGNAL_STATUS_CHANGED];
    expect(FOLLOW_UPS_INSIDE[SIGNAL_STATUS_CHANGED]?.safeParse(silent).success).toBe(true);
  });
});

describe('what a clerk reads of a signal', () => {
  it('is the label alone of what was withheld, from a record before and after it was', () => {
    const visit = signalOfCode('public-group-visit');
    if (!visit) throw new RangeError('no such type');
    const told = [
      { label: '人数', value: '18' },
      { label: '诉求', value: null },
    ];
    expect(toldFields(visit, { persons: 18, cause: '征地补偿' })).toEqual(told);
    expect(toldFields(visit, { persons: 18, cause: null })).toEqual(told);
  });
});
