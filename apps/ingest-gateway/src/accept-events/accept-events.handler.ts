import { Logger } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Problem } from '#platform/http/problem';
import { AcceptEvents, type Outcome } from './accept-events.command';
import { EventAppender } from './append-events';
import { EventCheck } from './check-event';
import type { CheckedEvent, SentEvent } from './checked-event';
import { OutcomeUnknown } from './outcome-unknown';
import { type Entry, ReceiptStore } from './receipt-store';

interface Asked {
  readonly index: number;
  readonly event: CheckedEvent;
}

type Fate = 'accepted' | Problem;

/**
 * Identity first, then the log, then the receipt: a receipt is accepted only after the log has acknowledged,
 * and whatever fails in between is put right by sending the same event again (design: architecture 5).
 */
@CommandHandler(AcceptEvents)
export class AcceptEventsHandler implements ICommandHandler<AcceptEvents> {
  private readonly logger = new Logger(AcceptEventsHandler.name);

  constructor(
    private readonly check: EventCheck,
    private readonly receipts: ReceiptStore,
    private readonly appender: EventAppender,
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
      return this.check.check(sent.value, agency, receivedOn);
    } catch (error) {
      if (error instanceof Problem) return { ...idOf(sent.value), problem: error };
      throw error;
    }
  }

  /** Events of one identity and one content share their outcome. */
  private async take(turn: readonly Asked[], command: AcceptEvents, outcomes: Outcome[]): Promise<void> {
    const distinct = [...new Map(turn.map(({ event }) => [event.eventId, event])).values()];
    const settled = await this.settle(distinct, command);
    for (const { index, event } of turn) {
      const receiptId = event.eventId;
      const fate = settled.get(receiptId) ?? new OutcomeUnknown(receiptId);
      outcomes[index] = fate === 'accepted' ? { id: event.id, receiptId } : { id: event.id, problem: fate };
    }
  }

  /** @returns by event id; an event whose outcome is unknown is missing */
  private async settle(events: readonly CheckedEvent[], command: AcceptEvents): Promise<ReadonlyMap<string, Fate>> {
    const fates = new Map<string, Fate>();
    try {
      const entries = await this.receipts.enter(events, command.agency, command.receivedOn);
      const appending = events.flatMap((event) => {
        const entry = entries.get(event.eventId);
        const fate = entry && fateBefore(entry, event);
        if (fate) fates.set(event.eventId, fate);
        return entry?.state === 'pending' && !fate ? [{ event, receivedOn: entry.receivedOn }] : [];
      });
      const acknowledged = await this.appender.append(appending);
      if (acknowledged.length > 0) await this.receipts.accept(acknowledged);
      for (const eventId of acknowledged) fates.set(eventId, 'accepted');
    } catch (error) {
      // Only what went wrong: the whole error would carry what the events say.
      this.logger.error(`${events.length} events, some without a known outcome: ${String(error)}`);
    }
    return fates;
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

/** What is decided before anything is appended; undefined when the event is to be appended. */
function fateBefore(entry: Entry, event: CheckedEvent): Fate | undefined {
  if (entry.state === 'managed-higher') {
    return new Problem(
      403,
      'managed-by-higher-level',
      '反映对象属上级管理的干部或单位,本平台不予录入,未作任何保存;请在五个工作日内向上级移送,不得摘抄、复制(《纪检监察机关处理检举控告工作规则》第十五条)。',
    );
  }
  if (entry.contentHash.equals(event.contentHash)) return entry.state === 'accepted' ? 'accepted' : undefined;
  return new Problem(409, 'same-id-other-content', '同一来源、同一编号的事件此前已经收到,但内容不同;更正请用新编号并填写 correctionOf。');
}

function idOf(value: unknown): { readonly id?: string } {
  if (typeof value !== 'object' || value === null) return {};
  const { id } = value as { readonly id?: unknown };
  return typeof id === 'string' ? { id: id.slice(0, 128) } : {};
}
