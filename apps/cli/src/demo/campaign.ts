import type { Day } from '#domain/calendar/day';
import type { DemoCadre } from './county';
import { drawSignal, typeOf } from './draw-signal';
import type { FedEvent } from './fed-event';
import type { Offices } from './offices';
import type { Random } from './random';
import { RATES, SHARES } from './rates';

const LETTER = 'public-accusation-anonymous';
const WITHIN_DAYS = 10;

/** Near-identical letters on one person within a few days: one matter, one aspect, one class (domain: demo-county). */
export function campaign(random: Random, cadre: DemoCadre, offices: Offices, from: Day): FedEvent[] {
  const rate = RATES.find(({ code }) => code === LETTER);
  if (!rate) throw new RangeError(`${LETTER} has no rate`);
  const letters = Array.from({ length: random.between(SHARES.campaign.fewest, SHARES.campaign.most) }, () => {
    const received = from + random.below(WITHIN_DAYS);
    return drawSignal(random, { offices, rate, type: typeOf(LETTER), cadre, received, matter: `L${cadre.postCode.slice(1)}-${from}` }).fed;
  });
  const [first] = letters;
  const same = first?.event['data'] as Record<string, unknown> | undefined;
  // One text: what it says of the person is the same in each.
  const told = {
    subject: { idNumber: cadre.idNumber },
    severity: 2,
    verification: 'unverified',
    clue: undefined,
    fields: same?.['fields'],
  };
  return letters.map((fed) => ({ ...fed, event: { ...fed.event, data: { ...(fed.event['data'] as Record<string, unknown>), ...told } } }));
}
