import type { AsSent, ExplainedEvent, ExplanationAnswer } from '#contracts/console/cadres';
import { signalOfCode } from '#contracts/signals/catalogue';
import { dateOf } from '#domain/calendar/day';
import type { ChannelPart, EventPart } from '#domain/risk/explain';
import type { LedgerEntry, MitigationEntry } from '#domain/risk/ledger-entry';
import type { AsSentRow } from '#persistence/queries/subject-queries';
import { asSentOf } from './as-sent';

/** Scores and classes of the ledger's signals, by id. */
type SignalWeights = ReadonlyMap<string, { readonly s: number; readonly severity: number }>;

export function weightsOf(entries: readonly LedgerEntry[]): SignalWeights {
  return new Map(entries.filter((entry) => entry.kind === 'signal').map(({ id, s, severity }) => [id, { s, severity }]));
}

type Sent = ReadonlyMap<string, AsSentRow>;

function sentOf(sent: Sent, eventId: string, code: string): AsSent | null {
  const row = sent.get(eventId);
  return row ? asSentOf(code, row) : null;
}

function explainedEvent(event: EventPart, weights: SignalWeights, sent: Sent): ExplainedEvent {
  const code = event.code ?? '';
  return {
    eventId: event.id,
    code,
    label: signalOfCode(code)?.label ?? code,
    group: event.group,
    day: dateOf(event.day),
    severity: weights.get(event.id)?.severity ?? 0,
    status: event.status,
    grade: event.grade,
    fresh: event.c,
    decayed: event.decayed,
    part: event.part,
    countedIn: event.countedIn ?? null,
    sent: sentOf(sent, event.id, code),
  };
}

/** It lowers the signals it names; its own status and grade are nobody's question. */
function explainedMitigation({ id, code = '', releasedOn }: MitigationEntry, sent: Sent): ExplainedEvent {
  const nothing = { severity: 0, fresh: 0, decayed: 0, part: 0 };
  return {
    eventId: id,
    code,
    label: signalOfCode(code)?.label ?? code,
    group: '',
    day: dateOf(releasedOn),
    status: '',
    grade: '',
    countedIn: null,
    ...nothing,
    sent: sentOf(sent, id, code),
  };
}

const isScored = (event: EventPart, weights: SignalWeights): boolean => (weights.get(event.id)?.s ?? 0) > 0;

/** The tree of what counts; the sums stay, because what is not scored has no part. */
export function scoredChannels(channels: readonly ChannelPart[], weights: SignalWeights, sent: Sent): ExplanationAnswer['channels'] {
  return channels.map(({ channel, odds, part, matters }) => ({
    channel,
    odds,
    part,
    matters: matters
      .map((matter) => ({ ...matter, events: matter.events.filter((event) => isScored(event, weights)) }))
      .filter(({ events }) => events.length > 0)
      .map((matter) => ({
        matter: matter.matter,
        part: matter.part,
        events: matter.events.map((event) => explainedEvent(event, weights, sent)),
      })),
  }));
}

/** What is shown and never counted: signals that the policy does not score, and what mitigates the signals shown. */
export function unscoredEvents(channels: readonly ChannelPart[], entries: readonly LedgerEntry[], sent: Sent): ExplainedEvent[] {
  const weights = weightsOf(entries);
  const events = channels.flatMap(({ matters }) => matters).flatMap((matter) => matter.events);
  const shown = new Set(events.map(({ id }) => id));
  const takenBack = new Set(entries.filter((entry) => entry.kind === 'withdrawal').map(({ target }) => target));
  const mitigations = entries
    .filter((entry) => entry.kind === 'mitigation')
    .filter(({ id, targets }) => !takenBack.has(id) && targets.some((target) => shown.has(target)));
  return [
    ...events.filter((event) => !isScored(event, weights)).map((event) => explainedEvent(event, weights, sent)),
    ...mitigations.map((mitigation) => explainedMitigation(mitigation, sent)),
  ];
}
