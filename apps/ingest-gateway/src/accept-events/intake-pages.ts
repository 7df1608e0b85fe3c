import { Injectable, Logger } from '@nestjs/common';
import { Problem } from '#platform/http/problem';
import { runInTrace } from '#platform/trace/trace-context';
import { EventAppender } from './append-events';
import { type Entering, type Entry, ReceiptStore } from './receipt-store';

/** What became of an event; one whose outcome is unknown has none. */
export type Fate = 'accepted' | Problem;
export type Fates = ReadonlyMap<string, Fate>;

interface Asked {
  readonly entering: readonly Entering[];
  readonly answer: (fates: Fates) => void;
}

/** Beyond this a transaction gains nothing and everybody waits longer (design: performance 1). */
const LARGEST_PAGE = 500;
/** One page is written while the next is appended. */
const MOST_PAGES_AT_ONCE = 2;
/** Events that may wait for a page; what comes on top is told to come again. */
const MOST_WAITING = 20_000;

/**
 * Identity first, then the log, then the receipt: a receipt is accepted only after the log has acknowledged,
 * and whatever fails in between is put right by sending the same event again (design: architecture 5).
 * Requests that come while others are being written share the next page, so that many small ones cost what few large ones do.
 */
@Injectable()
export class IntakePages {
  private readonly logger = new Logger(IntakePages.name);
  private readonly asked: Asked[] = [];
  private waiting = 0;
  private running = 0;

  constructor(
    private readonly receipts: ReceiptStore,
    private readonly appender: EventAppender,
  ) {}

  /**
   * @param entering events of distinct ids, at most a page
   * @returns by event id; an event whose outcome is unknown is missing
   */
  async settle(entering: readonly Entering[]): Promise<Fates> {
    if (this.waiting + entering.length > MOST_WAITING) return new Map();
    this.waiting += entering.length;
    return new Promise((answer) => {
      this.asked.push({ entering, answer });
      this.begin();
    });
  }

  private begin(): void {
    while (this.running < MOST_PAGES_AT_ONCE && this.asked.length > 0) {
      this.running += 1;
      // A page belongs to several requests; in the trace of one of them its lines would be wrong for the others.
      void runInTrace(undefined, async () => this.work(this.nextPage()));
    }
  }

  /** The requests at the head of the queue, as far as they have no event in common. */
  private nextPage(): readonly Asked[] {
    const ids = new Set<string>();
    const fits = ({ entering }: Asked): boolean =>
      ids.size === 0 || (ids.size + entering.length <= LARGEST_PAGE && entering.every(({ event }) => !ids.has(event.eventId)));
    let taken = 0;
    for (const asked of this.asked) {
      if (!fits(asked)) break;
      for (const { event } of asked.entering) ids.add(event.eventId);
      taken += 1;
    }
    return this.asked.splice(0, taken);
  }

  private async work(page: readonly Asked[]): Promise<void> {
    const entering = page.flatMap((asked) => asked.entering);
    const fates = await this.settlePage(entering);
    this.waiting -= entering.length;
    this.running -= 1;
    for (const { answer } of page) answer(fates);
    this.begin();
  }

  private async settlePage(page: readonly Entering[]): Promise<Fates> {
    const fates = new Map<string, Fate>();
    try {
      const entries = await this.receipts.enter(page);
      const appending = page.flatMap(({ event }) => {
        const entry = entries.get(event.eventId);
        const fate = entry && fateBefore(entry, event.contentHash);
        if (fate) fates.set(event.eventId, fate);
        return entry?.state === 'pending' && !fate ? [{ event, receivedOn: entry.receivedOn }] : [];
      });
      const acknowledged = await this.appender.append(appending);
      if (acknowledged.length > 0) await this.receipts.accept(acknowledged);
      for (const eventId of acknowledged) fates.set(eventId, 'accepted');
    } catch (error) {
      // Only what went wrong: the whole error would carry what the events say.
      this.logger.error(`${page.length} events, some without a known outcome: ${String(error)}`);
    }
    return fates;
  }
}

/** What is decided before anything is appended; undefined when the event is to be appended. */
function fateBefore(entry: Entry, contentHash: Buffer): Fate | undefined {
  if (entry.state === 'managed-higher') {
    return new Problem(
      403,
      'managed-by-higher-level',
      '反映对象属上级管理的干部或单位，本平台不予录入，未作任何保存；请在五个工作日内向上级移送，不得摘抄、复制(《纪检监察机关处理检举控告工作规则》第十五条)。',
    );
  }
  if (entry.contentHash.equals(contentHash)) return entry.state === 'accepted' ? 'accepted' : undefined;
  return new Problem(409, 'same-id-other-content', '同一来源、同一编号的事件此前已经收到，但内容不同；更正请用新编号并填写 correctionOf。');
}
