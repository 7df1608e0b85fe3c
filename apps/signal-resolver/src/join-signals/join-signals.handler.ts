import { randomUUID } from 'node:crypto';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { JoiningAskedFor, JoiningMade } from '#contracts/console/joinings';
import type { RiskFact } from '#contracts/risk/risk-facts';
import { signalOfType } from '#contracts/signals/catalogue';
import { type JoiningRule, JoiningRuleBroken, mattersJoinedBy, type NamedSignal } from '#domain/joining/decide-joining';
import { Database } from '#persistence/database';
import type { Transaction } from '#persistence/transaction';
import { Problem } from '#platform/http/problem';
import { civilDate, Clock } from '#platform/time/clock';
import { announceFacts } from '../resolve-subject/announce-facts';
import { takeTurn } from '../resolve-subject/turn';
import { checkSubjectInScope } from './in-scope';
import { JoinSignals } from './join-signals.command';

const DETAILS: Readonly<Record<JoiningRule, string>> = {
  'joining-of-one': '至少选择两条信号。',
  'matters-are-one': '所选信号本来就属于同一事项，无须关联。',
  'campaign-not-from-outside': '同源来件只能从群众、舆论两个渠道的信号中认定。',
  'campaign-of-several-types': '同源来件须为同一类信号，请分别认定。',
  'more-texts-than-letters': '文本种数不能多于来件件数。',
  'more-accounts-than-letters': '独立账号数不能多于来件件数。',
};

/** Keeps who said it and why, and tells the reading in the same transaction. */
@CommandHandler(JoinSignals)
export class JoinSignalsHandler implements ICommandHandler<JoinSignals> {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async execute({ asked, by, scope }: JoinSignals): Promise<JoiningMade> {
    await checkSubjectInScope(this.database, scope, asked.subject);
    const id = randomUUID();
    await this.database.transaction(async (tx) => {
      // A move of these signals comes before, and then they are of another, or after, and then what is said here follows them.
      await takeTurn(tx, false);
      const named = asked.kind === 'link' ? await withTheirCampaigns(tx, asked) : asked.signals;
      const signals = await namedSignals(tx, asked.subject, named);
      const fact = factOf(id, asked, allowed(asked, signals), civilDate(this.clock.now()));
      const { texts, accounts } = asked.kind === 'campaign' ? asked : { texts: null, accounts: null };
      await tx.query(
        `INSERT INTO resolver.joining (id, subject, kind, signals, texts, accounts, reason, made_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, asked.subject, asked.kind, asked.signals, texts, accounts, asked.reason, by],
      );
      await announceFacts(tx, [fact]);
    });
    return { id, state: 'made' };
  }
}

/** A letter of a campaign stands for all of them: which of them counts may change, what it is linked to may not. */
async function withTheirCampaigns(tx: Transaction, { subject, signals }: JoiningAskedFor): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT DISTINCT sent.event_id AS id
       FROM resolver.joining campaign JOIN resolver.signal_as_sent sent ON sent.event_id = ANY(campaign.signals) AND sent.subject = $1
      WHERE campaign.subject = $1 AND campaign.kind = 'campaign' AND campaign.undone_at IS NULL AND campaign.signals && $2::uuid[]`,
    [subject, signals],
  );
  return [...new Set([...signals, ...rows.map(({ id }) => id)])];
}

/** Locked, so that none of them is taken back or given to somebody else meanwhile. */
async function namedSignals(tx: Transaction, subject: string, signals: readonly string[]): Promise<readonly NamedSignal[]> {
  const rows = await tx.query<{ id: string; matter: string | null; channel: string; type: string }>(
    `SELECT sent.event_id AS id, sent.matter, envelope.channel, envelope.type
       FROM resolver.signal_as_sent sent JOIN resolver.envelope USING (event_id)
      WHERE sent.subject = $1 AND sent.event_id = ANY($2::uuid[]) AND sent.matter IS NOT NULL FOR SHARE OF sent`,
    [subject, signals],
  );
  if (rows.length < signals.length) {
    throw new Problem(409, 'signal-of-another', '所选信号中有的不属于该对象，或者已被撤回，请刷新后重新选择。');
  }
  return rows.map(({ id, matter, channel, type }) => ({ id, matter: matter ?? '', channel, code: signalOfType(type)?.code ?? type }));
}

function allowed(asked: JoiningAskedFor, signals: readonly NamedSignal[]): readonly string[] {
  try {
    return mattersJoinedBy(asked, signals);
  } catch (error) {
    if (error instanceof JoiningRuleBroken) throw new Problem(409, error.code, DETAILS[error.code]);
    throw error;
  }
}

function factOf(eventId: string, asked: JoiningAskedFor, matters: readonly string[], releasedOn: string): RiskFact {
  const { subject } = asked;
  if (asked.kind === 'link') return { kind: 'link', subject, releasedOn, eventId, matters: [...matters] };
  const { signals, texts, accounts } = asked;
  return { kind: 'campaign', subject, releasedOn, eventId, members: signals, texts, accounts };
}
