import { PERIODS } from '#domain/calendar/months';
import { dayOf } from '#domain/calendar/day';
import {
  byKind,
  date as dateWithin,
  fields,
  integer,
  isObject,
  type JsonSchema,
  listOf,
  oneOf,
  type Problem,
  schemaOf,
  type Shape,
  shaped,
  text,
} from '#domain/risk/json-shape';
import { COLOURS, CONFIRMERS, OBJECTS, PROCEDURE_STEPS } from '#domain/points/scheme';

const KEY = /^[a-z0-9][a-z0-9-]{0,39}$/;
const MOST_ENTRIES = 200;
const MOST_MONTHS = 240;
const LONGEST_LABEL = 120;
const LAST_DAY = dayOf('2199-12-31');

/** 1,000 points; far above any published scheme, far below what could leave the safe integers. */
const milliPoints = integer(0, 1_000_000);
const times = integer(1, 100);
const months = integer(1, MOST_MONTHS);
const days = integer(0, 3_660);
const number = integer(-1_000_000_000, 1_000_000_000_000);
const period = oneOf(Object.keys(PERIODS));

const key = shaped({ type: 'string', pattern: KEY.source }, (value, pointer) =>
  typeof value === 'string' && KEY.test(value) ? [] : [{ pointer, code: 'not-a-key' }],
);

const words = shaped({ type: 'string', pattern: '\\S', maxLength: LONGEST_LABEL }, (value, pointer) => {
  const wrong = text()(value, pointer);
  return wrong.length === 0 && String(value).length > LONGEST_LABEL ? [{ pointer, code: 'too-long' }] : wrong;
});
const label = fields({ zh: words }, { en: words });

const date = dateWithin(0, LAST_DAY);

function atMost(shape: Shape): Shape {
  return shaped({ type: 'array', items: schemaOf(shape), maxItems: MOST_ENTRIES }, (value, pointer) => {
    if (Array.isArray(value) && value.length > MOST_ENTRIES) return [{ pointer, code: 'too-many' }];
    return listOf(shape)(value, pointer);
  });
}

/** An object that has one of these fields, which says which of the shapes it has. */
function byField(shapes: Readonly<Record<string, Shape>>, otherwise: Shape): Shape {
  return shaped({ anyOf: [...Object.values(shapes), otherwise].map(schemaOf) }, (value, pointer) => {
    const found = Object.entries(shapes).find(([name]) => isObject(value) && Object.hasOwn(value, name));
    return (found?.[1] ?? otherwise)(value, pointer);
  });
}

const named = { key, label } as const;
const window = byKind({
  rolling: (kind) => fields({ ...named, kind, months }, { most: milliPoints }),
  calendar: (kind) => fields({ ...named, kind, period }, { most: milliPoints }),
  cycle: (kind) => fields({ ...named, kind, from: date, months }, { most: milliPoints }),
});

const answer = shaped({ anyOf: [{ type: 'boolean' }, schemaOf(words)] }, (value, pointer) =>
  typeof value === 'boolean' ? [] : words(value, pointer),
);
const range = { least: number, most: number } as const;
const fieldCondition = byField(
  {
    is: fields({ field: words, is: atMost(answer) }),
    daysLate: fields({ field: words, daysLate: fields({}, { least: days, most: days }) }),
  },
  fields({ field: words }, range),
);
const ofSignal = { code: words } as const;
const source = byField({ measure: fields({ measure: key }, { numbered: label }) }, fields(ofSignal, { when: atMost(fieldCondition) }));

const lasts = byKind({
  while: (kind) => fields({ kind }),
  months: (kind) => fields({ kind, months }),
  calendar: (kind) => fields({ kind, period }),
  field: (kind) => fields({ kind, field: words }),
});
const effects = atMost(fields({ consequence: key, lasts }));
const stage = fields({ mark: key, points: milliPoints });
const item = fields({ ...named, of: source, points: milliPoints }, { mark: key, most: milliPoints, escalation: atMost(stage), effects });

const condition = byKind({
  sum: (kind) => fields({ kind, window: key }, { least: milliPoints, most: milliPoints }),
  count: (kind) => fields({ kind, window: key, mark: key, least: times }),
  consecutive: (kind) => fields({ kind, window: key, mark: key, least: times, by: oneOf([...Object.keys(PERIODS), 'number']) }),
  reached: (kind) => fields({ kind, window: key, threshold: key, least: times }),
});

const schemeShape = fields({
  kind: oneOf(['points']),
  name: key,
  title: label,
  source: words,
  notes: atMost(fields({ zh: text() }, { en: text() })),
  objects: atMost(oneOf(OBJECTS)),
  start: fields({ value: milliPoints, direction: oneOf(['add', 'deduct']) }),
  windows: atMost(window),
  marks: atMost(fields({ ...named, colour: oneOf(COLOURS) })),
  procedure: fields(
    { steps: atMost(oneOf(PROCEDURE_STEPS)), confirmedBy: atMost(oneOf(CONFIRMERS)), countsFrom: oneOf(['occurrence', 'confirmation']) },
    { statementDays: days },
  ),
  items: atMost(item),
  notCounted: atMost(fields({ ...ofSignal, because: label }, { when: atMost(fieldCondition) })),
  consequences: atMost(
    fields({ ...named, whom: oneOf(['subject', 'leader', 'responsible']), overlap: oneOf(['longest', 'add']) }, { mostMonths: months }),
  ),
  thresholds: atMost(fields({ ...named, colour: oneOf(COLOURS), anyOf: atMost(condition), effects })),
});

/** What keeps a parsed JSON document from having the shape of a scheme. */
export const shapeProblems = (json: unknown): readonly Problem[] => schemeShape(json, '');

/** JSON Schema (2020-12) of a points scheme, as far as one place alone can tell. */
export const SCHEME_SCHEMA: JsonSchema = { $schema: 'https://json-schema.org/draft/2020-12/schema', ...schemaOf(schemeShape) };
