import { dayOf, type Day } from '#domain/calendar/day';
import { independenceGroup } from '#domain/risk/independence-group';
import { at, fields, integer, listOf, oneOf, text, type Problem, type Shape } from '#domain/risk/json-shape';
import type { SignalEntry } from '#domain/risk/ledger-entry';
import { CHANNELS, GRADES, HALF_LIVES, STATUSES, type Channel, type Grade, type HalfLife, type Status } from '#domain/risk/policy';
import { CommandFailed } from '../command';

/** The signals of one subject in the order of the fold, and the exposure of the post in percent. */
export interface EventsFile {
  readonly exposurePercent: number;
  readonly signals: readonly SignalEntry[];
}

interface EventAsWritten {
  readonly id: string;
  readonly day: string | number;
  readonly receivedOn?: string | number;
  readonly channel: Channel;
  readonly group?: string;
  readonly matter: string;
  readonly s: number;
  readonly grade: Grade;
  readonly status: Status;
  readonly halfLife: HalfLife;
  readonly mitigation?: number;
}

interface FileAsWritten {
  readonly exposure: number;
  readonly events: readonly EventAsWritten[];
}

/** The name under which the result shows what corroboration adds. */
export const CORROBORATION = 'corroboration';

const NOT_A_DAY = 'not-a-day';

const dayShape: Shape = (value, pointer) => (readDay(value) === undefined ? [{ pointer, code: NOT_A_DAY }] : []);
const factor: Shape = (value, pointer) => (percentOf(value) === undefined ? [{ pointer, code: 'not-a-factor-with-two-decimals' }] : []);

const event = fields(
  {
    id: text(),
    day: dayShape,
    channel: oneOf(CHANNELS),
    matter: text(),
    s: integer(0, 95),
    grade: oneOf(GRADES),
    status: oneOf(STATUSES),
    halfLife: oneOf(HALF_LIVES),
  },
  { receivedOn: dayShape, group: text(), mitigation: integer(0, 100) },
);
const file = fields({ exposure: factor, events: listOf(event) });

/**
 * Reads `{exposure, events: [{id, day, receivedOn?, channel, group?, matter, s, grade, status, halfLife, mitigation?}]}`.
 * Days are 'YYYY-MM-DD' or day numbers from 2000-01-01; `receivedOn` is the day if absent, `group` one agency for each
 * channel; `exposure` is a factor such as 1.25, `mitigation` a percentage.
 *
 * @param json a parsed JSON document
 * @returns the signals by (receivedOn, place in the file)
 * @throws CommandFailed that names the first place that is wrong
 */
export function readEventsFile(json: unknown): EventsFile {
  refuse(file(json, ''));
  const written = json as FileAsWritten;
  const signals = written.events.map(signalOf);
  refuse([...repeatedIds(written.events), ...early(signals)]);
  return { exposurePercent: percentOf(written.exposure) ?? 0, signals: signals.toSorted((a, b) => a.releasedOn - b.releasedOn) };
}

/** A day as an operator writes it; undefined for anything else and for days before 2000-01-01. */
export function readDay(value: unknown): Day | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
  if (typeof value !== 'string') return undefined;
  try {
    const day = dayOf(value);
    return day >= 0 ? day : undefined;
  } catch {
    return undefined;
  }
}

/** 1.25 → 125, through its decimal digits: 1.15 times 100 is not 115 in binary floating point. */
function percentOf(value: unknown): number | undefined {
  const [, whole, decimals = ''] = /^(\d{1,2})(?:\.(\d{1,2}))?$/.exec(typeof value === 'number' ? String(value) : '') ?? [];
  const percent = whole === undefined ? 0 : Number(whole + decimals.padEnd(2, '0'));
  return percent > 0 ? percent : undefined;
}

function signalOf(written: EventAsWritten): SignalEntry {
  const { id, channel, group = channel, matter, s, grade, status, halfLife, mitigation = 100 } = written;
  const day = readDay(written.day) ?? 0;
  const releasedOn = readDay(written.receivedOn) ?? day;
  const judged = { s, severity: 0, grade, status, halfLife, mitigation };
  return { kind: 'signal', id, day, releasedOn, channel, group: independenceGroup(channel, group, group), matter, ...judged };
}

function repeatedIds(events: readonly EventAsWritten[]): readonly Problem[] {
  const seen = new Set<string>([CORROBORATION]);
  return events.flatMap(({ id }, place) => {
    const isRepeated = seen.has(id);
    seen.add(id);
    return isRepeated ? [{ pointer: at(at('/events', place), 'id'), code: id === CORROBORATION ? 'reserved-id' : 'repeated-id' }] : [];
  });
}

function early(signals: readonly SignalEntry[]): readonly Problem[] {
  return signals.flatMap(({ day, releasedOn }, place) =>
    releasedOn < day ? [{ pointer: at(at('/events', place), 'receivedOn'), code: 'before-the-day' }] : [],
  );
}

function refuse([first]: readonly Problem[]): void {
  if (first !== undefined) throw new CommandFailed(`The events file is refused at ${first.pointer || 'its root'}: ${first.code}.`);
}
