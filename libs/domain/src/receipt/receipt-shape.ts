import { dayOf } from '#domain/calendar/day';
import { RECEIPT_FORMAT } from '#domain/receipt/receipt';
import {
  byKind,
  date,
  described,
  fields,
  integer,
  type JsonSchema,
  listOf,
  nullOr,
  oneOf,
  type Shape,
  shaped,
  text,
} from '#domain/risk/json-shape';
import { CHANNELS, GRADES, HALF_LIVES, LEVEL_NAMES, STATUSES } from '#domain/risk/policy';

const MOST = Number.MAX_SAFE_INTEGER;
const LAST = dayOf('9999-12-31');
const HEX = /^[0-9a-f]{64}$/;

const day = date(0, LAST);
/** A post may have been taken before the landmark. */
const anyDay = date(dayOf('0000-01-01'), LAST);
const amount = integer(0, MOST);
const milliPoints = integer(0, 100_000);
const percent = integer(0, 100);
const yesOrNo = oneOf([true, false]);
const sha256 = shaped({ type: 'string', pattern: HEX.source }, (value, pointer) =>
  typeof value === 'string' && HEX.test(value) ? [] : [{ pointer, code: 'not-a-hash' }],
);
const texts = listOf(text());
const released = { id: text(), releasedOn: day } as const;
const assignment = integer(1, MOST);
const placed = { assignment, cause: text() } as const;

const entry = byKind({
  signal: (kind) =>
    fields(
      {
        kind,
        ...released,
        day,
        channel: oneOf(CHANNELS),
        group: text(),
        matter: text(),
        severity: integer(0, 5),
        status: oneOf(STATUSES),
        halfLife: oneOf(HALF_LIVES),
      },
      { ...placed, code: text(), reporterKind: text(), mitigation: percent, anonymous: yesOrNo, s: integer(0, 95), grade: oneOf(GRADES) },
    ),
  change: (kind) =>
    fields(
      { kind, ...released, target: text(), decidedOn: anyDay },
      { ...placed, status: oneOf(STATUSES), grade: oneOf(GRADES), authority: text(), authorityRank: integer(-1, 100) },
    ),
  withdrawal: (kind) => fields({ kind, ...released, target: text() }, { assignment }),
  mitigation: (kind) => fields({ kind, ...released, targets: texts, factor: percent }, { ...placed, code: text() }),
  link: (kind) => fields({ kind, ...released, matters: texts }),
  campaign: (kind) => fields({ kind, ...released, members: texts }),
  'post-held': (kind) => fields({ kind, ...released, post: text(), factors: texts, from: anyDay }),
  'post-left': (kind) => fields({ kind, ...released, post: text(), on: anyDay }),
});

const result = fields({
  s: integer(0, 95),
  grade: oneOf(GRADES),
  status: oneOf(STATUSES),
  matter: text(),
  countedIn: nullOr(text()),
  fresh: amount,
  decayed: amount,
  part: milliPoints,
});

const line = fields({
  line: described('行号，从 1 起 · from 1 on, in the order of the log', integer(1, MOST)),
  log: described(
    '事件日志中的位置 · where the event log has it',
    fields({ topic: text(), partition: amount, offset: amount, place: amount }),
  ),
  entry: described('台账条目 · one entry of the ledger, with what the reading needs', entry),
  inputHash: described('log 与 entry 的 SHA-256（RFC 8785） · of {log, entry}', sha256),
  chain: described('SHA-256 of {previous, line, inputHash}; the first previous is headHash', sha256),
  result: described('该条的结果，分值为千分之一分 · what follows from it; `part` in milli-points, odds in micro-odds', nullOr(result)),
});

const head = fields({
  subject: described('对象标识，不含姓名和证件号码 · cadre or unit, neither name nor ID number', text()),
  asOf: described('读数日 · the day of the reading', day),
  knownOn: described('所知日 · the last day of which the log counts', day),
  policy: fields({ name: text(), hash: described('规则编号 · SHA-256 of the canonical policy', sha256) }),
  incomplete: yesOrNo,
  lines: amount,
  sentence: text(),
});

const level = oneOf(LEVEL_NAMES);
const reading = fields({
  e: milliPoints,
  p: milliPoints,
  odds: amount,
  level,
  gateOpen: yesOrNo,
  leadingMatter: nullOr(text()),
  channels: listOf(
    fields({
      channel: oneOf(CHANNELS),
      odds: amount,
      part: milliPoints,
      matters: listOf(fields({ matter: text(), y: amount, part: milliPoints })),
    }),
  ),
  corroboration: fields({ odds: amount, part: milliPoints }),
  exposure: fields({ numerator: amount, denominator: integer(1, MOST), part: integer(-100_000, 100_000) }),
  history: listOf(fields({ day, level, e: milliPoints, cause: text() })),
});

/** Only that it is there as an object: what a policy looks like is `POLICY_SHAPE`'s to say, and its hash's. */
const document: Shape = shaped({ type: 'object' }, (value, pointer) =>
  typeof value === 'object' && value !== null ? [] : [{ pointer, code: 'not-an-object' }],
);

export const RECEIPT_SHAPE: Shape = fields(
  {
    format: oneOf([RECEIPT_FORMAT]),
    head,
    headHash: described('head 的 SHA-256 · of head', sha256),
    lines: listOf(line),
    reading: described('读数，分值为千分之一分 · the reading, in milli-points and micro-odds', reading),
    digest: described('凭据摘要 · SHA-256 of {format, head, headHash, lines, reading}', sha256),
  },
  { policy: described('规则全文，可另附 · the document that head.policy.hash names', document) },
);

/** The published form (JSON Schema 2020-12) of a receipt. */
export const SCORE_RECEIPT_SCHEMA: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Liuqu score receipt · 六渠评分凭据',
  ...RECEIPT_SHAPE.schema,
};
