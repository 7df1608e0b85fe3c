import { CATALOGUE } from '#contracts/signals/catalogue';
import { type ClosedField, closedFieldsOf } from '#contracts/signals/closed-fields';

/** A signal type as far as a points scheme may ask about it. */
interface PointsType {
  readonly code: string;
  readonly label: string;
  readonly about: readonly ('cadre' | 'unit')[];
  readonly severities: readonly number[];
  readonly fields: Readonly<Record<string, ClosedField>>;
}

/** All types of the catalogue. */
export const POINTS_TYPES: readonly PointsType[] = CATALOGUE.map(({ code, label, about, severities, fields }) => ({
  code,
  label,
  about: about.map((kind) => (kind === 'person' ? 'cadre' : kind)),
  severities,
  fields: closedFieldsOf(fields),
}));
