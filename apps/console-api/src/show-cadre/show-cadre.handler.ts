import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { CadreFile } from '#contracts/console/cadres';
import { dateOf } from '#domain/calendar/day';
import { CadreQueries } from '#persistence/queries/cadre-queries';
import { CandidateQueries } from '#persistence/queries/candidate-queries';
import { Clock } from '#platform/time/clock';
import { today } from '../asking/as-of';
import { candidateOf } from '../list-candidates/candidate-of';
import { cadreNotFound } from '../asking/not-found';
import { ShowCadre } from './show-cadre.query';

@QueryHandler(ShowCadre)
export class ShowCadreHandler implements IQueryHandler<ShowCadre> {
  constructor(
    private readonly cadres: CadreQueries,
    private readonly candidates: CandidateQueries,
    private readonly clock: Clock,
  ) {}

  async execute({ scope, cadreId }: ShowCadre): Promise<CadreFile> {
    const cadre = await this.cadres.standing(scope, cadreId);
    if (!cadre) throw cadreNotFound();
    const posts = await this.cadres.posts(scope, cadreId);
    const candidates = await this.candidates.of(scope, cadreId);
    return {
      id: cadre.id,
      name: cadre.name,
      category: cadre.category,
      posts: posts.map((post) => ({
        code: post.post_code,
        title: post.title,
        unitCode: post.unit_code,
        unitName: post.unit_name,
        factors: post.factors,
        from: post.from_day,
        left: post.left_day,
      })),
      candidates: candidates.map(candidateOf),
      today: dateOf(today(this.clock)),
    };
  }
}
