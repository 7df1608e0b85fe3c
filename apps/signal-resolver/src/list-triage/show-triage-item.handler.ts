import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { TriageFile } from '#contracts/console/triage';
import { toldFields } from '#contracts/signals/told-fields';
import { Database } from '#persistence/database';
import type { PersonalMessage } from '../resolve-subject/message';
import { itemNotFound } from '../settle-triage/item-not-found';
import { ShowTriageItem } from './list-triage.query';
import { openItems } from './open-items';
import { triageItemOf } from './triage-item-of';
import { TriageMatching } from './triage-matching';

@QueryHandler(ShowTriageItem)
export class ShowTriageItemHandler implements IQueryHandler<ShowTriageItem> {
  constructor(
    private readonly database: Database,
    private readonly matching: TriageMatching,
  ) {}

  async execute({ scope, eventId }: ShowTriageItem): Promise<TriageFile> {
    const [row] = await openItems(this.database, scope, { eventId, limit: 1 });
    const match = row && (await this.matching.matches(scope, [eventId])).get(eventId);
    if (!match) throw itemNotFound();
    const { message } = match;
    return {
      ...triageItemOf(row, match),
      idNumberGiven: message.record.subject?.cadreToken !== undefined,
      fields: [...fieldsOf(message)],
    };
  }
}

function fieldsOf(message: PersonalMessage): TriageFile['fields'] {
  if (message.kind !== 'signal') return [{ label: message.kind === 'post-held' ? '任职日期' : '免职日期', value: message.day }];
  const { fields } = message.record.data;
  return [...toldFields(message.type, fields as Readonly<Record<string, unknown>>)];
}
