import { Injectable } from '@nestjs/common';
import { dateOf, type Day, dayOf } from '#domain/calendar/day';
import type { Worked } from '#domain/own-view/closing';
import { type OwnPoints, ownPoints } from '#domain/own-view/own-points';
import type { DecidedFact, EnteredFact } from '#domain/points/facts';
import { pointsOn } from '#domain/points/points-on';
import type { Scope } from '#persistence/database';
import { CandidateQueries } from '#persistence/queries/candidate-queries';
import { PointsQueries } from '#persistence/queries/points-queries';
import { civilDate } from '#platform/time/clock';

/** Whose points are asked for, and what organs decided of them. */
export interface PointsOf {
  readonly scope: Scope;
  readonly cadre: string;
  readonly decided: readonly DecidedFact[];
  readonly day: Day;
}

/** What the own view of a cadre needs beside the ledger: the work on them, and their points. */
@Injectable()
export class OwnViewSources {
  constructor(
    private readonly candidates: CandidateQueries,
    private readonly schemes: PointsQueries,
  ) {}

  async worked(scope: Scope, cadre: string): Promise<readonly Worked[]> {
    const rows = await this.candidates.of(scope, cadre);
    return rows.map(({ state, decided_at: at }) => ({ state, decidedOn: at === null ? undefined : dayOf(civilDate(at)) }));
  }

  /** Of the schemes that are live; one that says nothing of the person is left out. */
  async points({ scope, cadre, decided, day }: PointsOf): Promise<readonly OwnPoints[]> {
    const told: OwnPoints[] = [];
    for (const { scheme: live } of await this.schemes.schemes(scope)) {
      const named = await this.schemes.schemeOn(scope, live.name, dateOf(day));
      if (!named?.scheme.objects.includes('cadre')) continue;
      const rows = await this.schemes.entries(scope, cadre, live.name);
      const entered = rows.map(({ body }) => JSON.parse(body) as EnteredFact);
      told.push(ownPoints(named.scheme, pointsOn(named.scheme, [...decided, ...entered], day)));
    }
    return told.filter(({ items, consequences, level }) => items.length > 0 || consequences.length > 0 || level !== undefined);
  }
}
