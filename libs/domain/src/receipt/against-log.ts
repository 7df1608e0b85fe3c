import type { Hash, ReceiptLine, ScoreReceipt } from '#domain/receipt/receipt';
import type { Alteration } from '#domain/receipt/verify-receipt';
import { isObject } from '#domain/risk/json-shape';

/** A fact about the subject of a receipt, as the event log has it. */
export interface LoggedFact {
  readonly offset: number;
  /** Parsed from the record; null for what is no JSON. */
  readonly data: unknown;
}

/** Where the event log has what there is about the subject. */
export interface LoggedSubject {
  readonly topic: string;
  readonly partition: number;
  /** In log order, from the first record of the partition on. */
  readonly facts: readonly LoggedFact[];
}

interface Known {
  readonly hash: Hash;
  /** By the catalogue: it is no part of a fact. */
  readonly halfLifeOf: (code: string) => number | undefined;
}

/** Fields of a fact that no entry of a receipt has. */
const NOT_TOLD = ['eventId', 'subject', 'receivedOn', 'clue', 'fields', 'corrects', 'texts', 'accounts'];

/**
 * Where a receipt is not what the event log says: an entry that the log does not have at that place, or has otherwise; and a fact that
 * the receipt leaves out. What was released on the last day that is known may have come after the receipt.
 */
export function logAlterations(receipt: ScoreReceipt, { topic, partition, facts }: LoggedSubject, known: Known): readonly Alteration[] {
  const byOffset = new Map(facts.map((fact) => [fact.offset, fact.data]));
  const wrong = receipt.lines.flatMap((each, place): Alteration[] => {
    const isThere = each.log.topic === topic && each.log.partition === partition;
    if (isThere && standsIn(each, byOffset.get(each.log.offset), known)) return [];
    return [{ part: 'log', pointer: `/lines/${place}`, line: { place: place + 1, id: each.entry.id } }];
  });
  return wrong.length > 0 || receipt.head.incomplete ? wrong : leftOut(receipt, facts);
}

function standsIn({ entry, log }: ReceiptLine, data: unknown, { hash, halfLifeOf }: Known): boolean {
  if (!isObject(data)) return false;
  const isOfCorrection = entry.kind === 'withdrawal' && log.place === 0 && data['corrects'] !== undefined;
  const told = isOfCorrection
    ? { kind: entry.kind, id: entry.id, target: data['corrects'], releasedOn: data['releasedOn'] }
    : { ...toldIn(data), ...assignedIn(data), id: data['eventId'], ...(data['kind'] === 'signal' && byTypeOf(data, halfLifeOf)) };
  return hash(entry) === hash(told);
}

const toldIn = (data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(data).filter(([name]) => !NOT_TOLD.includes(name)));

/** Of a first assignment the ledger keeps nothing; what takes one back says which. */
function assignedIn({ kind, assignment }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return kind !== 'withdrawal' && assignment === 1 ? { assignment: undefined } : {};
}

/** What the ledger adds to a signal by its type and by the kind of its reporter. */
function byTypeOf(data: Readonly<Record<string, unknown>>, halfLifeOf: Known['halfLifeOf']): Readonly<Record<string, unknown>> {
  return { halfLife: halfLifeOf(textIn(data, 'code')), anonymous: data['reporterKind'] === 'anonymous' };
}

function leftOut({ head, lines }: ScoreReceipt, facts: readonly LoggedFact[]): readonly Alteration[] {
  const told = new Set(lines.map(({ entry }) => timeOf(entry.id, 'assignment' in entry ? entry.assignment : undefined)));
  const last = lines.at(-1)?.log.offset ?? -1;
  const later = facts.findIndex(({ data }) => releaseOf(data) > head.knownOn);
  return (later === -1 ? facts : facts.slice(0, later))
    .filter(({ offset, data }) => (offset < last || releaseOf(data) < head.knownOn) && !told.has(timeInFact(data)))
    .map(({ offset }) => ({ part: 'log', pointer: '/lines', is: offset }));
}

const textIn = (data: unknown, name: string): string => (isObject(data) && typeof data[name] === 'string' ? data[name] : '');
const releaseOf = (data: unknown): string => textIn(data, 'releasedOn');
/** Which time an event was given to the subject. */
const timeOf = (id: string, assignment: unknown): string => `${id} ${assignment === undefined ? 1 : String(assignment as number)}`;
const timeInFact = (data: unknown): string => timeOf(textIn(data, 'eventId'), isObject(data) ? data['assignment'] : undefined);
