import { type Channel, CHANNELS } from '#domain/risk/policy';

/** One bit a channel by its place in CHANNELS, whose order is stored with it. */
const bitOf = (channel: Channel): number => 1 << CHANNELS.indexOf(channel);
const MASKS = Array.from({ length: 1 << CHANNELS.length }, (_, mask) => mask);

/** @param odds micro-odds of each channel; who has any contributes */
export const maskOf = (odds: Readonly<Record<Channel, number>>): number =>
  CHANNELS.reduce((mask, channel) => (odds[channel] > 0 ? mask | bitOf(channel) : mask), 0);

/** All masks in which a channel contributes: an index finds equal values, not bits. */
export const masksWith = (channel: Channel): readonly number[] => MASKS.filter((mask) => (mask & bitOf(channel)) !== 0);
