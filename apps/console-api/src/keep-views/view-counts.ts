import { Injectable } from '@nestjs/common';
import type { ViewFilters } from '#access/saved-views';
import { MOST_COUNTED, VIEW_FILTERS, type ViewPage } from '#contracts/console/views';
import type { Scope } from '#persistence/database';
import { CadreQueries } from '#persistence/queries/cadre-queries';
import { CandidateQueries } from '#persistence/queries/candidate-queries';
import { placedLevel } from '../list-cadres/placed-level';

/** What a view holds now for who looks, as far as it is counted: a number beside a name is read at a glance, and each costs a query. */
@Injectable()
export class ViewCounts {
  constructor(
    private readonly cadres: CadreQueries,
    private readonly candidates: CandidateQueries,
  ) {}

  /** @throws ZodError for filters that the page does not have */
  async of(page: ViewPage, filters: ViewFilters, scope: Scope): Promise<{ count: number; more: boolean }> {
    const found = await this.upTo(MOST_COUNTED + 1, page, filters, scope);
    return { count: Math.min(found, MOST_COUNTED), more: found > MOST_COUNTED };
  }

  private async upTo(most: number, page: ViewPage, filters: ViewFilters, scope: Scope): Promise<number> {
    if (page === 'candidates') return this.candidates.count(scope, VIEW_FILTERS.candidates.parse(filters), most);
    return this.cadres.count(scope, placedLevel(VIEW_FILTERS.cadres.parse(filters)), most);
  }
}
