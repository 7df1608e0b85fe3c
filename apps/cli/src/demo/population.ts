import type { DemoCadre } from './county';
import { type Random, Wheel } from './random';
import { type Rate, SHARES } from './rates';

const busy = new Set<string>(SHARES.busyCategories);
const petitionWeight = ({ category }: DemoCadre): number => (busy.has(category) ? SHARES.busyTimes : 1);

/**
 * On whom signals fall: a few cadres carry a large share of what is adverse, and petitions fall more often on some categories.
 * @see domain demo-county
 */
export class Population {
  readonly heavy: ReadonlySet<DemoCadre>;
  private readonly wheels: Readonly<Record<'heavy' | 'rest', { readonly adverse: Wheel<DemoCadre>; readonly petition: Wheel<DemoCadre> }>>;

  /** @param drawn all on whom signals fall by chance */
  constructor(
    random: Random,
    private readonly drawn: readonly DemoCadre[],
  ) {
    const heavy = new Set<DemoCadre>();
    const count = Math.max(1, Math.round(drawn.length * SHARES.heavyCadres));
    while (heavy.size < count) heavy.add(random.pick(drawn));
    this.heavy = heavy;
    const wheelsOf = (some: readonly DemoCadre[]) => ({
      adverse: new Wheel(some, () => 1),
      petition: new Wheel(some, petitionWeight),
    });
    this.wheels = { heavy: wheelsOf([...heavy]), rest: wheelsOf(drawn.filter((cadre) => !heavy.has(cadre))) };
  }

  draw(random: Random, falls: Rate['falls']): DemoCadre {
    if (falls === 'evenly') return random.pick(this.drawn);
    return this.wheels[random.chance(SHARES.adverseOnHeavy) ? 'heavy' : 'rest'][falls].draw(random);
  }
}
