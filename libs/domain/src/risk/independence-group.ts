import type { Channel } from '#domain/risk/policy';

/** Public and media are one group each: a thousand letters do not corroborate one another. */
export const OUTSIDE_GROUPS: readonly string[] = ['public', 'media'];

/**
 * Who counts as one witness. A derived signal joins its parent's group; a signal of the public or the media can only be
 * in the groups public or media, whatever its sender says.
 * @see design risk-model 5
 */
export function independenceGroup(channel: Channel, agency: string, derivedFromGroup?: string): string {
  const group = derivedFromGroup ?? agency;
  if (channel !== 'public' && channel !== 'media') return group;
  return derivedFromGroup !== undefined && OUTSIDE_GROUPS.includes(derivedFromGroup) ? derivedFromGroup : channel;
}

/**
 * The matter of a signal before any person links matters: the agency's own number, or the event alone.
 * Two agencies never share one, so strangers never corroborate by accident.
 */
export function matterOf(agency: string, matterNumber: string | undefined, eventId: string): string {
  return matterNumber === undefined ? `${agency}/event/${eventId}` : `${agency}/number/${matterNumber}`;
}
