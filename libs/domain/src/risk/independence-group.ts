import type { Channel } from '#domain/risk/policy';

/** Public and media are one group each: a thousand letters do not corroborate one another. */
export const OUTSIDE_GROUPS: readonly string[] = ['public', 'media'];

/**
 * Who counts as one witness. What is derived from the public or the media is their word; whatever else an agency sends is the
 * agency's own, whoever it says it has it from, so that nobody is two witnesses. A signal of the public or the media can only
 * be in the groups public or media.
 * @see design risk-model 5
 */
export function independenceGroup(channel: Channel, agency: string, derivedFromGroup?: string): string {
  if (derivedFromGroup !== undefined && OUTSIDE_GROUPS.includes(derivedFromGroup)) return derivedFromGroup;
  return channel === 'public' || channel === 'media' ? channel : agency;
}

/**
 * The matter of a signal before any person links matters: the agency's own number, or the event alone.
 * Two agencies never share one, so strangers never corroborate by accident.
 */
export function matterOf(agency: string, matterNumber: string | undefined, eventId: string): string {
  return matterNumber === undefined ? `${agency}/event/${eventId}` : `${agency}/number/${matterNumber}`;
}
