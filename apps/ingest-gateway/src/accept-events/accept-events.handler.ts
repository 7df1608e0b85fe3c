import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Problem } from '#platform/http/problem';
import { currentTrace } from '#platform/trace/trace-context';
import { AcceptEvents, type Outcome } from './accept-events.command';
import { EventCheck } from './check-event';
import type { CheckedEvent, SentEvent } from './checked-event';
import { IntakePages } from './intake-pages';
import { OutcomeUnknown } from './outcome-unknown';

interface Asked {
  readonly index: number;
  readonly event: CheckedEvent;
}

/** Judges each event, then enters what passed. */
@CommandHandler(AcceptEvents)
export class AcceptEventsHandler implements ICommandHandler<AcceptEvents> {
  constructor(
    private readonly check: EventCheck,
    private readonly intake: IntakePages,
  ) {}

  async execute(command: AcceptEvents): Promise<readonly Outcome[]> {
    const outcomes: Outcome[] = Array.from({ length: command.sent.length });
    let waiting: Asked[] = [];
    command.sent.forEach((sent, index) => {
      const judged = this.judge(sent, command);
      if ('contentHash' in judged) waiting.push({ index, event: judged });
      else outcomes[index] = judged;
    });
    while (waiting.length > 0) {
      const { turn, later } = firstOfEachIdentity(waiting);
      await this.take(turn, command, outcomes);
      waiting = later;
    }
    return outcomes;
  }

  private judge(sent: SentEvent, { agency, receivedOn }: AcceptEvents): CheckedEvent | Outcome {
    if ('problem' in sent) return { problem: sent.problem };
    try {
      return { ...this.check.check(sent.value, agency, receivedOn), traceparent: currentTrace()?.traceparent };
    } catch (error) {
      if (error instanceof Problem) return { ...idOf(sent.value), problem: error };
      throw error;
    }
  }

  /** Events of one identity and one content share their outcome. */
  private async take(turn: readonly Asked[], { agency, receivedOn }: AcceptEvents, outcomes: Outcome[]): Promise<void> {
    const distinct = new Map(turn.map(({ event }) => [event.eventId, { event, agency: agency.code, receivedOn }]));
    const fates = await this.intake.settle([...distinct.values()]);
    for (const { index, event } of turn) {
      const receiptId = event.eventId;
      const fate = fates.get(receiptId) ?? new OutcomeUnknown(receiptId);
      outcomes[index] = fate === 'accepted' ? { id: event.id, receiptId } : { id: event.id, problem: fate };
    }
  }
}

/** Same id, other content waits for its turn, so that the events of a request are judged in their order. */
function firstOfEachIdentity(waiting: readonly Asked[]): { readonly turn: readonly Asked[]; readonly later: Asked[] } {
  const first = new Map<string, CheckedEvent>();
  const later: Asked[] = [];
  const turn = waiting.filter((asked) => {
    const leader = first.get(asked.event.eventId) ?? asked.event;
    first.set(leader.eventId, leader);
    const together = leader.contentHash.equals(asked.event.contentHash);
    if (!together) later.push(asked);
    return together;
  });
  return { turn, later };
}

function idOf(value: unknown): { readonly id?: string } {
  if (typeof value !== 'object' || value === null) return {};
  const { id } = value as { readonly id?: unknown };
  return typeof id === 'string' ? { id: id.slice(0, 128) } : {};
}
