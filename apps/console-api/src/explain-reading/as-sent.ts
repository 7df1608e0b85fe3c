import type { AsSent } from '#contracts/console/cadres';
import { signalOfCode } from '#contracts/signals/catalogue';
import { toldFields } from '#contracts/signals/told-fields';
import type { AsSentRow } from '#persistence/queries/subject-queries';

/** What its sender wrote, as far as it is shown, in the order and with the labels of the catalogue. */
export function asSentOf(code: string, { agency, agency_name: agencyName, number, fields }: AsSentRow): AsSent {
  const type = signalOfCode(code);
  return { number, agency, agencyName, fields: type ? [...toldFields(type, fields)] : [] };
}
