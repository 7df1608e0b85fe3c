import Ajv2020 from 'ajv/dist/2020';
import fc from 'fast-check';
import { alterationWords, unreadableWords } from '#domain/receipt/alteration-words';
import type { ScoreReceipt } from '#domain/receipt/receipt';
import { SCORE_RECEIPT_SCHEMA } from '#domain/receipt/receipt-shape';
import { type Alteration, verifyReceipt } from '#domain/receipt/verify-receipt';
import { explain } from '#domain/risk/explain';
import { REFERENCE_POLICY, SHIPPED_POLICY } from '#domain/risk/policies';
import { aChange, aFinding, aPostHeld, aSignal, aWithdrawal } from '#testing/ledger';
import { aMistaken, releasedAnew } from '#testing/moves';
import { aReceipt, sha256 } from '#testing/receipts';
import { anyLedger } from '#testing/tight-ledger';

type Path = readonly (string | number)[];
type Json = { [name: string]: Json } & Json[];

const pathsIn = (value: unknown, path: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, member]) => pathsIn(member, [...path, name]))
    : [path];

/** Another value of the same kind, such as a hand with an editor writes. */
function altered(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'string') return 'x';
  if (/^[0-9a-f]{64}$/.test(value)) return (value.startsWith('0') ? '1' : '0') + value.slice(1);
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return value === '2000-01-31' ? '2000-02-01' : '2000-01-31';
  return `${value}x`;
}

/** A copy in which one place holds another value, or nothing. */
function withAltered<T>(receipt: T, path: Path, change: (value: unknown) => unknown = altered): T {
  const copy = structuredClone(receipt);
  const last = path.at(-1) ?? '';
  const holder = path.slice(0, -1).reduce((inner, step) => inner[step as never] as never, copy as unknown as Json);
  Reflect.set(holder, last, change(holder[last as never]));
  // What is undefined is in no file.
  return JSON.parse(JSON.stringify(copy)) as T;
}

const alterationsOf = (json: unknown): readonly Alteration[] => {
  const verdict = verifyReceipt(json, sha256);
  return verdict.kind === 'altered' ? verdict.alterations : [];
};
const linesNamed = (json: unknown): readonly (number | undefined)[] => [...new Set(alterationsOf(json).map(({ line }) => line?.place))];

const day = 9_500;
const LEDGER = [
  aPostHeld({ from: day - 400, factors: ['principal'] }),
  aSignal({ id: 'letter', code: 'public-accusation-real-name', reporterKind: 'real-name', day, clue: { sevenElements: 5 } }),
  aFinding({ id: 'finding', code: 'org-audit-exit-finding', reporterKind: 'agency-finding', day: day + 10, status: 'plausible' }),
  aChange({ target: 'finding', status: 'verified', authority: 'county', releasedOn: day + 20 }),
  aSignal({ id: 'taken back', day: day + 22 }),
  aWithdrawal('taken back', day + 40),
];
const RECEIPT = aReceipt(LEDGER);

describe('a score receipt', () => {
  it('of any ledger, on any day, verifies, and has the form that is published', () => {
    const isOfTheForm = new Ajv2020({ strict: false, validateFormats: false }).compile(SCORE_RECEIPT_SCHEMA);
    fc.assert(
      fc.property(anyLedger, fc.nat({ max: 1_800 }), (log, asOf) => {
        const receipt = aReceipt(log, { asOf });
        expect(verifyReceipt(receipt, sha256)).toMatchObject({ kind: 'verified' });
        expect([isOfTheForm(receipt), isOfTheForm.errors]).toEqual([true, null]);
        const { E, P } = explain(log, asOf, SHIPPED_POLICY);
        expect([receipt.reading.e, receipt.reading.p]).toEqual([E, P]);
        const sum = receipt.lines.reduce((parts, { result }) => parts + (result?.part ?? 0), receipt.reading.corroboration.part);
        expect(sum).toBe(E);
      }),
    );
  });

  it('of a ledger from which something was moved, and to which it came back, verifies, and each part stands once', () => {
    fc.assert(
      fc.property(aMistaken, (mistaken) => {
        const { told, movedOn } = mistaken;
        const day = Math.max(movedOn, told.at(-1)?.releasedOn ?? 0);
        const receipt = aReceipt([...told, ...releasedAnew(mistaken, day, 2)]);
        expect(verifyReceipt(receipt, sha256)).toMatchObject({ kind: 'verified' });
        const sum = receipt.lines.reduce((parts, { result }) => parts + (result?.part ?? 0), receipt.reading.corroboration.part);
        expect(sum).toBe(receipt.reading.e);
      }),
    );
  });

  it('in which any one field of any one line is altered, or taken out, does not verify, and the line is named', () => {
    fc.assert(
      fc.property(anyLedger, fc.nat(), fc.boolean(), (log, nth, takenOut) => {
        fc.pre(log.length > 0);
        const receipt = aReceipt(log);
        const places = pathsIn(receipt.lines, ['lines']);
        const place = places[nth % places.length] ?? [];
        const other = withAltered(receipt, place, takenOut ? () => undefined : altered);
        fc.pre(JSON.stringify(other) !== JSON.stringify(receipt));
        expect([place, linesNamed(other)]).toEqual([place, [Number(place[1]) + 1]]);
      }),
      { numRuns: 150 },
    );
  });

  it('in which any one other field is altered does not verify', () => {
    const elsewhere = pathsIn(RECEIPT).filter(([list, what]) => list !== 'lines' && what !== 'halfLifeTables');
    for (const place of elsewhere)
      expect([place, verifyReceipt(withAltered(RECEIPT, place), sha256).kind]).not.toEqual([place, 'verified']);
  });

  it('tells an altered input, result, rule, order and digest apart', () => {
    const partsOf = (json: unknown): readonly string[] => alterationsOf(json).map(({ part }) => part);
    const reordered: ScoreReceipt = { ...RECEIPT, lines: RECEIPT.lines.toSpliced(1, 1) };
    expect([
      partsOf(withAltered(RECEIPT, ['lines', 1, 'entry', 'severity'])),
      partsOf(withAltered(RECEIPT, ['lines', 1, 'result', 'part'])),
      partsOf(withAltered(RECEIPT, ['policy', 'dwellDays'])),
      partsOf(withAltered(RECEIPT, ['head', 'asOf'])),
      partsOf(withAltered(RECEIPT, ['reading', 'e'])),
      partsOf(withAltered(RECEIPT, ['digest'])),
      [...new Set(partsOf(reordered))],
      partsOf({ ...RECEIPT, lines: RECEIPT.lines.slice(0, -1) }),
    ]).toEqual([['input'], ['result'], ['policy'], ['head'], ['reading'], ['digest'], ['order'], ['order']]);
  });

  it('says so in words of both languages', () => {
    const raised = withAltered(RECEIPT, ['lines', 2, 'result', 'part'], () => 45_000);
    const was = `${String(RECEIPT.lines[2]?.result?.part).slice(0, -3)}.${String(RECEIPT.lines[2]?.result?.part).slice(-3)}`;
    expect(alterationsOf(raised).map(alterationWords)).toEqual([
      {
        zh: `第 3 行（条目 finding）：结果被改动：分值 ${was} → 45.000；按所列依据和规则应为 ${was}。`,
        en: `Line 3 (entry finding): a result was altered: points ${was} → 45.000; 45.000 does not follow from the entries and the policy, ${was} does.`,
      },
    ]);
    const [lost] = alterationsOf({ ...RECEIPT, lines: RECEIPT.lines.slice(0, -1) });
    expect(lost && alterationWords(lost).zh).toBe('凭据应有 6 行，现有 5 行：末尾有行被抽去或增加。');
  });

  it('whose entry was altered together with its hash names the line that no longer joins', () => {
    const other = withAltered(RECEIPT, ['lines', 1, 'entry', 'severity']);
    const forged = withAltered(other, ['lines', 1, 'inputHash'], () => sha256({ log: other.lines[1]?.log, entry: other.lines[1]?.entry }));
    expect(alterationsOf(forged)).toMatchObject([{ part: 'order', line: { place: 2, id: 'letter' } }]);
  });

  it('goes without its policy where the policy is given beside it, and with no other', () => {
    const { policy, ...bare } = RECEIPT;
    expect(verifyReceipt(bare, sha256)).toEqual({ kind: 'unreadable', because: 'no-policy' });
    expect(verifyReceipt(bare, sha256, policy)).toMatchObject({ kind: 'verified' });
    expect(verifyReceipt(bare, sha256, REFERENCE_POLICY)).toMatchObject({ kind: 'altered', alterations: [{ part: 'policy' }] });
  });

  it.each([
    [null, '这个文件不是六渠评分凭据。'],
    [[], '这个文件不是六渠评分凭据。'],
    [{ events: [] }, '这个文件不是六渠评分凭据。'],
    [{ ...RECEIPT, format: 'liuqu.score-receipt.v2' }, '凭据的版本是 liuqu.score-receipt.v2，'],
  ])('is none, or of another version: %#', (json, sentence) => {
    const verdict = verifyReceipt(json, sha256);
    expect(verdict.kind === 'unreadable' && unreadableWords(verdict).zh).toContain(sentence);
  });

  it('counts what the policy does not know as left out, and says that it is incomplete', () => {
    const unknown = aSignal({ id: 'unknown', code: 'no-such-code', reporterKind: 'real-name', day: day + 41 });
    const receipt = aReceipt([...LEDGER, unknown]);
    expect([receipt.head.incomplete, receipt.lines.at(-1)?.result]).toEqual([true, null]);
    expect(verifyReceipt(receipt, sha256).kind).toBe('verified');
    expect([RECEIPT.head.incomplete, aReceipt(LEDGER, { waiting: true }).head.incomplete]).toEqual([false, true]);
  });

  it('has no more of an entry than the reading needs: no word, no quality of a clue, no field of a form', () => {
    const canary = 'canary of the words';
    const entry = {
      ...aSignal({ id: 'letter', day }),
      clue: { sevenElements: 7 },
      fields: { note: canary },
      reporter: canary,
      text: canary,
    };
    expect(JSON.stringify(aReceipt([entry]))).not.toMatch(/canary|sevenElements|reporter"/);
  });
});
