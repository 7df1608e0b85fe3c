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
      const problem = settled.get(receiptId);
      outcomes[index] = problem ? { id: event.id, problem } : { id: event.id, receiptId };
    }
  }

  /** @returns the problem of each event that was not accepted, by event id */
  private async settle(events: readonly CheckedEvent[], { agency, receivedOn }: AcceptEvents): Promise<ReadonlyMap<string, Problem>> {
    const problems = new Map<string, Problem>(events.map(({ eventId }) => [eventId, new OutcomeUnknown(eventId)]));
    try {
      const entries = await this.receipts.enter(events, agency, receivedOn);
      const appending = events.flatMap((event) => {
        const entry = entries.get(event.eventId);
        const refusal = entry && refusalOf(entry, event);
        if (refusal) problems.set(event.eventId, refusal);
        else if (entry?.state === 'accepted') problems.delete(event.eventId);
        return entry?.state === 'pending' && !refusal ? [{ event, receivedOn: entry.receivedOn }] : [];
      });
      if (appending.length === 0) return problems;
      const acknowledged = await this.appender.append(appending);
      if (acknowledged.length > 0) await this.receipts.accept(acknowledged);
      for (const eventId of acknowledged) problems.delete(eventId);
    } catch (error) {
      // Only what went wrong: the whole error would carry what the events say.
      this.logger.error(`${events.length} events without a known outcome: ${String(error)}`);
    }
    return problems;
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

function refusalOf(entry: Entry, event: CheckedEvent): Problem | undefined {
  if (entry.state === 'managed-higher') {
    return new Problem(
      403,
      'managed-by-higher-level',
      '反映对象属上级管理的干部或单位,本平台不予录入,未作任何保存;请在五个工作日内向上级移送,不得摘抄、复制(《纪检监察机关处理检举控告工作规则》第十五条)。',
    );
  }
  if (entry.contentHash.equals(event.contentHash)) return undefined;
  return new Problem(409, 'same-id-other-content', '同一来源、同一编号的事件此前已经收到,但内容不同;更正请用新编号并填写 correctionOf。');
}

function idOf(value: unknown): { readonly id?: string } {
  if (typeof value !== 'object' || value === null) return {};
  const { id } = value as { readonly id?: unknown };
  return typeof id === 'string' ? { id: id.slice(0, 128) } : {};
}
