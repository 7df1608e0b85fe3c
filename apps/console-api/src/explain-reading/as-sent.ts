import type { AsSent } from '#contracts/console/cadres';
import { signalOfCode } from '#contracts/signals/catalogue';
import type { AsSentRow } from '#persistence/queries/subject-queries';

type Value = AsSent['fields'][number]['value'];

const isValue = (value: unknown): value is Value => ['string', 'number', 'boolean'].includes(typeof value);

/** What its sender wrote, the fields in the order and with the labels of the catalogue. */
export function asSentOf(code: string, { agency, agency_name: name, number, fields }: AsSentRow): AsSent {
  const known = Object.entries(signalOfCode(code)?.fields ?? {});
  return {
    number,
    agency,
    agencyName: name,
    fields: known.flatMap(([field, { label }]) => {
      const value = fields[field];
      return isValue(value) ? [{ name: field, label, value }] : [];
    }),
  };
}
