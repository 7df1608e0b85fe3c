import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { type CloudEvent, cloudEventAttributes } from '#contracts/cloud-events/cloud-event';
import type { SubjectInside } from '#contracts/signals/common';
import { withholdWords } from '#contracts/signals/withhold-words';
import { channelTopic } from '#contracts/topics';
import { eventIdOf } from '#platform/event-id';
import { Problem } from '#platform/http/problem';
import { CadreTokens, idNumberIsWhole } from '#vault/cadre-token';
import type { Agency } from '../admit-agency/agency';
import { checkDays } from './check-days';
import type { CheckedEvent } from './checked-event';
import { ContentHash } from './content-hash';
import { checkGrade, checkSource, checkStatus, kindOfEvent } from './kind-of-event';
import { keyOf, targetOf } from './key-of';
import { type Judged, placesOf } from './places';
import { refuseIdNumbers } from './refuse-id-numbers';
import { refuseReporter } from './refuse-reporter';

type Subject = Readonly<{ idNumber?: string; name?: string; unitCode?: string; post?: string }>;
type Members = Readonly<Record<string, unknown>>;

/** Judges one event of one agency; what passes may be appended. */
@Injectable()
export class EventCheck {
  private readonly hash: ContentHash;

  constructor(private readonly tokens: CadreTokens) {
    this.hash = new ContentHash(tokens);
  }

  /**
   * @param value what JSON.parse made of the event; nothing about it is known yet
   * @param receivedOn the day in Asia/Shanghai after which no date of the event may lie
   * @throws Problem 400, 403 or 422 with a pointer to each wrong place
   */
  check(value: unknown, agency: Agency, receivedOn: string): CheckedEvent {
    refuseReporter(value);
    const event: CloudEvent = parsed(cloudEventAttributes, value, { event: value, signal: undefined, at: [] });
    checkSource(event.source, agency);
    const { signal, schema, channel } = kindOfEvent(event.type, agency);
    const sent = parsed(schema, event.data, { event: value, signal, at: ['data'] }) as Members & { subject?: Subject };
    checkStatus(event.type, sent, agency);
    checkGrade(event.type, sent);
    checkDays({ time: event.time, data: sent }, schema, signal, receivedOn);
    const { subject, ...told } = sent;
    const named = subject ? { subject: this.inside(subject) } : {};
    refuseIdNumbers({ id: event.id, data: { ...named, ...told } });
    const { data, words } = withholdWords(event.type, told);
    const eventId = eventIdOf(event.source, event.id);
    const target = targetOf(event, told);
    return {
      eventId,
      id: event.id,
      contentHash: this.hash.contentHashOf(event),
      topic: channelTopic(channel),
      key: keyOf(event, told),
      words,
      wordsAbout: target ? eventIdOf(target.source, target.id) : null,
      record: {
        eventId,
        type: event.type,
        source: event.source,
        id: event.id,
        channel,
        agency: agency.code,
        authority: agency.authority,
        ...(agency.units === undefined ? {} : { units: [...agency.units] }),
        time: event.time,
        ...named,
        data,
      },
    };
  }

  private inside({ idNumber, ...subject }: Subject): SubjectInside {
    if (idNumber === undefined) return subject;
    if (idNumberIsWhole(idNumber)) return { ...subject, cadreToken: this.tokens.tokenOf(idNumber) };
    const code = 'id-number-wrong';
    const detail = '公民身份号码的校验位不正确，请核对。';
    throw new Problem(400, code, detail, [{ pointer: '/data/subject/idNumber', code, detail }]);
  }
}

function parsed<T>(schema: z.ZodType<T>, value: unknown, judged: Judged): T {
  const outcome = schema.safeParse(value);
  if (outcome.success) return outcome.data;
  const places = placesOf(outcome.error.issues, judged);
  const [first] = places;
  const detail = places.length === 1 && first ? first.detail : `事件有 ${places.length} 处不符合要求，请逐项改正。`;
  throw new Problem(400, 'event-malformed', detail, places);
}
