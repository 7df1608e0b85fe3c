import type { AsSent, ExplainedEvent, ExplanationAnswer } from '#contracts/console/cadres';
import { signalOfCode } from '#contracts/signals/catalogue';
import { dateOf } from '#domain/calendar/day';
import type { ChannelPart, EventPart } from '#domain/risk/explain';
import type { ChangeEntry, LedgerEntry, MitigationEntry } from '#domain/risk/ledger-entry';
import { LedgerBook } from '#domain/risk/ledger-book';
import { levelName } from '#domain/risk/level';
import type { Policy } from '#domain/risk/policy';
import type { WithoutItem } from '#domain/risk/without';
import type { AsSentRow } from '#persistence/queries/subject-queries';
import { asSentOf } from './as-sent';

/** What is told of an item beside its part. */
export interface Beside {
  /** Scores and classes of the ledger's signals, by id. */
  readonly weights: ReadonlyMap<string, { readonly s: number; readonly severity: number }>;
  readonly sent: ReadonlyMap<string, AsSentRow>;
  readonly without: ReadonlyMap<string, WithoutItem>;
}

export function besideOf(entries: readonly LedgerEntry[], sent: Beside['sent'], without: readonly WithoutItem[]): Beside {
  const signals = entries.filter((entry) => entry.kind === 'signal');
  return {
    weights: new Map(signals.map(({ id, s, severity }) => [id, { s, severity }])),
    sent,
    without: new Map(without.map((item) => [item.id, item])),
  };
}

function sentOf({ sent }: Beside, eventId: string, code: string): AsSent | null {
  const row = sent.get(eventId);
  return row ? asSentOf(code, row) : null;
}

function withoutOf({ without }: Beside, eventId: string): ExplainedEvent['without'] {
  const item = without.get(eventId);
  return item === undefined ? null : { e: item.E, p: item.P, level: levelName(item.level) };
}

function holdingOf(change: ChangeEntry | undefined): ExplainedEvent['statusBy'] {
  return change === undefined ? null : { authority: change.authority ?? null, on: dateOf(change.decidedOn) };
}

function explainedEvent(event: EventPart, beside: Beside): ExplainedEvent {
  const code = event.code ?? '';
  return {
    eventId: event.id,
    code,
    label: signalOfCode(code)?.label ?? code,
    group: event.group,
    day: dateOf(event.day),
    severity: beside.weights.get(event.id)?.severity ?? 0,
    status: event.status,
    grade: event.grade,
    fresh: event.c,
    decayed: event.decayed,
    part: event.part,
    statusBy: holdingOf(event.decided.status),
    gradeBy: holdingOf(event.decided.grade),
    countedIn: event.countedIn ?? null,
    without: withoutOf(beside, event.id),
    sent: sentOf(beside, event.id, code),
  };
}

/** It lowers the signals it names; its own status and grade are nobody's question. */
function explainedMitigation({ id, code = '', releasedOn }: MitigationEntry, beside: Beside): ExplainedEvent {
  const nothing = { severity: 0, fresh: 0, decayed: 0, part: 0 };
  return {
    eventId: id,
    code,
    label: signalOfCode(code)?.label ?? code,
    group: '',
    day: dateOf(releasedOn),
    status: '',
    grade: '',
    statusBy: null,
    gradeBy: null,
    countedIn: null,
    without: null,
    ...nothing,
    sent: sentOf(beside, id, code),
  };
}

const isScored = ({ id }: EventPart, { weights }: Beside): boolean => (weights.get(id)?.s ?? 0) > 0;

/** The tree of what counts; the sums stay, because what is not scored has no part. */
export function scoredChannels(channels: readonly ChannelPart[], beside: Beside): ExplanationAnswer['channels'] {
  return channels.map(({ channel, odds, part, matters }) => ({
    channel,
    odds,
    part,
    matters: matters
      .map((matter) => ({ ...matter, events: matter.events.filter((event) => isScored(event, beside)) }))
      .filter(({ events }) => events.length > 0)
      .map((matter) => ({
        matter: matter.matter,
        part: matter.part,
        events: matter.events.map((event) => explainedEvent(event, beside)),
      })),
  }));
}

/** What is shown and never counted: signals that the policy does not score, and what mitigates the signals shown. */
export function unscoredEvents(
  channels: readonly ChannelPart[],
  { entries, policy }: { entries: readonly LedgerEntry[]; policy: Policy },
  beside: Beside,
): ExplainedEvent[] {
  const events = channels.flatMap(({ matters }) => matters).flatMap((matter) => matter.events);
  const shown = new Set(events.map(({ id }) => id));
  const book = new LedgerBook(entries, policy);
  const mitigations = entries
    .filter((entry) => entry.kind === 'mitigation')
    .filter((entry) => !book.isGone(entry) && entry.targets.some((target) => shown.has(target)));
  return [
    ...events.filter((event) => !isScored(event, beside)).map((event) => explainedEvent(event, beside)),
    ...mitigations.map((mitigation) => explainedMitigation(mitigation, beside)),
  ];
}
